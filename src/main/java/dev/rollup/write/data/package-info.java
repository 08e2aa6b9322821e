/**
 * What is written for programs: the report as JSON, the counts as csv, and what changed since the
 * last run.
 */
package dev.rollup.write.data;
