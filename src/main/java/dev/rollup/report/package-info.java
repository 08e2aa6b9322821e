/**
 * The view of a finished merge: everything that outputs show is computed here, once, without words
 * and without layout.
 */
@NullMarked
package dev.rollup.report;

import org.jspecify.annotations.NullMarked;
