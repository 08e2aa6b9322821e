/**
 * Plain values that every part of the house shares: cells, grids, marks, places. Knows nothing
 * else.
 */
@NullMarked
package dev.rollup.model;

import org.jspecify.annotations.NullMarked;
