/** The XML of office files, read as a stream. */
@NullMarked
package dev.rollup.read.xml;

import org.jspecify.annotations.NullMarked;
