package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Document;
import dev.rollup.read.csv.CsvReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.FilledText;
import dev.rollup.support.Retyped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every numeral that a person sees in a return counts once or is named: each spelling, at each
 * place, in each format, with the blank beside it empty or filled.
 */
@Tag("slow")
@Order(5)
class EveryNumeralTest {

  private static final List<String> SPELLINGS =
      List.of(
          "12",
          "１２",
          "十二",
          "廿",
          "廿篇",
          "三篇",
          "二十篇",
          "贰拾",
          "⑳",
          "③",
          "卅",
          "2万",
          "1萬",
          "12篇",
          "（12）",
          "12 篇",
          "½",
          "12.5",
          "Ⅻ",
          "3-5",
          "约20",
          "另有12篇",
          "٣",
          "❸",
          "〇",
          "2 万",
          "1.2\u3000万",
          "3\u00A0千",
          "2  百篇");

  /** What is filled in everywhere; the item that is disturbed is 1.2. */
  private static final Map<String, String> BASE =
      Map.of(
          "h_unit",
          "城桥镇",
          "h_date",
          "2023年6月27日",
          "f_1_1_1",
          "10",
          "f_1_1_2",
          "682",
          "f_1_3_1",
          "18",
          "f_1_3_2",
          "220",
          "f_3_1_1",
          "32",
          "f_3_1_2",
          "767",
          "f_6_1_1",
          "3");

  private static final Map<String, int[]> TALLY = new TreeMap<>();

  private static final FormMatcher MATCHER = matcher();

  /** A place on a sheet. */
  private record Place(String name, boolean csv, BiConsumer<XSSFWorkbook, String> put) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Place> PLACES =
      List.of(
          new Place("in the blank", true, (book, s) -> type(book, 5, 4, s)),
          new Place("in the words", true, (book, s) -> append(book, 5, 1, s)),
          new Place("before the words", true, (book, s) -> prepend(book, 5, 1, s)),
          new Place("before the measure", true, (book, s) -> prepend(book, 5, 5, s)),
          new Place("behind the measure", true, (book, s) -> append(book, 5, 5, s)),
          new Place("beside the row", true, (book, s) -> type(book, 5, 8, s)),
          new Place("two columns beside", true, (book, s) -> type(book, 5, 10, s)),
          new Place("in a row below", true, (book, s) -> insert(book, 6, 1, s)),
          new Place("in a row below, under the blank", true, (book, s) -> insert(book, 6, 4, s)),
          new Place("in a row above the first", true, (book, s) -> insert(book, 4, 4, s)),
          new Place("in a row under a heading", true, (book, s) -> insert(book, 9, 4, s)),
          new Place("behind the list", true, (book, s) -> insert(book, 34, 1, s)),
          new Place("below everything", true, (book, s) -> type(book, 60, 2, s)),
          new Place("above the title", true, (book, s) -> insert(book, 0, 3, s)),
          new Place("beside the head", true, (book, s) -> type(book, 2, 9, s)),
          new Place("on another sheet", false, (book, s) -> other(book, s)),
          new Place("in a comment on the blank", false, (book, s) -> comment(book, 5, 4, s)),
          new Place("in a comment beside", false, (book, s) -> comment(book, 5, 8, s)),
          new Place("in a box", false, (book, s) -> box(book, s)),
          new Place(
              "in the page's head",
              false,
              (book, s) -> book.getSheetAt(0).getHeader().setCenter(s)));

