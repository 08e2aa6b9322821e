/**
 * The one lexicon: what a numeral is, what number it means, and which words take the certainty from
 * it. Everything that looks for numbers asks here, so that no two places see different ones.
 */
package dev.rollup.text;
