/**
 * The blank form as data: its blanks, rules and narrative, and where each blank stands on a sheet.
 */
@NullMarked
package dev.rollup.template;

import org.jspecify.annotations.NullMarked;
