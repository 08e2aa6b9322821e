/** Reads a form from running text: the sentences of the form are laid along what came back. */
@NullMarked
package dev.rollup.match.words;

import org.jspecify.annotations.NullMarked;
