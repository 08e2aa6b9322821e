/** Web pages: tables that other systems, Excel, Word and WPS save as HTML, often named .xls. */
@NullMarked
package dev.rollup.read.html;

import org.jspecify.annotations.NullMarked;
