package dev.rollup.read.format;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;

/** Reads the files of one format. Implementations hold no state and serve several threads. */
public interface DocumentReader {

  /**
   * Reads one file.
   *
   * @param content the whole file; never null, never changed, may be anything at all
   * @return its sheets in order, or none and one finding that says why. Findings name the sheet and
   *     the cell where these are known, and never the file
   */
  Outcome<Document> read(byte[] content);
}
