/**
 * The blank form as data: its blanks, rules and narrative, and where each blank stands on a sheet.
 */
package dev.rollup.template;
