/** Workbooks, and how their bytes stay the same. Everything that is written is made here. */
package dev.rollup.write;
