/** What is sent to people: letters and slips to units, the narrative to the level above. */
@NullMarked
package dev.rollup.write.letter;

import org.jspecify.annotations.NullMarked;
