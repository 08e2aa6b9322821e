/**
 * What texts of Word and of OpenDocument share: how they are numbered, and what in them is seen.
 */
@NullMarked
package dev.rollup.read.text;

import org.jspecify.annotations.NullMarked;
