/**
 * What one blank holds: the text of an answer → a count, a date or a text, with what was doubtful
 * about it.
 */
@NullMarked
package dev.rollup.match.count;

import org.jspecify.annotations.NullMarked;
