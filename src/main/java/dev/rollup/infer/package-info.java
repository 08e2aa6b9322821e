/**
 * Finds the blanks of a form that nobody here has seen, from what is printed on it. Knows no
 * library: a page is plain values.
 */
@NullMarked
package dev.rollup.infer;

import org.jspecify.annotations.NullMarked;
