/**
 * Reads a form from the cells of a sheet: its sentences by their rows, its lists by their columns.
 */
@NullMarked
package dev.rollup.match.cells;

import org.jspecify.annotations.NullMarked;
