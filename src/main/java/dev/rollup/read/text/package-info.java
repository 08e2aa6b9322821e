/**
 * What texts of all formats share: how they are numbered, how their letters look, and what in them
 * is seen.
 */
@NullMarked
package dev.rollup.read.text;

import org.jspecify.annotations.NullMarked;
