/**
 * Where the words of the form stand in a document, and what was taken from it and what stands
 * beside.
 */
package dev.rollup.match.find;
