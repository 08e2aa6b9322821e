/** What workbooks of Office have in common, whether their parts are XML or binary records. */
@NullMarked
package dev.rollup.read.workbook;

import org.jspecify.annotations.NullMarked;
