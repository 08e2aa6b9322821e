/**
 * Reads how a blank file looks: lines, shades, formulas, choices. One file in a run, through POI.
 */
@NullMarked
package dev.rollup.read.blank;

import org.jspecify.annotations.NullMarked;
