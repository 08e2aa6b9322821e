/** What a submission or a batch must satisfy beyond being readable: one function for each check. */
package dev.rollup.check;
