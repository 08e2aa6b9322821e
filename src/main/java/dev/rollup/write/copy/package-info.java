/** Writes into copies of an office's own blank file, so that they look like the original. */
@NullMarked
package dev.rollup.write.copy;

import org.jspecify.annotations.NullMarked;
