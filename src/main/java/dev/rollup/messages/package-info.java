/** Typed finding × language → text. The only place where words for people are made. */
@NullMarked
package dev.rollup.messages;

import org.jspecify.annotations.NullMarked;
