/** The command line: one class for each command; streams in, an exit status out. */
package dev.rollup.cli;
