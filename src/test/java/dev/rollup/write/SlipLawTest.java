package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.model.Document;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.OtherProgram;
import dev.rollup.support.Retyped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a unit types on the list of a slip is read as an answer or named with its place: each
 * spelling, at each place, beside each kind of question, in each format.
 */
@Tag("slow")
@Order(4)
class SlipLawTest {

  private static final String LIST = "核实事项";
  private static final int ANSWERS = 8;

  /** What it says of a blank for 人次; empty where it says nothing certain. */
  private static final Map<String, String> SPELLINGS = new LinkedHashMap<>();

  static {
    SPELLINGS.put("300", "300");
    SPELLINGS.put("３００人次", "300");
    SPELLINGS.put("应为 300 人次", "300");
    SPELLINGS.put("更正：300人次。", "300");
    SPELLINGS.put("300，属实", "300");
    SPELLINGS.put("属实，为三百人次", "300");
    SPELLINGS.put("12（含线上3人次）", "12");
    SPELLINGS.put("无", "0");
    SPELLINGS.put("①", "1");
    SPELLINGS.put("12", "12");
    for (var open :
        List.of(
            "改为12场",
            "300人",
            "约300",
            "300左右",
            "200或300",
            "200改为300",
            "300、400",
            "-3",
            "12.5",
            "没有开展",
            "未组织",
            "详见附件",
            "同上",
            "作废",
            "不属实",
            "有误",
            "/",
            "√",
            "2023年6月28日",
            "13812345678",
            "联系人：王某",
            "确认无误",
            "属实",
            "数据属实，无误",
            "已改正",
            "已改正，属实",
            "属实，其中线上30人次",
            "应为",
            "3百多人次",
            "请以表为准",
            "共三场",
            "没有300人次")) {
      SPELLINGS.put(open, "");
    }
  }

  /**
   * What is tried at every place and in every format; the others are where answers mostly stand.
   */
  private static final List<String> EVERYWHERE =
      List.of(
          "300", "应为 300 人次", "属实，为三百人次", "改为12场", "约300", "没有开展", "确认无误", "已改正，属实", "属实，其中线上30人次");

  private static final int EVERYTHING = 4;

  private record Place(String name, boolean beside, BiConsumer<XSSFSheet, Typed> put) {}

