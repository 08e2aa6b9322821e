/**
 * Plain values that every part of the house shares: cells, grids, marks, places. Knows nothing
 * else.
 */
package dev.rollup.model;
