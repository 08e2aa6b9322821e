package dev.rollup.read.odf;

import dev.rollup.read.format.Refusal;

/** Reads what elements of a text hold. */
interface OdtContent {

  /** Reads all that the current element holds, which is used up. */
  void content() throws Refusal;

  /** Reads the current element, which is used up. */
  void element() throws Refusal;
}
