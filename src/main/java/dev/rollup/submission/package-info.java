/**
 * One returned form as everyone downstream speaks of it: what each of its blanks holds, and its
 * head.
 */
package dev.rollup.submission;
