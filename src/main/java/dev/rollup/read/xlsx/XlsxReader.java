package dev.rollup.read.xlsx;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.workbook.WorkbookPackage;
import java.util.Optional;

/**
 * Reads {@code .xlsx} and {@code .xlsm}, transitional and strict, as Excel, WPS and others write
 * them.
 */
public final class XlsxReader implements DocumentReader {

  private final Optional<String> only;

  /** A reader of whole workbooks. */
  public XlsxReader() {
    this(Optional.empty());
  }

  private XlsxReader(Optional<String> only) {
    this.only = only;
  }

  /** Returns a reader of one sheet alone, of a summary too what it says about returns. */
  public static XlsxReader ofSheet(String name) {
    return new XlsxReader(Optional.of(name));
  }

  /**
   * {@inheritDoc}
   *
   * @return what {@link WorkbookPackage#read} says
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    return WorkbookPackage.read(content, new XmlParts(), only);
  }
}
