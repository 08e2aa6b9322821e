/** What all readers of formats share: the contract, the limits, and how a file is refused. */
@NullMarked
package dev.rollup.read.format;

import org.jspecify.annotations.NullMarked;
