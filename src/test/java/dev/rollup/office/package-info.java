/**
 * What Excel, WPS and Word ask of a file before they open it without a question, held against
 * everything that rollup writes: the schemas of ECMA-376 (transitional) and the rules beside them.
 */
package dev.rollup.office;
