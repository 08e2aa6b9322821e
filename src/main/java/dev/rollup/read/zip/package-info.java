/** Archives and the packages of office files in them: entries, names, relationships, check sums. */
@NullMarked
package dev.rollup.read.zip;

import org.jspecify.annotations.NullMarked;
