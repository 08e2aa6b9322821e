/** Workbooks in the one part of XML that Excel 2003 could write, often under {@code .xls}. */
@NullMarked
package dev.rollup.read.spreadsheetml;

import org.jspecify.annotations.NullMarked;
