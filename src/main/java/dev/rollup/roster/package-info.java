/** The units that owe a return, their names, and which of them a return is from. */
package dev.rollup.roster;
