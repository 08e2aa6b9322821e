/**
 * The one lexicon: what a numeral is and what number it means, how words are folded and compared,
 * how dates and numbers are written and shown. Everything that looks for numbers asks here, so that
 * no two places see different ones.
 */
@NullMarked
package dev.rollup.text;

import org.jspecify.annotations.NullMarked;
