/** Writes into copies of an office's own blank file, so that they look like the original. */
package dev.rollup.write.copy;
