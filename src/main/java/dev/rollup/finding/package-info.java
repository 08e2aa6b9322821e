/** What can be found in a return, as codes and arguments; the words for it are in messages. */
@NullMarked
package dev.rollup.finding;

import org.jspecify.annotations.NullMarked;
