/** The set of outputs of one run: staged, moved into place as a whole, or not at all. */
@NullMarked
package dev.rollup.write.set;

import org.jspecify.annotations.NullMarked;
