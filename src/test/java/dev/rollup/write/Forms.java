package dev.rollup.write;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.template.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the tests of forms have in common: the built-in template, and reading back with POI. */
public final class Forms {

  public static final Template TEMPLATE = template();
  public static final Messages ZH = new Messages(Language.ZH);

  private Forms() {}

  public static XSSFWorkbook open(byte[] workbook) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cell that a name refers to. */
  public static XSSFCell cell(XSSFWorkbook workbook, String name) {
    var at = new CellReference(workbook.getName(name).getRefersToFormula());
    return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
  }

  private static Template template() {
    try {
      return TemplateReader.read(TemplateReader.DEFAULT_ID);
    } catch (Mistake e) {
      throw new IllegalStateException(e);
    }
  }
}
