package dev.rollup.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.BindingsWriter;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Outcome;
import dev.rollup.match.blank.BlankMatcher;
import dev.rollup.model.Document;
import dev.rollup.read.blank.BlankPages;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table that is on a form twice is told from its twin by what a person tells it by, or is not
 * read: its title, its sheet's name, the heading above its rows.
 */
@Tag("slow")
class TwinsTest {

  private static final List<String> SHEETS = List.of("城镇", "农村");
  private static final List<String> BLOCKS = List.of("一、职工", "二、居民");
  private static final List<String> ROWS = List.of("年初参保", "年末参保", "享受待遇");

  /** By sheet and block. */
  private static final int[][] FIRST = {{1000, 2000}, {3000, 4000}};

  private static Template template;
  private static Document blank;

  @BeforeAll
  static void infer() throws Exception {
    byte[] content = workbook(false);
    Blank inferred =
        FormInference.of(
                BlankPages.read(content, false).orElseThrow(),
                "blank.xlsx",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
                new Blank.Content(content))
            .orElseThrow();
    var json = new ByteArrayOutputStream();
    BindingsWriter.write("twins", inferred, json);
    template = TemplateReader.read(json.toByteArray(), "twins.json");
    blank = new XlsxReader().read(content).value().orElseThrow();
  }

  static Stream<Arguments> deeds() {
    return Stream.of(
        deed("nothing", "1111", book -> {}),
        deed("the first is gone", "0011", book -> book.removeSheetAt(0)),
        deed("the second is gone", "1100", book -> book.removeSheetAt(1)),
        deed("in the other order", "1111", book -> book.setSheetOrder("农村", 0)),
        deed("without names", "1111", TwinsTest::unnamed),
        deed("without titles", "1111", TwinsTest::untitled),
        deed(
            "without titles, in the other order",
            "1111",
            book -> {
              untitled(book);
              book.setSheetOrder("农村", 0);
            }),
        deed(
            "without names, in the other order",
            "1111",
            book -> {
              book.setSheetOrder("农村", 0);
              unnamed(book);
            }),
        deed(
            "without names and titles",
            "0000",
            book -> {
              unnamed(book);
              untitled(book);
            }),
        deed(
            "names exchanged, but not titles",
            "0000",
            book -> {
              book.setSheetName(0, "x");
              book.setSheetName(1, "城镇");
              book.setSheetName(0, "农村");
            }),
        deed(
            "a row of the first is gone",
            "?111",
            book -> book.getSheetAt(0).removeRow(book.getSheetAt(0).getRow(4))),
        deed("headings exchanged", "??11", book -> exchanged(book.getSheetAt(0), 3, 7)),
        deed(
            "blocks exchanged",
            "??11",
            book -> {
              for (int row = 3; row < 7; row++) {
                exchanged(book.getSheetAt(0), row, row + 4);
              }
            }),
        deed("rows exchanged across headings", "??11", book -> exchanged(book.getSheetAt(0), 4, 9)),
        deed(
            "a copy beside it",
            "",
            book -> {
              book.cloneSheet(1);
              book.getSheetAt(2).getRow(4).getCell(1).setCellValue(77);
            }),
        deed("a copy that nobody filled in", "1111", TwinsTest::withBlankCopy));
  }

  private static Arguments deed(String name, String read, Consumer<Workbook> deed) {
    return Arguments.of(name, read, deed);
  }

