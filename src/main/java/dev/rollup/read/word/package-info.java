/** Word documents, of both formats. */
package dev.rollup.read.word;
