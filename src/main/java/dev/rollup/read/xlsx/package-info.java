/** Workbooks of Office Open XML, read by a streaming reader of our own. */
@NullMarked
package dev.rollup.read.xlsx;

import org.jspecify.annotations.NullMarked;
