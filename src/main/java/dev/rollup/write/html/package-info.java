/** The validation report for people. */
package dev.rollup.write.html;
