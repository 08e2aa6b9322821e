/** Workbooks of the older binary format. */
@NullMarked
package dev.rollup.read.xls;

import org.jspecify.annotations.NullMarked;
