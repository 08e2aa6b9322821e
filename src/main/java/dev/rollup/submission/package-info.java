/**
 * One returned form as everyone downstream speaks of it: what each of its blanks holds, and its
 * head.
 */
@NullMarked
package dev.rollup.submission;

import org.jspecify.annotations.NullMarked;
