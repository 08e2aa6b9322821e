/** The XML of office files, read as a stream. */
package dev.rollup.read.xml;
