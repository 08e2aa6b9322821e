package dev.rollup.write.copy;

import java.util.Objects;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** What a copy of a blank says of itself beside its sheets. */
final class CopyProperties {

  private final Workbook workbook;

  CopyProperties(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Gives the workbook a property, whatever other properties it has. */
  void say(String name, String value) {
    if (workbook instanceof XSSFWorkbook book) {
      var properties = book.getProperties().getCustomProperties();
      if (!properties.contains(name)) {
        properties.addProperty(name, value);
      }
    } else if (workbook instanceof HSSFWorkbook book) {
      book.createInformationProperties();
      var summary = book.getDocumentSummaryInformation();
      var properties =
          Objects.requireNonNullElseGet(summary.getCustomProperties(), CustomProperties::new);
      properties.put(name, value);
      summary.setCustomProperties(properties);
    }
  }

  /** Adds to the words by which the workbook is found. */
  void keyword(String said) {
    if (workbook instanceof XSSFWorkbook book) {
      var core = book.getProperties().getCoreProperties();
      core.setKeywords(keywords(core.getKeywords(), said));
    } else if (workbook instanceof HSSFWorkbook book) {
      var summary = book.getSummaryInformation();
      summary.setKeywords(keywords(summary.getKeywords(), said));
    }
  }

  /** Returns the words by which a file is found, and one more. */
  static String keywords(@Nullable String before, String said) {
    return before == null || before.isBlank() ? said : before + "; " + said;
  }
}
