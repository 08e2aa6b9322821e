/** Workbooks whose parts are binary records (MS-XLSB), read record by record. */
@NullMarked
package dev.rollup.read.xlsb;

import org.jspecify.annotations.NullMarked;
