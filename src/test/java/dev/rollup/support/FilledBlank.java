package dev.rollup.support;

import dev.rollup.config.TemplateReader;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.template.Template;
import dev.rollup.write.form.BlankWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Fills the blank workbook in as a unit does: by typing into its input cells. */
public final class FilledBlank {

  private static final Pattern NO_WORDS =
      Pattern.compile("[=@#].*|format .*|TRUE|-?\\d+(\\.\\d+)?", Pattern.DOTALL);

  private static byte[] blank;

  private FilledBlank() {}

  /** Returns the blank of the built-in template. */
  public static synchronized byte[] blank() {
    try {
      if (blank == null) {
        Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
        blank = BlankWorkbook.of(template, null, new Messages(Language.ZH));
      }
      return blank;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fills in by defined name; see {@link #type} for how a value is written. */
  public static byte[] with(Map<String, String> values) {
    return with(values, workbook -> {});
  }

  /** Fills in, then does to the workbook what else a unit may do to it. */
  public static byte[] with(Map<String, String> values, Consumer<XSSFWorkbook> afterwards) {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(blank()))) {
      values.forEach((name, value) -> type(cell(workbook, name), value));
      afterwards.accept(workbook);
      var out = new ByteArrayOutputStream();
      workbook.write(out);
      return FixedZip.of(out.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the input cell of a name. */
  public static XSSFCell cell(XSSFWorkbook workbook, String name) {
    var area =
        new AreaReference(
            workbook.getName(name).getRefersToFormula(), workbook.getSpreadsheetVersion());
    CellReference at = area.getFirstCell();
    XSSFSheet sheet = workbook.getSheet(at.getSheetName());
    return sheet.getRow(at.getRow()).getCell(at.getCol());
  }

  /**
   * Types a value into a cell: digits are a number, {@code =…} is a formula with its result, {@code
   * =?…} a formula without one, {@code @2023-06-28} a date cell, {@code 0%:0.5} a number under a
   * format of its own, {@code #REF!} an error, TRUE a boolean; all else is text.
   */
  public static void type(Cell cell, String value) {
    var workbook = cell.getSheet().getWorkbook();
    if (isWords(value)) {
      cell.setCellValue(value);
    } else if (value.startsWith("=?")) {
      cell.setCellFormula(value.substring(2));
    } else if (value.startsWith("=")) {
      cell.setCellFormula(value.substring(1));
      workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
    } else if (value.startsWith("@")) {
      cell.setCellValue(LocalDate.parse(value.substring(1)));
      format(cell, "yyyy-mm-dd");
    } else if (value.startsWith("format ")) {
      String[] parts = value.substring("format ".length()).split(" ");
      cell.setCellValue(Double.parseDouble(parts[1]));
      format(cell, parts[0]);
    } else if (value.equals("TRUE")) {
      cell.setCellValue(true);
    } else if (value.startsWith("#")) {
      cell.setCellErrorValue(FormulaError.forString(value).getCode());
    } else {
      cell.setCellValue(Double.parseDouble(value));
    }
  }

  /** Tells whether a value is typed as text. */
  static boolean isWords(String value) {
    return !NO_WORDS.matcher(value).matches();
  }

  private static void format(Cell cell, String code) {
    var workbook = cell.getSheet().getWorkbook();
    var style = workbook.createCellStyle();
    style.cloneStyleFrom(cell.getCellStyle());
    style.setDataFormat(workbook.createDataFormat().getFormat(code));
    cell.setCellStyle(style);
  }
}
