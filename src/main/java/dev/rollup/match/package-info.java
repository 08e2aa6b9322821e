/** Grid × template → submission: finding the fields, reading counts, dates and units. Pure. */
package dev.rollup.match;