  /** What is typed, and the row of the question that it is about. */
  private record Typed(int row, String text) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(
              "in the column for answers", true, (s, t) -> type(s, t.row(), ANSWERS, t.text())),
          new Place("over what was filled in", true, (s, t) -> type(s, t.row(), 4, t.text())),
          new Place("over the problem", true, (s, t) -> type(s, t.row(), 5, t.text())),
          new Place("over what to do", true, (s, t) -> type(s, t.row(), 6, t.text())),
          new Place("far behind", true, (s, t) -> type(s, t.row(), ANSWERS + 7, t.text())),
          new Place("over the number", true, (s, t) -> type(s, t.row(), 0, t.text())),
          new Place("twice", true, SlipLawTest::twice),
          new Place("behind a moved row", true, SlipLawTest::moved),
          new Place("under a column that was inserted", true, SlipLawTest::shifted),
          new Place("beside numbers of other rows", true, SlipLawTest::renumbered),
          new Place("without the heads", true, SlipLawTest::headless),
          new Place("on a sheet of another name", true, SlipLawTest::renamed),
          new Place("in a comment on the column for answers", true, SlipLawTest::comment),
          new Place(
              "behind the words of the problem", false, (s, t) -> append(s, t.row(), 5, t.text())),
          new Place("over words of several columns", false, SlipLawTest::overwritten),
          new Place("in a row below", false, SlipLawTest::below),
          new Place("over two rows", false, SlipLawTest::merged),
          new Place("over the head", false, (s, t) -> type(s, 1, ANSWERS, t.text())),
          new Place("over the title", false, (s, t) -> type(s, 0, 0, t.text())),
          new Place("below the list", false, (s, t) -> type(s, s.getLastRowNum() + 3, 1, t.text())),
          new Place("in a box", false, SlipLawTest::box));

  /**
   * The questions: one whose blank is empty, one whose blank has a number, one about two blanks.
   */
  private static final List<String> QUESTIONS = List.of("1.1.2", "5.3.2", "6.1.2");

  private static final Map<String, int[]> TALLY = new TreeMap<>();

  @TempDir static Path folder;
  private static byte[] slip;
  private static FormMatcher matcher;

  @BeforeAll
  static void prepare() throws Exception {
    matcher = new FormMatcher(TemplateReader.read(TemplateReader.DEFAULT_ID));
    Path submissions = Files.createDirectories(folder.resolve("submissions"));
    Files.writeString(folder.resolve("units.csv"), "id,name\nT02,堡镇\n");
    Files.write(
        submissions.resolve("堡镇.xlsx"),
        FilledBlank.with(
            Map.of(
                "h_unit",
                "堡镇",
                "h_date",
                "2023-06-27",
                "f_1_1_1",
                "5",
                "f_1_1_2",
                "约200",
                "f_5_3_1",
                "2",
                "f_5_3_2",
                "十二",
                "f_6_1_1",
                "1",
                "f_6_1_2",
                "5000")));
    assertThat(SlipRun.merged(folder, submissions)).isZero();
    slip = Files.readAllBytes(folder.resolve("out/slips/T02-堡镇-数据核实单.xlsx"));
  }

  @Test
  void everything_on_the_list_is_read_or_named() throws Exception {
    var problems = new ArrayList<String>();
    for (var place : PLACES) {
      boolean all = PLACES.indexOf(place) < EVERYTHING;
      for (int question = 0; question < QUESTIONS.size(); question++) {
        int asked = question;
        var form = Retyped.of(text -> filled(place, text, asked));
        for (var spelling : all ? SPELLINGS.keySet() : EVERYWHERE) {
          byte[] workbook = form.xlsx(spelling);
          check("xlsx", place, spelling, question, new XlsxReader().read(workbook), problems);
          if (EVERYWHERE.contains(spelling)
              && !place.name().contains("comment")
              && !place.name().contains("box")) {
            if (question == 0) {
              byte[] xlsb = form.xlsb(spelling);
              check("xlsb", place, spelling, question, new XlsbReader().read(xlsb), problems);
            }
            byte[] xls = form.xls(spelling);
            check("xls", place, spelling, question, new XlsReader().read(xls), problems);
          }
        }
      }
    }
    assertThat(problems).as(String.join("\n", problems)).isEmpty();
  }

  @Test
  void as_libreoffice_saves_it() throws Exception {
    var files = new ArrayList<Path>();
    var tried = new ArrayList<Runnable>();
    var problems = new ArrayList<String>();
    Path written = Files.createDirectories(folder.resolve("written"));
    for (var place : PLACES) {
      for (var spelling : List.of("应为 300 人次", "没有开展")) {
        for (int question = 0; question < 2; question++) {
          String name = "s" + files.size();
          int asked = question;
          files.add(
              Files.write(written.resolve(name + ".xlsx"), filled(place, spelling, question)));
          for (var format : List.of("xls", "xlsx")) {
            tried.add(
                () -> {
                  Path saved = folder.resolve(format).resolve(name + "." + format);
                  try {
                    byte[] bytes = Files.readAllBytes(saved);
                    check(
                        "libreoffice " + format,
                        place,
                        spelling,
                        asked,
                        format.equals("xls")
                            ? new XlsReader().read(bytes)
                            : new XlsxReader().read(bytes),
                        problems);
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
          }
        }
      }
    }
    Path[] all = files.toArray(Path[]::new);
    org.junit.jupiter.api.Assumptions.assumeTrue(
        OtherProgram.convert("xls", folder.resolve("xls"), all) == 0
            && OtherProgram.convert("xlsx", folder.resolve("xlsx"), all) == 0,
        "LibreOffice is not here");
    tried.forEach(Runnable::run);
    assertThat(problems).as(String.join("\n", problems)).isEmpty();
  }

  @AfterAll
  static void tell() {
    TALLY.forEach(
        (format, n) ->
            System.out.printf(
                "slips as %s: %d tried, %d read, %d named, %d silent%n",
                format, n[0], n[1], n[2], n[3]));
  }

  private static byte[] filled(Place place, String spelling, int question) {
    try (var book = Forms.open(slip)) {
      XSSFSheet list = book.getSheet(LIST);
      place.put().accept(list, new Typed(rowOf(list, QUESTIONS.get(question)), spelling));
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a question by the cell that it names. */
  private static int rowOf(XSSFSheet list, String field) {
    String cell =
        FilledBlank.cell(list.getWorkbook(), "f_" + field.replace('.', '_')).getReference();
    for (int row = 2; row <= list.getLastRowNum(); row++) {
      if (list.getRow(row).getCell(7).getStringCellValue().contains(cell)) {
        return row;
      }
    }
    throw new IllegalStateException(field + " is not asked about");
  }

  private static void check(
      String format,
      Place place,
      String spelling,
      int question,
      Outcome<Document> document,
      List<String> problems) {
    Outcome<Submission> read = matcher.match(document.value().orElseThrow()).get(0);
    var values = new TreeMap<String, String>();
    for (Entry entry : read.value().orElseThrow().entries()) {
      if (entry.value() != null) {
        values.put(entry.field().id(), entry.value());
      }
    }
    String as =
        format
            + ", "
            + spelling
            + " "
            + place.name()
            + ", "
            + QUESTIONS.get(question)
            + ": "
            + values
            + " "
            + read.findings().stream().map(f -> f.code() + " " + f.raw() + " " + f.at()).toList();
    int[] tally = TALLY.computeIfAbsent(format, f -> new int[4]);
    tally[0]++;
    String says = SPELLINGS.get(spelling);
    boolean taken =
        says != null && !says.isEmpty() && says.equals(values.get(QUESTIONS.get(question)));
    boolean named = read.findings().stream().anyMatch(finding -> names(finding, spelling));
    boolean asked = place.beside() && question < 2;
    tally[taken ? 1 : named ? 2 : 3]++;
    if (!taken && !named) {
      problems.add("silent, " + as);
    }
    if (says != null && asked && !says.isEmpty() && question == 0 && !taken && certain(place)) {
      problems.add("not read, " + as);
    }
    var others = new TreeMap<>(values);
    others.keySet().removeAll(QUESTIONS);
    if (!Map.of("1.1.1", "5", "5.3.1", "2", "6.1.1", "1")
        .entrySet()
        .containsAll(others.entrySet())) {
      problems.add("another, " + as);
    }
    String first = values.get("1.1.2");
    boolean own = question == 0 && asked && taken;
    if (first != null && !own
        || !List.of("12", "").contains(values.getOrDefault("5.3.2", ""))
        || !List.of("5000", "").contains(values.getOrDefault("6.1.2", ""))) {
      problems.add("wrong, " + as);
    }
    boolean excluded =
        read.findings().stream()
            .anyMatch(f -> f.severity() == Severity.ERROR && "5.3.2".equals(f.at().field()));
    if (question == 1
        && asked
        && says != null
        && List.of("300", "0", "1").contains(says)
        && !excluded) {
      problems.add("not held against the form, " + as);
    }
  }

  private static boolean certain(Place place) {
    return !place.name().equals("over the number");
  }

  /** Tells whether a finding repeats what was typed, or stands in its place. */
  private static boolean names(Finding finding, String spelling) {
    boolean there = finding.at().sheet() != null && !finding.at().sheet().startsWith("活动");
    String said =
        finding
            .mentioned(Argument.ANSWER)
            .map(answer -> answer.plain().get(0))
            .orElseGet(finding::raw);
    return there && finding.at().cell() != null && said != null && said.contains(spelling.strip())
        || finding.code() == FindingCode.NUMBER_ELSEWHERE
            && said != null
            && said.contains(spelling);
  }

  private static void type(XSSFSheet sheet, int row, int column, String text) {
    XSSFRow at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    Cell cell = at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
    FilledBlank.type(cell, text);
  }

  private static void append(XSSFSheet sheet, int row, int column, String text) {
    type(sheet, row, column, sheet.getRow(row).getCell(column).getStringCellValue() + text);
  }

  private static void comment(XSSFSheet sheet, Typed typed) {
    var anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setCol1(ANSWERS + 1);
    anchor.setRow1(typed.row());
    anchor.setCol2(ANSWERS + 3);
    anchor.setRow2(typed.row() + 2);
    var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(typed.text()));
    comment.setAddress(typed.row(), ANSWERS);
  }

  private static void box(XSSFSheet sheet, Typed typed) {
    var drawing = sheet.createDrawingPatriarch();
    drawing.createTextbox(drawing.createAnchor(0, 0, 0, 0, 10, 2, 13, 5)).setText(typed.text());
  }

  private static void twice(XSSFSheet sheet, Typed typed) {
    type(sheet, typed.row(), ANSWERS, typed.text());
    type(sheet, typed.row(), ANSWERS + 2, typed.text());
  }

  private static void moved(XSSFSheet sheet, Typed typed) {
    type(sheet, typed.row(), ANSWERS, typed.text());
    int last = sheet.getLastRowNum() + 1;
    sheet.copyRows(typed.row(), typed.row(), last, new CellCopyPolicy());
    sheet.removeRow(sheet.getRow(typed.row()));
  }

  private static void renumbered(XSSFSheet sheet, Typed typed) {
    int last = sheet.getLastRowNum();
    for (int row = 2; row <= last; row++) {
      type(sheet, row, 0, String.valueOf(last - row + 1));
    }
    type(sheet, typed.row(), ANSWERS, typed.text());
  }

  private static void shifted(XSSFSheet sheet, Typed typed) {
    type(sheet, typed.row(), ANSWERS, typed.text());
    sheet.removeMergedRegion(0);
    sheet.shiftColumns(1, ANSWERS, 1);
  }

  private static void headless(XSSFSheet sheet, Typed typed) {
    type(sheet, typed.row(), ANSWERS, typed.text());
    sheet.removeRow(sheet.getRow(1));
  }

  private static void renamed(XSSFSheet sheet, Typed typed) {
    type(sheet, typed.row(), ANSWERS, typed.text());
    XSSFWorkbook book = sheet.getWorkbook();
    book.setSheetName(book.getSheetIndex(sheet), "回复");
  }

  private static void overwritten(XSSFSheet sheet, Typed typed) {
    for (int column : List.of(3, 5, 6, 7)) {
      type(sheet, typed.row(), column, column == 5 ? typed.text() : "见右");
    }
  }

  private static void below(XSSFSheet sheet, Typed typed) {
    if (typed.row() < sheet.getLastRowNum()) {
      sheet.shiftRows(typed.row() + 1, sheet.getLastRowNum(), 1);
    }
    type(sheet, typed.row() + 1, 3, typed.text());
  }

  private static void merged(XSSFSheet sheet, Typed typed) {
    int first = Math.min(typed.row(), sheet.getLastRowNum() - 1);
    type(sheet, first, ANSWERS, typed.text());
    sheet.addMergedRegion(new CellRangeAddress(first, first + 1, ANSWERS, ANSWERS));
  }
}
