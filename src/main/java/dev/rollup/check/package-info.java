/** What a submission or a batch must satisfy beyond being readable: one function for each check. */
@NullMarked
package dev.rollup.check;

import org.jspecify.annotations.NullMarked;
