/**
 * Reads how a blank file looks: lines, shades, formulas, choices. One file in a run, through POI.
 */
package dev.rollup.read.blank;
