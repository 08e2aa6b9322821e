/** Spreadsheets of OpenDocument (ISO/IEC 26300), as LibreOffice and WPS write them. */
@NullMarked
package dev.rollup.read.odf;

import org.jspecify.annotations.NullMarked;
