/** Archives and the packages of office files in them: entries, names, relationships, check sums. */
package dev.rollup.read.zip;
