package dev.rollup.write.copy;

import dev.rollup.model.Position;
import dev.rollup.report.BoundValues;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.InlineBlanks;
import dev.rollup.write.xlsx.ReproducibleZip;
import dev.rollup.write.xlsx.SheetText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes into a copy of an office's own workbook: nothing moves but what stands below a list that
 * grows.
 */
public final class SheetCopy {

  private static final Date CREATED = new Date(946_684_800_000L);

  private final Workbook workbook;
  private final boolean constants;
  private final Map<CellStyle, CellStyle> quoted = new HashMap<>();

  private SheetCopy(Workbook workbook, boolean constants) {
    this.workbook = workbook;
    this.constants = constants;
  }

  /** Returns a copy of the blank with the totals in it; its formulas are left to compute. */
  public static byte[] of(Blank blank, BoundValues values) {
    try (Workbook workbook = open(blank)) {
      new SheetCopy(workbook, false).fill(values);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a copy of the blank for a unit to fill in: nothing but its blanks can be changed.
   *
   * @param unit what stands in the unit's blank already; empty to leave it as it is
   */
  public static byte[] forUnit(Blank blank, Optional<String> unit) {
    try (Workbook workbook = open(blank)) {
      new InputCells(workbook).open(blank);
      var header = new LinkedHashMap<HeaderBlank, Object>();
      unit.ifPresent(name -> blank.header("unit").ifPresent(known -> header.put(known, name)));
      new SheetCopy(workbook, false).header(header);
      return bytes(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workbook open(Blank blank) throws IOException {
    byte[] content = blank.content().bytes();
    return isOld(content)
        ? new HSSFWorkbook(new ByteArrayInputStream(content))
        : new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  /**
   * Writes the totals into a workbook that began as a copy of the blank, and nothing but numbers:
   * what was a formula says what it came to.
   */
  public static void fill(Workbook copy, BoundValues values) {
    new SheetCopy(copy, true).fill(values);
  }

  /**
   * Writes what a unit said into a workbook that began as a copy of the blank, to be filled in
   * anew.
   */
  public static void fillFor(Workbook copy, Blank blank, BoundValues values) {
    new InputCells(copy).open(blank);
    new SheetCopy(copy, false).fill(values);
  }

  /**
   * Writes a mark into every blank of a workbook that began as a copy of the form, formulas among
   * them: a mark is there to be read.
   */
  public static void mark(Workbook copy, BoundValues marks) {
    var sheets = new SheetCopy(copy, false);
    for (var binding : marks.values().keySet()) {
      Cell cell = sheets.cell(binding.at().on(), binding.at().cell());
      if (cell.getCellType() == CellType.FORMULA) {
        // POI forgets how a cell of old looks when it takes the formula away.
        CellStyle style = cell.getCellStyle();
        Row row = cell.getRow();
        row.removeCell(cell);
        row.createCell(binding.at().cell().column()).setCellStyle(style);
      }
    }
    sheets.fill(marks);
  }

  /** Tells whether a workbook is of the kind before 2007, by its first bytes. */
  public static boolean isOld(byte[] content) {
    return content.length > 0 && content[0] == (byte) 0xD0;
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    var bytes = new ByteArrayOutputStream(1 << 15);
    if (workbook instanceof XSSFWorkbook book) {
      var core = book.getProperties().getCoreProperties();
      if (core.getCreated() == null) {
        core.setCreated(Optional.of(CREATED));
      }
      core.setModified(Optional.of(core.getCreated()));
      var zip = new ReproducibleZip(bytes);
      book.write(zip);
      zip.close();
    } else {
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private void fill(BoundValues values) {
    header(values.header());
    var sentences = new LinkedHashMap<String, Map<Binding, String>>();
    values
        .values()
        .forEach(
            (binding, value) -> {
              if (binding.at().blank() > 0) {
                sentences
                    .computeIfAbsent(binding.at().blank(0).toString(), at -> new LinkedHashMap<>())
                    .put(binding, words(value));
              } else {
                put(cell(binding.at().on(), binding.at().cell()), value);
              }
            });
    sentences.values().forEach(this::sentence);
    values.lists().entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Block.Rows, List<Map<Binding, Object>>> list) ->
                        first(list.getKey()))
                .reversed())
        .forEach(list -> list(list.getKey(), list.getValue()));
    if (constants) {
      workbook.forEach(SheetCopy::withoutFormulas);
    }
  }

  private static int first(Block.Rows list) {
    return list.bindings().get(0).at().cell().row();
  }

  private void header(Map<HeaderBlank, Object> header) {
    var inCell = new LinkedHashMap<String, List<HeaderBlank>>();
    header
        .keySet()
        .forEach(
            blank ->
                inCell
                    .computeIfAbsent(blank.at().blank(0).toString(), at -> new ArrayList<>())
                    .add(blank));
    for (var blanks : inCell.values()) {
      HeaderBlank one = blanks.get(0);
      Cell cell = cell(one.at().on(), one.at().cell());
      if (one.whole()) {
        write(cell, shown(header.get(one)));
      } else {
        for (var blank : blanks) {
          var around = InlineBlanks.around(blank);
          write(cell, around.filledOnce(cell.getStringCellValue(), shown(header.get(blank))));
        }
      }
    }
  }

  static String shown(Object value) {
    return value instanceof LocalDate day
        ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
        : String.valueOf(value);
  }

  private void sentence(Map<Binding, String> answers) {
    Binding any = answers.keySet().iterator().next();
    Cell cell = cell(any.at().on(), any.at().cell());
    write(cell, filled(cell.getStringCellValue(), answers));
  }

  /** Fills the blanks of one sentence in. */
  static String filled(String text, Map<Binding, String> answers) {
    Binding any = answers.keySet().iterator().next();
    InlineBlanks words = InlineBlanks.ofSentence(any.row().get(any.row().size() - 1));
    var inOrder = new ArrayList<String>();
    for (int i = 0; i + 1 < words.literals().size(); i++) {
      inOrder.add(null);
    }
    answers.forEach(
        (binding, answer) -> {
          if (binding.at().blank() <= inOrder.size()) {
            inOrder.set(binding.at().blank() - 1, answer);
          }
        });
    return words.filled(text, inOrder);
  }

  private Cell cell(String sheet, Position at) {
    Sheet on = workbook.getSheet(sheet);
    Row row = on.getRow(at.row());
    if (row == null) {
      row = on.createRow(at.row());
    }
    return row.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  /** Returns a number or words as text. */
  static String words(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  /** Returns an answer before what is printed behind its room. */
  static String before(Object value, String printed) {
    return words(value) + printed.strip().replaceFirst("^[_＿]+", "");
  }

  private void put(Cell cell, Object value) {
    if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isBlank()) {
      write(cell, before(value, cell.getStringCellValue()));
      return;
    }
    if (value instanceof BigDecimal number) {
      number(cell, number);
    } else {
      write(cell, String.valueOf(value));
    }
  }

  /** Writes words from anywhere: never a formula, never broken XML. */
  private void write(Cell cell, String text) {
    // POI leaves words that stand in the cell itself beside those that replace them.
    cell.setBlank();
    cell.setCellValue(SheetText.clean(text));
    if (SheetText.needsQuote(text)) {
      cell.setCellStyle(quoted.computeIfAbsent(cell.getCellStyle(), this::asQuoted));
    }
  }

  private CellStyle asQuoted(CellStyle style) {
    CellStyle copy = workbook.createCellStyle();
    copy.cloneStyleFrom(style);
    copy.setQuotePrefixed(true);
    return copy;
  }

  private static void number(Cell cell, BigDecimal number) {
    if (cell.getCellType() == CellType.STRING) {
      cell.setBlank();
    }
    boolean percent = cell.getCellStyle().getDataFormatString().contains("%");
    cell.setCellValue((percent ? number.movePointLeft(2) : number).doubleValue());
  }

  private static void withoutFormulas(Sheet sheet) {
    for (var row : sheet) {
      for (var cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          boolean number = cell.getCachedFormulaResultType() == CellType.NUMERIC;
          double value = number ? cell.getNumericCellValue() : 0;
          cell.removeFormula();
          if (number && value != 0) {
            cell.setCellValue(value);
          } else {
            cell.setBlank();
          }
        }
      }
    }
  }

  private void list(Block.Rows list, List<Map<Binding, Object>> rows) {
    String on = list.bindings().get(0).at().on();
    Sheet sheet = workbook.getSheet(on);
    int first = first(list);
    int last = first + list.rows() - 1;
    if (rows.size() > list.rows()) {
      grow(sheet, last, rows.size() - list.rows());
    }
    for (int i = 0; i < rows.size(); i++) {
      int row = first + i;
      rows.get(i)
          .forEach(
              (binding, value) -> {
                Cell cell = cell(on, new Position(row, binding.at().cell().column()));
                put(cell, value);
              });
    }
  }

  /** Adds rows in the style of the last one; what is below moves down. */
  private static void grow(Sheet sheet, int last, int more) {
    if (sheet.getLastRowNum() > last) {
      sheet.shiftRows(last + 1, sheet.getLastRowNum(), more, true, false);
    }
    Row model = sheet.getRow(last);
    List<CellRangeAddress> merged =
        sheet.getMergedRegions().stream()
            .filter(area -> area.getFirstRow() == last && area.getLastRow() == last)
            .toList();
    for (int row = last + 1; row <= last + more; row++) {
      Row added = sheet.createRow(row);
      if (model == null) {
        continue;
      }
      added.setHeight(model.getHeight());
      for (var cell : model) {
        added.createCell(cell.getColumnIndex()).setCellStyle(cell.getCellStyle());
        ordinal(cell, added, row - last);
      }
      for (var area : merged) {
        sheet.addMergedRegion(
            new CellRangeAddress(row, row, area.getFirstColumn(), area.getLastColumn()));
      }
    }
  }

  /** Goes on with a column that numbers the rows. */
  private static void ordinal(Cell model, Row added, int further) {
    Row before = model.getSheet().getRow(model.getRowIndex() - 1);
    Cell above = before == null ? null : before.getCell(model.getColumnIndex());
    if (model.getCellType() == CellType.NUMERIC
        && above != null
        && above.getCellType() == CellType.NUMERIC
        && model.getNumericCellValue() - above.getNumericCellValue() == 1) {
      added.getCell(model.getColumnIndex()).setCellValue(model.getNumericCellValue() + further);
    }
  }
}
