/** Reads a form from running text: the sentences of the form are laid along what came back. */
package dev.rollup.match.words;
