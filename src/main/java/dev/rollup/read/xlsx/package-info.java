/** Workbooks of Office Open XML, read by a streaming reader of our own. */
package dev.rollup.read.xlsx;
