package dev.rollup.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.read.csv.CsvReader;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.XlsxReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChartSheet;
import org.apache.poi.xssf.usermodel.XSSFDialogsheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs the reader over real and hostile files and compares it with POI, cell by cell. */
@Tag("slow")
@Isolated("what it waits for is a time of its own, not that of its neighbours")
class PoiOracleTest {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** What differs for a reason: a file, and what its lines become. */
  private static final Map<String, Map<String, String>> EXPLAINED =
      Map.of(
          // A plain text with runs beside it. POI shows the runs only; nothing may be lost.
          "calamine/richtext-after-plain.xlsx",
          Map.of("A2 Text rval1rval2", "A2 Text tvalrval1rval2"),
          // Times of day in Chinese numerals, [DBNum1]h"时"mm"分", are no times to POI.
          "easyexcel/dataformat.xlsx",
          Map.of(
              "A26 number 43831.0423726852", "A26 Date 2020-01-01 01:01:01",
              "A27 number 43831.0423726852", "A27 Date 2020-01-01 01:01:01"));

  @TestFactory
  Stream<DynamicTest> every_file_has_an_outcome_in_time() {
    return Stream.of(new XlsxReader(), new XlsbReader(), new XlsReader(), new CsvReader())
        .flatMap(reader -> forEach(file -> readInTime(reader, file), ""));
  }

  @TestFactory
  Stream<DynamicTest> every_cell_is_as_poi_sees_it() {
    return forEach(PoiOracleTest::compareWithPoi, ".xlsx", ".xlsm");
  }

  /** Returns a test for each file of the corpora; one that is skipped where there are none. */
  private static Stream<DynamicTest> forEach(ThrowingConsumer<Path> test, String... endings) {
    Path corpora = shared().resolve("corpora");
    if (!Files.isDirectory(corpora)) {
      return Stream.of(
          DynamicTest.dynamicTest("no corpora", () -> assumeTrue(false, "no folder " + corpora)));
    }
    return DynamicTest.stream(files(corpora, endings).iterator(), PoiOracleTest::name, test);
  }

  private static Outcome<Document> readInTime(DocumentReader reader, Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    long start = System.nanoTime();
    var outcome = reader.read(content);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    assertThat(outcome.findings())
        .as("a refusal has one reason")
        .hasSizeBetween(outcome.value().isPresent() ? 0 : 1, 1);
    return outcome;
  }

  private static void compareWithPoi(Path file) throws IOException {
    var ours = readInTime(new XlsxReader(), file).value();
    assumeTrue(ours.isPresent(), "refused here");
    try (var theirs = openWithPoi(file)) {
      var expected = describe(theirs);
      var explained = EXPLAINED.getOrDefault(name(file), Map.of());
      assertThat(expected).containsAll(explained.keySet());
      expected.replaceAll(line -> explained.getOrDefault(line, line));
      assertThat(describe(ours.get())).isEqualTo(expected);
    }
  }

  private static XSSFWorkbook openWithPoi(Path file) throws IOException {
    XSSFWorkbook workbook = null;
    try {
      workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IOException | RuntimeException e) {
      assumeTrue(false, "refused by POI: " + e);
    }
    return workbook;
  }

  private static List<String> describe(Document document) {
    var lines = new ArrayList<String>();
    for (Grid grid : document.grids()) {
      lines.add("sheet " + grid.sheet() + (grid.hidden() ? " hidden" : ""));
      var rows = new TreeSet<Integer>();
      var columns = new TreeSet<Integer>();
      for (var placed : grid.cells()) {
        rows.add(placed.at().row());
        columns.add(placed.at().column());
        lines.add(placed.at().a1() + " " + describe(placed.cell()));
      }
      rows.removeIf(row -> !grid.rowHidden(row));
      columns.removeIf(column -> !grid.columnHidden(column));
      lines.add("hidden rows " + rows + " columns " + columns);
    }
    return lines;
  }

  private static String describe(Cell cell) {
    if (cell instanceof Cell.Formula formula) {
      return "formula " + describe(formula.cached());
    } else if (cell instanceof Cell.Number number) {
      return "number " + seen(number.value().doubleValue());
    } else if (cell instanceof Cell.Empty) {
      return "empty";
    }
    return cell.getClass().getSimpleName() + " " + cell.raw();
  }

  private static List<String> describe(XSSFWorkbook workbook) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      XSSFSheet sheet = workbook.getSheetAt(i);
      if (sheet instanceof XSSFChartSheet || sheet instanceof XSSFDialogsheet) {
        continue;
      }
      boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
      lines.add("sheet " + sheet.getSheetName() + (hidden ? " hidden" : ""));
      Map<Position, String> cells = new TreeMap<>();
      var rows = new TreeSet<Integer>();
      var columns = new TreeSet<Integer>();
      for (var row : sheet) {
        for (var cell : row) {
          String described = describe((XSSFCell) cell);
          if (!described.equals("empty")) {
            cells.put(new Position(cell.getRowIndex(), cell.getColumnIndex()), described);
            if (row.getZeroHeight()) {
              rows.add(cell.getRowIndex());
            }
            if (sheet.isColumnHidden(cell.getColumnIndex())) {
              columns.add(cell.getColumnIndex());
            }
          }
        }
      }
      cells.forEach((at, described) -> lines.add(at.a1() + " " + described));
      lines.add("hidden rows " + rows + " columns " + columns);
    }
    return lines;
  }

  private static String describe(XSSFCell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      // Cells inside the range of an array formula hold no formula of their own in the file.
      boolean own = cell.getCTCell().isSetF();
      return (own ? "formula " : "") + describe(cell, cell.getCachedFormulaResultType());
    }
    return describe(cell, cell.getCellType());
  }

  private static String describe(XSSFCell cell, CellType type) {
    if (!cell.getCTCell().isSetV() && !cell.getCTCell().isSetIs()) {
      // POI makes a zero or an empty text of a missing value.
      return "empty";
    }
    return switch (type) {
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell) || isChineseDate(cell.getCellStyle().getDataFormat())
              ? describe(new Cell.Date(cell.getLocalDateTimeCellValue()))
              : "number " + seen(cell.getNumericCellValue());
      case STRING -> describe(new Cell.Text(cell.getStringCellValue()));
      case BOOLEAN -> describe(new Cell.Bool(cell.getBooleanCellValue()));
      case ERROR -> describe(new Cell.ErrorValue(cell.getErrorCellString()));
      case BLANK -> "empty";
      case FORMULA, _NONE -> throw new AssertionError(type);
    };
  }

  /** The dates that only Chinese versions of Excel have built in are unknown to POI. */
  private static boolean isChineseDate(short format) {
    return format >= 27 && format <= 36 || format >= 50 && format <= 58;
  }

  private static List<Path> files(Path corpora, String... endings) {
    try (var walk = Files.walk(corpora)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared() {
    String property = System.getProperty("rollup.shared", System.getenv("ROLLUP_SHARED"));
    return Path.of(property == null ? "../shared" : property);
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  /** No spreadsheet shows more than 15 significant digits of a double. */
  private static double seen(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(15)).doubleValue();
  }
}
