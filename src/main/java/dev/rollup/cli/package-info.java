/** The command line: one class for each command; streams in, an exit status out. */
@NullMarked
package dev.rollup.cli;

import org.jspecify.annotations.NullMarked;
