package dev.rollup.write.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.report.BoundValues;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A formula stays where it comes to the total, and says nothing of its own anywhere else. */
class CopyFormulasTest {

  private static final Binding PART = binding("1.1.1", 1, 0, Adds.SUM, false);
  private static final Binding OTHER = binding("1.1.2", 1, 1, Adds.SUM, false);
  private static final Binding SUM = binding("1.1.3", 1, 2, Adds.SUM, true);
  private static final Binding RATE = binding("1.1.4", 1, 3, Adds.RATIO, true);
  private static final Binding PERCENT = binding("1.1.5", 1, 4, Adds.RATIO, true);
  private static final Binding LISTED = binding("2.1.1", 3, 0, Adds.SUM, false);
  private static final Binding BELOW = binding("3.1.1", 4, 0, Adds.SUM, true);

  static Stream<Workbook> books() {
    return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
  }

  @ParameterizedTest
  @MethodSource("books")
  void a_formula_that_comes_to_the_total_stays(Workbook book) throws IOException {
    Sheet sheet =
        copied(book, Map.of(PART, "0.1", OTHER, "0.2", SUM, "0.3", RATE, "50", PERCENT, "50"), 1);

    assertThat(told(sheet, 1, 2)).startsWith("FORMULA 0.3");
    assertThat(told(sheet, 1, 3)).isEqualTo("FORMULA 50.0");
    assertThat(told(sheet, 1, 4)).isEqualTo("FORMULA 0.5");
  }

  @ParameterizedTest
  @MethodSource("books")
  void a_rate_may_be_rounded(Workbook book) throws IOException {
    Sheet sheet = copied(book, Map.of(PART, "1", OTHER, "3", RATE, "33.3", PERCENT, "33.3"), 1);

    assertThat(told(sheet, 1, 3)).startsWith("FORMULA 33.3333");
    assertThat(told(sheet, 1, 4)).startsWith("FORMULA 0.33333");
  }

  @ParameterizedTest
  @MethodSource("books")
  void a_total_takes_the_place_of_a_formula_that_comes_to_another(Workbook book)
      throws IOException {
    Sheet sheet =
        copied(book, Map.of(PART, "1", OTHER, "3", SUM, "5", RATE, "33.4", PERCENT, "34"), 1);

    assertThat(told(sheet, 1, 2)).isEqualTo("NUMERIC 5.0");
    assertThat(told(sheet, 1, 3)).isEqualTo("NUMERIC 33.4");
    assertThat(told(sheet, 1, 4)).isEqualTo("NUMERIC 0.34");
  }

  @ParameterizedTest
  @MethodSource("books")
  void what_has_no_total_shows_none(Workbook book) throws IOException {
    Sheet sheet = copied(book, Map.of(PART, "1", OTHER, "3"), 1);

    for (int column = 2; column <= 4; column++) {
      assertThat(told(sheet, 1, column)).isEqualTo("BLANK");
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void a_formula_that_is_no_blank_is_computed(Workbook book) throws IOException {
    Sheet sheet = copied(book, Map.of(PART, "1", OTHER, "3"), 1);

    assertThat(told(sheet, 1, 5)).isEqualTo("FORMULA 2.0");
  }

  /** Programs do not stretch a sum over rows that come behind its last one. */
  @ParameterizedTest
  @MethodSource("books")
  void a_sum_below_a_list_that_grew_is_that_of_all_rows(Workbook book) throws IOException {
    Sheet sheet = copied(book, Map.of(BELOW, "6"), 3);

    assertThat(told(sheet, 4, 0)).isEqualTo("NUMERIC 2.0");
    assertThat(told(sheet, 5, 0)).isEqualTo("NUMERIC 3.0");
    assertThat(told(sheet, 6, 0)).isEqualTo("NUMERIC 6.0");
  }

  @ParameterizedTest
  @MethodSource("books")
  void a_sum_below_a_list_that_fits_stays(Workbook book) throws IOException {
    Sheet sheet = copied(book, Map.of(BELOW, "1"), 1);

    assertThat(told(sheet, 4, 0)).isEqualTo("FORMULA 1.0");
  }

  private static String told(Sheet sheet, int row, int column) {
    Cell cell = sheet.getRow(row).getCell(column);
    return cell.getCellType() == CellType.BLANK
        ? "BLANK"
        : cell.getCellType() + " " + cell.getNumericCellValue();
  }

  private static Sheet copied(Workbook book, Map<Binding, String> totals, int rows)
      throws IOException {
    Block.Rows list = new Block.Rows("2", 1, List.of(LISTED));
    var listed = new ArrayList<Map<Binding, Value>>();
    for (int row = 1; row <= rows; row++) {
      listed.add(Map.of(LISTED, new Value.Number(BigDecimal.valueOf(row))));
    }
    var values = new HashMap<Binding, Value>();
    totals.forEach(
        (binding, total) -> values.put(binding, new Value.Number(new BigDecimal(total))));
    byte[] copy =
        SheetCopy.of(
            blank(book, list),
            new BoundValues(Map.of(), values, Map.of(list, listed)),
            RollUpContents.NONE,
            "");
    return WorkbookFactory.create(new ByteArrayInputStream(copy)).getSheetAt(0);
  }

  private static Blank blank(Workbook book, Block.Rows list) throws IOException {
    try (book;
        var bytes = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("表");
      var row = sheet.createRow(1);
      row.createCell(2).setCellFormula("SUM(A2:B2)");
      row.createCell(3).setCellFormula("A2/B2*100");
      row.createCell(4).setCellFormula("A2/B2");
      var percent = book.createCellStyle();
      percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
      row.getCell(4).setCellStyle(percent);
      row.createCell(5).setCellFormula("B2-A2");
      sheet.createRow(3).createCell(0);
      sheet.createRow(4).createCell(0).setCellFormula("SUM(A4:A4)");
      book.write(bytes);
      return new Blank(
          "blank",
          "0",
          "表",
          new Blank.Content(bytes.toByteArray()),
          List.of(),
          List.of(
              new Block.Matrix("1", List.of(PART, OTHER, SUM, RATE, PERCENT)),
              list,
              new Block.Matrix("3", List.of(BELOW))),
          List.of());
    }
  }

  private static Binding binding(String id, int row, int column, Adds adds, boolean formula) {
    return new Binding(
        id,
        Place.onSheet("表", new Position(row, column)),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        FieldType.DECIMAL,
        Optional.empty(),
        1,
        false,
        List.of(),
        adds,
        Optional.empty(),
        formula,
        true);
  }
}
