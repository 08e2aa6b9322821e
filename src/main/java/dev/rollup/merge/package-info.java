/** From single returns to the district: which ones count, what they add up to, who is missing. */
package dev.rollup.merge;
