/** The template, its rules and narrative, and the report of the last run, from their JSON. */
@NullMarked
package dev.rollup.config;

import org.jspecify.annotations.NullMarked;
