/** Which files there are, and what each of them really is. */
package dev.rollup.discover;
