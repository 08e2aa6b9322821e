/**
 * Reads a form from the cells of a sheet: its sentences by their rows, its lists by their columns.
 */
package dev.rollup.match.cells;
