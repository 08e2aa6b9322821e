/** Readers: the bytes of one file in, its sheets or findings out; one class for each format. */
package dev.rollup.read;
