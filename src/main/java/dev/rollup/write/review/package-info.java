/** Writes what was found on a blank for a person who looks it over, beside the blank itself. */
@NullMarked
package dev.rollup.write.review;

import org.jspecify.annotations.NullMarked;
