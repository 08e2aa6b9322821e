/** Compound files, in which the older binary formats keep their streams. */
package dev.rollup.read.compound;
