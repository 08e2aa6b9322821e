package dev.rollup.read.blank;

import dev.rollup.infer.Pages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads how a blank file looks, whatever kind of file it is. */
public final class BlankPages {

  private static final byte OLD = (byte) 0xD0;

  private BlankPages() {}

  /**
   * Returns how a blank looks; empty where it is no workbook and no Word document of today.
   *
   * @param word whether the file is a Word document
   */
  public static Optional<Pages> read(byte[] content, boolean word) {
    boolean old = content.length > 0 && content[0] == OLD;
    try {
      if (word) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
          return Optional.of(PrintedTables.read(document));
        }
      }
      try (var workbook =
          old
              ? new HSSFWorkbook(new ByteArrayInputStream(content))
              : new XSSFWorkbook(new ByteArrayInputStream(content))) {
        return Optional.of(PrintedSheets.read(workbook));
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
