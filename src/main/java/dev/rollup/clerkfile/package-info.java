/**
 * What the clerk keeps beside the returns: the ledger, confirmations and corrections, their data
 * and their readers.
 */
package dev.rollup.clerkfile;