  /**
   * @param read of each block whether it is read: 1, not at all: 0, or in part: ?; empty where the
   *     file has two forms
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("deeds")
  void every_number_is_its_own_or_not_read(String name, String read, Consumer<Workbook> deed)
      throws Exception {
    byte[] filled;
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(workbook(true)));
        var bytes = new ByteArrayOutputStream()) {
      deed.accept(book);
      book.write(bytes);
      filled = bytes.toByteArray();
    }
    List<Outcome<Submission>> forms =
        new BlankMatcher(template, blank)
            .match(new XlsxReader().read(filled).value().orElseThrow());

    assertThat(forms).hasSize(read.isEmpty() ? 2 : 1);
    for (int block = 0; block < read.length(); block++) {
      int first = FIRST[block / 2][block % 2];
      var values = new TreeSet<Integer>();
      String sheet = SHEETS.get(block / 2);
      String heading = BLOCKS.get(block % 2);
      for (Entry entry : forms.get(0).value().orElseThrow().entries()) {
        Binding binding =
            template.blank().orElseThrow().bindings().stream()
                .filter(each -> each.id().equals(entry.field().id()))
                .findFirst()
                .orElseThrow();
        if (binding.at().on().equals(sheet)
            && (binding.at().cell().row() > 7 ? 1 : 0) == block % 2
            && entry.state() == State.READ) {
          values.add(entry.number().intValueExact());
        }
      }
      var all = new TreeSet<Integer>();
      for (int i = 0; i < ROWS.size() * 2; i++) {
        all.add(first + i);
      }
      switch (read.charAt(block)) {
        case '1' -> assertThat(values).as(sheet + heading).isEqualTo(all);
        case '0' -> assertThat(values).as(sheet + heading).isEmpty();
        default -> assertThat(all).as(sheet + heading).containsAll(values);
      }
    }
  }

  private static void unnamed(Workbook book) {
    book.setSheetName(0, "Sheet1");
    book.setSheetName(1, "Sheet2");
  }

  private static void untitled(Workbook book) {
    book.forEach(sheet -> sheet.getRow(0).getCell(0).setCellValue("参加医疗保险情况表"));
  }

  private static void withBlankCopy(Workbook book) {
    Sheet copy = book.cloneSheet(1);
    for (Row row : copy) {
      for (int column = 1; column < 3 && row.getRowNum() > 3; column++) {
        if (row.getCell(column) != null) {
          row.getCell(column).setBlank();
        }
      }
    }
  }

  private static void exchanged(Sheet sheet, int one, int two) {
    for (int column = 0; column < 3; column++) {
      var first = sheet.getRow(one).getCell(column);
      var second = sheet.getRow(two).getCell(column);
      if (first.getCellType() != second.getCellType() || first.getCellType() == CellType.BLANK) {
        continue;
      }
      if (column == 0) {
        String words = first.getStringCellValue();
        first.setCellValue(second.getStringCellValue());
        second.setCellValue(words);
      } else {
        double number = first.getNumericCellValue();
        first.setCellValue(second.getNumericCellValue());
        second.setCellValue(number);
      }
    }
  }

  private static byte[] workbook(boolean filled) throws Exception {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      for (int i = 0; i < SHEETS.size(); i++) {
        Sheet sheet = book.createSheet(SHEETS.get(i));
        put(sheet, 0, SHEETS.get(i) + "参加医疗保险情况表");
        put(sheet, 1, "填报单位：" + (filled ? "城桥镇" : "________"));
        put(sheet, 2, "项目", "人数（人）", "其中：女（人）");
        ruled(book, sheet);
        int at = 3;
        for (int block = 0; block < BLOCKS.size(); block++) {
          put(sheet, at++, BLOCKS.get(block));
          int number = FIRST[i][block];
          for (String row : ROWS) {
            put(sheet, at, row);
            for (int column = 1; column < 3; column++) {
              if (filled) {
                sheet.getRow(at).getCell(column).setCellValue(number++);
              }
            }
            at++;
          }
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void ruled(Workbook book, Sheet sheet) {
    var ruled = book.createCellStyle();
    ruled.setBorderTop(BorderStyle.THIN);
    ruled.setBorderBottom(BorderStyle.THIN);
    ruled.setBorderLeft(BorderStyle.THIN);
    ruled.setBorderRight(BorderStyle.THIN);
    for (int row = 2; row < 11; row++) {
      for (int column = 0; column < 3; column++) {
        CellUtil.getCell(CellUtil.getRow(row, sheet), column).setCellStyle(ruled);
      }
    }
  }

  private static void put(Sheet sheet, int row, String... words) {
    for (int column = 0; column < words.length; column++) {
      CellUtil.getCell(CellUtil.getRow(row, sheet), column).setCellValue(words[column]);
    }
  }
}
