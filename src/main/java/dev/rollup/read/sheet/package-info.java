/** What sheets are in every format: cell references, formats, fonts and fills, drawn objects. */
@NullMarked
package dev.rollup.read.sheet;

import org.jspecify.annotations.NullMarked;
