/** Which files there are, in an order that does not depend on the machine. */
@NullMarked
package dev.rollup.discover;

import org.jspecify.annotations.NullMarked;
