/** Sheets as text. */
package dev.rollup.read.csv;
