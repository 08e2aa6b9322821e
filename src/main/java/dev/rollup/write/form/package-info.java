/**
 * The form itself, blank or filled with the totals of the district, as a workbook and as a
 * document.
 */
@NullMarked
package dev.rollup.write.form;

import org.jspecify.annotations.NullMarked;
