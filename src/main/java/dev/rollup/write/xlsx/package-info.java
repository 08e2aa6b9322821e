/**
 * What every workbook that is written shares: styles, tables, the form on a sheet, pages, charts,
 * the same bytes each time.
 */
@NullMarked
package dev.rollup.write.xlsx;

import org.jspecify.annotations.NullMarked;
