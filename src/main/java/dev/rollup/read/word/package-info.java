/** Word documents, of both formats. */
@NullMarked
package dev.rollup.read.word;

import org.jspecify.annotations.NullMarked;
