/**
 * What kind of file some bytes are, whatever their name says; the ground below finding and reading
 * files.
 */
@NullMarked
package dev.rollup.filetype;

import org.jspecify.annotations.NullMarked;
