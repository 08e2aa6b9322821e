/** Sheets as text. */
@NullMarked
package dev.rollup.read.csv;

import org.jspecify.annotations.NullMarked;
