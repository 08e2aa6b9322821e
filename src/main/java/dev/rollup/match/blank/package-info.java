/**
 * Lays an office's own blank over what a unit returned: rows and columns are found by the blank's
 * words, and a value is taken only where these words say that it belongs there.
 */
@NullMarked
package dev.rollup.match.blank;

import org.jspecify.annotations.NullMarked;
