/** The set of outputs of one run: staged, moved into place as a whole, or not at all. */
package dev.rollup.write.set;
