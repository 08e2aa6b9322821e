/** Compound files, in which the older binary formats keep their streams. */
@NullMarked
package dev.rollup.read.compound;

import org.jspecify.annotations.NullMarked;
