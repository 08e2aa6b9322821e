package dev.rollup.read.pdf;

import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.PagesDocument;
import java.util.List;

/**
 * Reads what was printed into a file of the Portable Document Format (ISO 32000): a sheet or a text
 * whose letters are letters. A scan has none, and comes back as a text in which nothing is written.
 */
public final class PdfReader implements DocumentReader {

  private final PagesDocument.As as;

  /** A reader of pages that are taken for something; it loads PDFBox with the first file. */
  public PdfReader(PagesDocument.As as) {
    this.as = as;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The grids are sheets, or the only one is a running text.
   *
   * @return instead of a value: {@code damaged-file}, {@code too-large}, {@code unsafe-content},
   *     {@code password-protected}, {@code unmapped-text}
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      return Outcome.of(PdfPages.document(content, as), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    } catch (StackOverflowError e) {
      return Outcome.none(Refusal.of(UNSAFE_CONTENT).finding());
    }
  }
}
