/** The summary workbook, one class for each of its sheets. */
package dev.rollup.write.summary;
