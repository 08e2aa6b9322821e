/** The units that owe a return, their names, and which of them a return is from. */
@NullMarked
package dev.rollup.roster;

import org.jspecify.annotations.NullMarked;
