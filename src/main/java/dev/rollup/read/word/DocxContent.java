package dev.rollup.read.word;

import dev.rollup.read.format.Refusal;

/** Reads what elements of a text hold. */
interface DocxContent {

  /** Reads all that the current element holds, which is used up. */
  void content() throws Refusal;

  /** Reads the current element, which is used up. */
  void element() throws Refusal;
}
