/** The blank form and the roster as data, and where each blank stands on a sheet. */
package dev.rollup.template;
