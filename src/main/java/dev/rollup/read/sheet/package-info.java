/** What sheets are in every format: cell references, formats, fonts and fills, drawn objects. */
package dev.rollup.read.sheet;
