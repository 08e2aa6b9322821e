/** Rich Text Format, as Word, WPS, LibreOffice and WordPad write it. */
@NullMarked
package dev.rollup.read.rtf;

import org.jspecify.annotations.NullMarked;