  /** What is written into the text in place of the sentence of item 1.2, and behind the form. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("in the blank", "发表评论文章或心得体会（#）篇；"),
          Map.entry("in the words", "发表评论文章#或心得体会（*）篇；"),
          Map.entry("before the words", "#发表评论文章或心得体会（*）篇；"),
          Map.entry("before the bracket", "发表评论文章或心得体会#（*）篇；"),
          Map.entry("behind the bracket", "发表评论文章或心得体会（*）#篇；"),
          Map.entry("behind the measure", "发表评论文章或心得体会（*）篇#；"),
          Map.entry("behind the line", "发表评论文章或心得体会（*）篇；#"),
          Map.entry("in a line below", "发表评论文章或心得体会（*）篇；</w:t></w:r></w:p><w:p><w:r><w:t>#"),
          Map.entry("below the form", "发表评论文章或心得体会（*）篇；"),
          Map.entry("in a cell beside", "发表评论文章或心得体会（*）篇；"));

  static Stream<Place> places() {
    return PLACES.stream();
  }

  static Stream<String> texts() {
    return TEXTS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("places")
  void on_a_sheet(Place place) throws Exception {
    var problems = new ArrayList<String>();
    for (var filled : List.of("", "7")) {
      var typed = new LinkedHashMap<>(BASE);
      if (!filled.isEmpty()) {
        typed.put("f_1_2_1", filled);
      }
      var form =
          Retyped.of(text -> FilledBlank.with(typed, book -> place.put().accept(book, text)));
      for (var spelling : SPELLINGS) {
        check(
            place.name(),
            "xlsx",
            spelling,
            filled,
            new XlsxReader().read(form.xlsx(spelling)),
            problems);
        if (filled.isEmpty()) {
          check(
              place.name(),
              "xlsb",
              spelling,
              filled,
              new XlsbReader().read(form.xlsb(spelling)),
              problems);
        }
        // A spreadsheet writes into a csv what it shows: 13 for 12.5 in a blank without decimals.
        boolean rounded = spelling.equals("12.5") && place.name().equals("in the blank");
        if (place.csv() && !rounded) {
          check(
              place.name(),
              "xls",
              spelling,
              filled,
              new XlsReader().read(form.xls(spelling)),
              problems);
          check(
              place.name(),
              "csv",
              spelling,
              filled,
              new CsvReader().read(form.csv(spelling)),
              problems);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void in_a_text(String place) throws Exception {
    var problems = new ArrayList<String>();
    String issued = "发表评论文章或心得体会（  ）篇；";
    for (var spelling : SPELLINGS) {
      for (var filled : List.of("", "7")) {
        String now =
            TEXTS.get(place).replace("#", spelling).replace("*", filled.isEmpty() ? "  " : filled);
        var behind = new ArrayList<String>();
        var changes = new ArrayList<String>();
        if (!now.equals(issued)) {
          changes.add(issued + "=" + now);
        }
        if (place.equals("below the form")) {
          behind.add(spelling);
        }
        if (place.equals("in a cell beside")) {
          changes.add(
              "</w:tc></w:tr>=</w:tc><w:tc><w:p><w:r><w:t>"
                  + spelling
                  + "</w:t></w:r></w:p></w:tc></w:tr>");
        }
        byte[] text = FilledText.with(BASE, changes, behind);
        check(place, "docx", spelling, filled, new DocxReader().read(text), problems);
      }
    }
    assertThat(problems).isEmpty();
  }

  @AfterAll
  static void tell() {
    TALLY.forEach(
        (format, n) ->
            System.out.printf("%s: %d tried, %d read, %d named%n", format, n[0], n[1], n[2]));
  }

  private static void check(
      String place,
      String format,
      String spelling,
      String filled,
      Outcome<Document> document,
      List<String> problems) {
    String as =
        format
            + ", "
            + spelling
            + " "
            + place
            + ", blank "
            + (filled.isEmpty() ? "empty" : "filled");
    assertThat(document.value()).as(as).isPresent();
    Outcome<Submission> outcome = MATCHER.match(document.value().get()).get(0);
    int[] tally = TALLY.computeIfAbsent(format, f -> new int[3]);
    tally[0]++;
    Map<String, String> values = new TreeMap<>();
    for (Entry entry : outcome.value().map(Submission::entries).orElse(List.of())) {
      if (entry.value() != null) {
        values.put(entry.field().id() + (entry.row() == 0 ? "" : "#" + entry.row()), entry.value());
      }
    }
    String counted = values.remove("1.2.1");
    // Nothing else may have changed, other than that it was left out.
    for (var typed : BASE.entrySet()) {
      String id = typed.getKey().substring(2).replace('_', '.');
      if (values.containsKey(id) && typed.getValue().equals(values.get(id))) {
        values.remove(id);
      }
    }
    boolean named = outcome.findings().stream().anyMatch(finding -> names(finding, spelling));
    boolean read = counted != null && !counted.equals(filled);
    boolean ordinal = place.equals("before the words") && ORDINALS.contains(spelling);
    if (!values.isEmpty()) {
      problems.add(as + ": counted elsewhere, " + values);
    } else if (read
        && (!counted.equals(VALUES.get(spelling))
            || !filled.isEmpty() && !place.equals("in the blank"))) {
      problems.add(as + ": counted as " + counted);
    } else if (!read && !named && !ordinal) {
      problems.add(as + ": lost, " + counted + " " + outcome.findings());
    }
    tally[read ? 1 : 2]++;
  }

  /** What may count a line before the sentence in it. */
  private static final List<String> ORDINALS = List.of("⑳", "③", "（12）");

