/**
 * What a summary carries for the level above: the counters behind each total and the unit behind
 * each listed row.
 */
@NullMarked
package dev.rollup.rollup;

import org.jspecify.annotations.NullMarked;
