/** What is sent to people: letters and slips to units, the narrative to the level above. */
package dev.rollup.write.letter;
