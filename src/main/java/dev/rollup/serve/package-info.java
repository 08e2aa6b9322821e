/** The page on the own machine, for who does not type. */
@NullMarked
package dev.rollup.serve;

import org.jspecify.annotations.NullMarked;
