/** The template, its rules and narrative, and the report of the last run, from their JSON. */
package dev.rollup.config;
