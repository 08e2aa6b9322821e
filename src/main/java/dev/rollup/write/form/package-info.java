/**
 * The form itself, blank or filled with the totals of the district, as a workbook and as a
 * document.
 */
package dev.rollup.write.form;
