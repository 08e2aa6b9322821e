package dev.rollup.read.xlsb;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.workbook.WorkbookPackage;
import java.util.Optional;

/**
 * Reads {@code .xlsb} as Excel 2007 and later write it: the package of a {@code .xlsx} in which the
 * book, its sheets, texts, looks and comments are binary records (MS-XLSB).
 */
public final class XlsbReader implements DocumentReader {

  /**
   * {@inheritDoc}
   *
   * @return what {@link WorkbookPackage#read} says
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    return WorkbookPackage.read(content, new BinaryParts(), Optional.empty());
  }
}
