/**
 * What the clerk keeps beside the returns: the ledger, confirmations and corrections, their data
 * and their readers.
 */
@NullMarked
package dev.rollup.clerkfile;

import org.jspecify.annotations.NullMarked;
