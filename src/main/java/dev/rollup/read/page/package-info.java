/**
 * What is drawn on pages (placed letters, lines, pictures) → the tables and paragraphs that a
 * person sees there, for every format that keeps nothing else of a form.
 */
@NullMarked
package dev.rollup.read.page;

import org.jspecify.annotations.NullMarked;
