package dev.rollup.match.words;

import dev.rollup.template.Field;
import java.util.Set;

/**
 * A blank and the words behind it.
 *
 * @param measures how the blank's measure may be written, folded; empty for a text
 * @param words the folded words between the measure and the next blank
 */
record Gap(Field field, Set<String> measures, String words) {}
