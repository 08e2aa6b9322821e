/**
 * Document × template → submissions: finds the forms of a document, reads each once, and names
 * every number that is left.
 */
package dev.rollup.match;
