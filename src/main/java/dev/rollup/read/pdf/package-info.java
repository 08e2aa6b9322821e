/**
 * Files of the Portable Document Format (ISO 32000) → pages as they are drawn. PDFBox reads the
 * file, its fonts and its instructions; nothing of it is loaded before a file of this kind is read.
 */
@NullMarked
package dev.rollup.read.pdf;

import org.jspecify.annotations.NullMarked;
