/** From single returns to the district: which ones count, what they add up to, who is missing. */
@NullMarked
package dev.rollup.merge;

import org.jspecify.annotations.NullMarked;
