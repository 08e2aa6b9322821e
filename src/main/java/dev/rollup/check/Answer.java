package dev.rollup.check;

import dev.rollup.model.Location;
import dev.rollup.submission.State;
import org.jspecify.annotations.Nullable;

/**
 * What a return says in one blank, as a rule looks at it.
 *
 * @param state whether there is a value
 * @param value a BigDecimal, a String or a LocalDate; null where there is no value
 * @param raw what stands there, unconverted; null where the blank was not found
 * @param at where it stands
 */
record Answer(State state, @Nullable Object value, @Nullable String raw, Location at) {}
