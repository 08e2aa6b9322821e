/** What can be found in a return, as codes and arguments; the words for it are in messages. */
package dev.rollup.finding;
