/** The summary workbook, one class for each of its sheets. */
@NullMarked
package dev.rollup.write.summary;

import org.jspecify.annotations.NullMarked;
