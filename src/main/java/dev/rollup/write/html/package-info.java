/** The validation report for people. */
@NullMarked
package dev.rollup.write.html;

import org.jspecify.annotations.NullMarked;
