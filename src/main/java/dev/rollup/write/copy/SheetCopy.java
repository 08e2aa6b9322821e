package dev.rollup.write.copy;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.report.BoundValues;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.Value;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.InlineBlanks;
import dev.rollup.write.xlsx.HiddenSheet;
import dev.rollup.write.xlsx.ReproducibleZip;
import dev.rollup.write.xlsx.SheetText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a copy of an office's own workbook: nothing moves but what stands below a list that
 * grows.
 */
public final class SheetCopy {

  private static final Date CREATED = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

  private final Workbook workbook;
  private final Map<CellStyle, CellStyle> quoted = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Integer>> grown = new HashMap<>();

  private SheetCopy(Workbook workbook) {
    this.workbook = workbook;
  }

  /**
   * Returns a copy of the blank with the totals in it. A formula is left to compute where it comes
   * to the total; elsewhere the total takes its place, or nothing where there is none.
   *
   * @param carried what the totals and rows are made of, for the level above
   * @param said how many units that is, in words: they stand below each sheet, outside of what is
   *     printed, and are what is left in a table of texts
   */
  public static byte[] of(Blank blank, BoundValues values, RollUpContents carried, String said) {
    try (Workbook workbook = open(blank)) {
      var sheets = new SheetCopy(workbook);
      sheets.fill(values);
      sheets.settle(blank, values, true);
      BelowPage.write(workbook, blank, said);
      HiddenSheet.add(workbook, RollUp.ORIGINS, RollUpTable.of(carried));
      RollUpTable.properties(carried).forEach(sheets::say);
      sheets.keyword(said);
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
      var header = new LinkedHashMap<HeaderBlank, Value>();
      unit.ifPresent(
          name ->
              blank.header("unit").ifPresent(known -> header.put(known, new Value.Words(name))));
      new SheetCopy(workbook).header(header);
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
   * what was a formula says what it came to. Every total has its field's name; the rows of lists
   * have none.
   */
  public static void fill(Workbook copy, Blank blank, BoundValues values) {
    var sheets = new SheetCopy(copy);
    sheets.fill(values);
    sheets.settle(blank, values, false);
    copy.forEach(SheetCopy::withoutFormulas);
    sheets.name(blank);
  }

  /**
   * Writes what a unit said into a workbook that began as a copy of the blank, to be filled in
   * anew.
   */
  public static void fillFor(Workbook copy, Blank blank, BoundValues values) {
    new InputCells(copy).open(blank);
    new SheetCopy(copy).fill(values);
    new Formulas(copy).compute();
  }

  /**
   * Writes a mark into every blank of a workbook that began as a copy of the form, formulas among
   * them: a mark is there to be read.
   */
  public static void mark(Workbook copy, BoundValues marks) {
    var sheets = new SheetCopy(copy);
    for (var binding : marks.values().keySet()) {
      Cell cell = sheets.cell(binding.at().on(), binding.at().cell());
      if (cell.getCellType() == CellType.FORMULA) {
        withoutFormula(cell);
      }
    }
    sheets.fill(marks);
  }

  /** Returns an empty cell that takes the place of one with a formula, and looks like it. */
  private static Cell withoutFormula(Cell cell) {
    // POI forgets how a cell of old looks when it takes the formula away, or fails.
    CellStyle style = cell.getCellStyle();
    Row row = cell.getRow();
    int column = cell.getColumnIndex();
    row.removeCell(cell);
    Cell plain = row.createCell(column);
    plain.setCellStyle(style);
    return plain;
  }

  /** Gives the workbook a property, whatever other properties it has. */
  private void say(String name, String value) {
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
  private void keyword(String said) {
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
                    (Map.Entry<Block.Rows, List<Map<Binding, Value>>> list) -> first(list.getKey()))
                .reversed())
        .forEach(list -> list(list.getKey(), list.getValue()));
  }

  /** Holds what the formulas of the form come to against the totals. */
  private void settle(Blank blank, BoundValues values, boolean live) {
    boolean settled = false;
    while (!settled) {
      // What takes the place of one formula may change what others come to.
      settled = settledOnce(blank, values, live);
    }
    if (new Formulas(workbook).compute()) {
      // Who is told to compute all anew believes none of the results.
      workbook.setForceFormulaRecalculation(false);
    }
  }

  /** Returns whether every formula of a blank stays as it is. */
  private boolean settledOnce(Blank blank, BoundValues values, boolean live) {
    var formulas = new Formulas(workbook);
    boolean settled = true;
    for (var block : blank.blocks()) {
      List<Map<Binding, Value>> rows = List.of(values.values());
      if (block instanceof Block.Rows list) {
        rows = values.lists().getOrDefault(list, List.of());
      }
      for (int i = 0; i < rows.size(); i++) {
        for (var binding : block.bindings()) {
          Optional<Cell> cell = formula(binding, i);
          Value value = rows.get(i).get(binding);
          if (cell.isPresent() && !(live && comesTo(cell.get(), value, binding, formulas))) {
            settled = false;
            Cell plain = withoutFormula(cell.get());
            if (value instanceof Value.Number number) {
              number(plain, number.number());
            }
          }
        }
      }
    }
    return settled;
  }

  private Optional<Cell> formula(Binding binding, int row) {
    return Optional.of(binding)
        .filter(Binding::formula)
        .map(known -> cell(known.at(), row))
        .filter(cell -> cell.getCellType() == CellType.FORMULA);
  }

  private void name(Blank blank) {
    var names = new CellNames(workbook);
    for (var block : blank.blocks()) {
      for (var binding : block.bindings()) {
        if (!(block instanceof Block.Rows) && whole(binding.at())) {
          names.field(binding, 0, cell(binding.at(), 0));
        }
      }
    }
  }

  private static boolean whole(Place at) {
    return at.kind() == Place.Kind.SHEET && at.blank() == 0;
  }

  private static boolean comesTo(
      Cell cell, @Nullable Value value, Binding binding, Formulas formulas) {
    return value instanceof Value.Number number
        && formulas.comesTo(cell, stored(cell, number.number()), rounding(cell, binding));
  }

  /** A rate is told rounded, and computed by a program as exactly as it can. */
  private static double rounding(Cell cell, Binding binding) {
    double half = binding.adds() == Adds.RATIO ? 0.05 : 0;
    return isPercent(cell) ? half / 100 : half;
  }

  /** Returns the row to which a place of the blank has moved because lists above it grew. */
  private int moved(Place at) {
    int row = at.cell().row();
    return row
        + grown.getOrDefault(at.on(), new TreeMap<>()).headMap(row).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
  }

  private static int first(Block.Rows list) {
    return list.bindings().get(0).at().cell().row();
  }

  private void header(Map<HeaderBlank, Value> header) {
    var inCell = new LinkedHashMap<String, List<Map.Entry<HeaderBlank, Value>>>();
    for (var entry : header.entrySet()) {
      inCell
          .computeIfAbsent(entry.getKey().at().blank(0).toString(), at -> new ArrayList<>())
          .add(entry);
    }
    for (var entries : inCell.values()) {
      HeaderBlank one = entries.get(0).getKey();
      Cell cell = cell(one.at().on(), one.at().cell());
      if (one.whole()) {
        write(cell, shown(entries.get(0).getValue()));
      } else {
        for (var entry : entries) {
          var around = InlineBlanks.around(entry.getKey());
          write(cell, around.filledOnce(cell.getStringCellValue(), shown(entry.getValue())));
        }
      }
    }
  }

  /** Returns what stands in a blank of the head, as a form has it. */
  static String shown(Value value) {
    return Objects.toString(value.written(), "");
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

  /** Returns the cell to which a place of the blank, or a row below it, has moved. */
  private Cell cell(Place at, int row) {
    return cell(at.on(), new Position(moved(at) + row, at.cell().column()));
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
  static String words(Value value) {
    return Objects.toString(value.plain(), "");
  }

  /** Returns an answer before what is printed behind its room. */
  static String before(Value value, String printed) {
    return words(value) + printed.strip().replaceFirst("^[_＿]+", "");
  }

  private void put(Cell cell, Value value) {
    if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isBlank()) {
      write(cell, before(value, cell.getStringCellValue()));
      return;
    }
    if (value instanceof Value.Number number) {
      number(cell, number.number());
    } else {
      write(cell, words(value));
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
    cell.setCellValue(stored(cell, number).doubleValue());
  }

  /** Returns a number as a cell holds it: one that shows percent holds the hundredth. */
  private static BigDecimal stored(Cell cell, BigDecimal number) {
    return isPercent(cell) ? number.movePointLeft(2) : number;
  }

  private static boolean isPercent(Cell cell) {
    return cell.getCellStyle().getDataFormatString().contains("%");
  }

  private static void withoutFormulas(Sheet sheet) {
    for (var row : sheet) {
      for (var cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          CellType type = cell.getCachedFormulaResultType();
          String words = type == CellType.STRING ? cell.getStringCellValue() : "";
          double value = type == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
          cell.removeFormula();
          if (value != 0) {
            cell.setCellValue(value);
          } else if (!words.isEmpty()) {
            cell.setCellValue(words);
          } else {
            cell.setBlank();
          }
        }
      }
    }
  }

  private void list(Block.Rows list, List<Map<Binding, Value>> rows) {
    String on = list.bindings().get(0).at().on();
    Sheet sheet = workbook.getSheet(on);
    int first = first(list);
    int last = first + list.rows() - 1;
    if (rows.size() > list.rows()) {
      grow(sheet, last, rows.size() - list.rows());
      grown.computeIfAbsent(on, any -> new TreeMap<>()).put(last, rows.size() - list.rows());
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
    } else if (model.getCellType() == CellType.STRING
        && above != null
        && above.getCellType() == CellType.STRING) {
      RowNumbers.next(above.getStringCellValue(), model.getStringCellValue(), further)
          .ifPresent(added.getCell(model.getColumnIndex())::setCellValue);
    }
  }
}
