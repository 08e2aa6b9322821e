/** Which files there are, in an order that does not depend on the machine. */
package dev.rollup.discover;
