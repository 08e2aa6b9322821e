/** Plain values that every part of the house shares: cells, grids, places. Knows nothing else. */
package dev.rollup.model;
