/** Writes what was found on a blank for a person who looks it over, beside the blank itself. */
package dev.rollup.write.review;
