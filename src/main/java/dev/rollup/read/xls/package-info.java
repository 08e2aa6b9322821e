/** Workbooks of the older binary format. */
package dev.rollup.read.xls;
