/** Typed finding × language → text. The only place where words for people are made. */
package dev.rollup.messages;