  /** What the spellings mean that mean something for certain. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("12", "12"),
          Map.entry("１２", "12"),
          Map.entry("十二", "12"),
          Map.entry("廿", "20"),
          Map.entry("廿篇", "20"),
          Map.entry("三篇", "3"),
          Map.entry("二十篇", "20"),
          Map.entry("贰拾", "20"),
          Map.entry("⑳", "20"),
          Map.entry("③", "3"),
          Map.entry("卅", "30"),
          Map.entry("2万", "20000"),
          Map.entry("1萬", "10000"),
          Map.entry("12篇", "12"),
          Map.entry("（12）", "12"),
          Map.entry("12 篇", "12"),
          Map.entry("Ⅻ", "12"),
          Map.entry("٣", "3"),
          Map.entry("❸", "3"),
          Map.entry("〇", "0"),
          Map.entry("2 万", "20000"),
          Map.entry("1.2\u3000万", "12000"),
          Map.entry("3\u00A0千", "3000"),
          Map.entry("2  百篇", "200"));

  /** Tells whether a finding says that a number was left out, or repeats it. */
  private static boolean names(Finding finding, String spelling) {
    boolean excludes = finding.at().field() != null && finding.severity() == Severity.ERROR;
    return excludes
        || finding.code() == FindingCode.NUMBER_ELSEWHERE
            && finding.raw().contains(spelling.replaceAll("\\s+", " "));
  }

  private static void type(XSSFWorkbook book, int row, int column, String text) {
    XSSFSheet sheet = book.getSheetAt(0);
    XSSFRow at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    var cell = at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
    FilledBlank.type(cell, text);
  }

  private static void append(XSSFWorkbook book, int row, int column, String text) {
    type(
        book,
        row,
        column,
        book.getSheetAt(0).getRow(row).getCell(column).getStringCellValue() + text);
  }

  private static void prepend(XSSFWorkbook book, int row, int column, String text) {
    type(
        book,
        row,
        column,
        text + book.getSheetAt(0).getRow(row).getCell(column).getStringCellValue());
  }

  private static void insert(XSSFWorkbook book, int row, int column, String text) {
    XSSFSheet sheet = book.getSheetAt(0);
    while (sheet.getNumMergedRegions() > 0) {
      sheet.removeMergedRegion(0);
    }
    sheet.shiftRows(row, sheet.getLastRowNum(), 1);
    sheet.createRow(row).createCell(column);
    type(book, row, column, text);
  }

  private static void other(XSSFWorkbook book, String text) {
    book.createSheet("备注").createRow(2).createCell(1);
    FilledBlank.type(book.getSheet("备注").getRow(2).getCell(1), text);
  }

  private static void comment(XSSFWorkbook book, int row, int column, String text) {
    XSSFSheet sheet = book.getSheetAt(0);
    var helper = book.getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setRow1(row);
    anchor.setCol1(column + 1);
    anchor.setRow2(row + 3);
    anchor.setCol2(column + 3);
    var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(text));
    type(book, row, 8, "");
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }

  private static void box(XSSFWorkbook book, String text) {
    XSSFSheet sheet = book.getSheetAt(0);
    var drawing = sheet.createDrawingPatriarch();
    var box = drawing.createTextbox(drawing.createAnchor(0, 0, 0, 0, 9, 10, 12, 14));
    box.setText(text);
  }

  private static FormMatcher matcher() {
    try {
      return new FormMatcher(TemplateReader.read(TemplateReader.DEFAULT_ID));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
