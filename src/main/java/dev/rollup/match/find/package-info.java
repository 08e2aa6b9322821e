/**
 * Where the words of the form stand in a document, and what was taken from it and what stands
 * beside.
 */
@NullMarked
package dev.rollup.match.find;

import org.jspecify.annotations.NullMarked;
