/**
 * Document × template → submissions: finds the forms of a document, reads each once, and names
 * every number that is left.
 */
@NullMarked
package dev.rollup.match;

import org.jspecify.annotations.NullMarked;
