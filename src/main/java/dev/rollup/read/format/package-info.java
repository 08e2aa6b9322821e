/** What all readers of formats share: the contract, the limits, and how a file is refused. */
package dev.rollup.read.format;
