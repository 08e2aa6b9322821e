package dev.rollup.write;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.report.TitleBlock;
import dev.rollup.template.Template;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.summary.SummaryWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the tests of forms have in common: the built-in template, and reading back with POI. */
public final class Forms {

  public static final Template TEMPLATE = template();
  public static final Messages ZH = new Messages(Language.ZH);

  /** Who writes to the units, without a name. */
  public static final Sender SENDER =
      new Sender(
          TEMPLATE,
          ZH,
          Optional.empty(),
          Optional.empty(),
          TEMPLATE.deadline(),
          Optional.empty(),
          Optional.empty());

  /** What stands above what is written. */
  public static final TitleBlock BLOCK =
      new TitleBlock(
          TEMPLATE.district(),
          TEMPLATE.period(),
          Optional.empty(),
          TEMPLATE.deadline(),
          TEMPLATE.zone());

  private Forms() {}

  /** Returns the writer of summaries. */
  public static SummaryWorkbook summaries() {
    return new SummaryWorkbook(
        TEMPLATE, ZH, SENDER, false, Path.of(System.getProperty("java.io.tmpdir")));
  }

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
