/**
 * What is written for programs: the report as JSON, the counts as csv, and what changed since the
 * last run.
 */
@NullMarked
package dev.rollup.write.data;

import org.jspecify.annotations.NullMarked;
