/**
 * What kind of file some bytes are, whatever their name says; the ground below finding and reading
 * files.
 */
package dev.rollup.filetype;
