/**
 * The bytes of one file → a document or findings: chooses the format and opens what is packed or
 * locked.
 */
@NullMarked
package dev.rollup.read;

import org.jspecify.annotations.NullMarked;
