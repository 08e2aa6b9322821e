package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.FilledText;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.ReadBack;
import dev.rollup.support.Retyped;
import dev.rollup.support.SavedAsDoc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sentence of the form that stands once more in a return, anywhere: with other numbers the item
 * is left out or the sentence is named, with the same ones it is nothing.
 */
@Tag("slow")
@Order(6)
class RepeatedSentenceTest {

  /** How the sentence is written, with 場 and 人次 to be put in; and what of it must be named. */
  private static final List<String> WRITTEN =
      List.of(
          "组织开展宣讲活动（%s）场，参与（%s）人次；",
          "组织开展宣讲活动 %s 场， 参与 %s 人次",
          "1.组织开展宣讲活动（%s）场，参与（%s）人次；",
          "截至目前，我镇组织开展宣讲活动%s场，参与%s人次。",
          "组织开展宣讲活动（%s场/%s人次）场，参与（）人次；");

  /** The same numbers as on the form, and others. */
  private static final Map<String, String[]> NUMBERS =
      Map.of(
          "the same", new String[] {"10", "682"},
          "the same in words", new String[] {"十", "六百八十二"},
          "both others", new String[] {"12", "345"},
          "the first other", new String[] {"12", "682"},
          "the second alone", new String[] {"", "345"});

  private static final Map<String, String> BASE = new LinkedHashMap<>();

  static {
    BASE.put("h_unit", "城桥镇");
    BASE.put("h_date", "2023年6月27日");
    BASE.put("f_1_1_1", "10");
    BASE.put("f_1_1_2", "682");
    BASE.put("f_1_2_1", "7");
    BASE.put("f_1_3_1", "18");
    BASE.put("f_1_3_2", "220");
    BASE.put("f_6_1_1", "3");
    BASE.put("f_6_1_2", "90");
  }

  /** Other ways to say other numbers in words of the form. */
  private static final List<String> PARTS =
      List.of(
          "组织开展宣讲活动12场",
          "组织开展宣讲活动：12场，345人次参加",
          "组织开展宣讲活动 12 345",
          "组织开展宣讲活动共计12场次；参与345人次；",
          "宣讲活动12场，参与345人次");

  /** Places on the sheet of the form, and on others. */
  private static final Map<String, BiConsumer<XSSFWorkbook, String>> SHEETS = new LinkedHashMap<>();

  static {
    SHEETS.put("below", (book, text) -> type(book.getSheetAt(0), 60, 1, text));
    SHEETS.put("right below", (book, text) -> type(book.getSheetAt(0), last(book) + 1, 0, text));
    SHEETS.put("beside its row", (book, text) -> type(book.getSheetAt(0), 4, 9, text));
    SHEETS.put("beside another row", (book, text) -> type(book.getSheetAt(0), 9, 9, text));
    SHEETS.put("beside the head", (book, text) -> type(book.getSheetAt(0), 1, 9, text));
    SHEETS.put("in cells below", (book, text) -> cut(book.getSheetAt(0), 60, text));
    SHEETS.put(
        "in cells right below", (book, text) -> cut(book.getSheetAt(0), last(book) + 1, text));
    SHEETS.put("on another sheet", (book, text) -> type(book.createSheet("附"), 3, 2, text));
    SHEETS.put("in cells on another sheet", (book, text) -> cut(book.createSheet("附"), 3, text));
    SHEETS.put(
        "in cells under heads on another sheet",
        (book, text) -> {
          type(book.createSheet("附"), 0, 0, "项目");
          type(book.getSheet("附"), 0, 1, "内容");
          cut(book.getSheet("附"), 1, text);
        });
    SHEETS.put("in a comment", RepeatedSentenceTest::comment);
    SHEETS.put("in a box", RepeatedSentenceTest::box);
    SHEETS.put("in the page's head", (book, text) -> book.getSheetAt(0).getHeader().setLeft(text));
  }

  /** Places in a text. */
  private static final Map<String, Function<String, byte[]>> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("below its line", text -> behindLine("参与（682）人次；", text));
    TEXTS.put("below another line", text -> behindLine("参与（220）人次。", text));
    TEXTS.put("below", text -> FilledText.with(BASE, List.of(), List.of(text)));
    TEXTS.put("below more", text -> FilledText.with(BASE, List.of(), List.of("备注：", text, "特此说明")));
    TEXTS.put("above", text -> changed("<w:tbl>", HandMadeText.paragraph(text) + "<w:tbl>"));
    TEXTS.put(
        "in a row below", text -> changed("</w:tbl>", HandMadeText.row("备注", text) + "</w:tbl>"));
    TEXTS.put(
        "in a table below",
        text -> changed("</w:tbl>", "</w:tbl>" + HandMadeText.paragraph("附") + table(text)));
    TEXTS.put(
        "in cells of a table below",
        text ->
            changed(
                "</w:tbl>",
                "</w:tbl>"
                    + HandMadeText.paragraph("附")
                    + HandMadeText.table(HandMadeText.row(cells(text).toArray(String[]::new)))));
    TEXTS.put(
        "in a table above",
        text -> changed("<w:tbl>", table(text) + HandMadeText.paragraph("") + "<w:tbl>"));
    TEXTS.put(
        "behind the last sentence",
        text ->
            changed(
                "</w:p></w:tc></w:tr></w:tbl>",
                "</w:p>" + HandMadeText.paragraph(text) + "</w:tc></w:tr></w:tbl>"));
    TEXTS.put(
        "in a cell beside",
        text ->
            changed(
                "</w:tc></w:tr></w:tbl>",
                "</w:tc><w:tc>" + HandMadeText.paragraph(text) + "</w:tc></w:tr></w:tbl>"));
    TEXTS.put("in a box", RepeatedSentenceTest::boxInText);
  }

  /** What is not saved as a csv, nor by the tests as an xls. */
  private static final List<String> NOTES =
      List.of("in a comment", "in a box", "in the page's head");

  @TempDir Path folder;

  @Test
  void on_sheets() {
    var problems = new ArrayList<String>();
    SHEETS.forEach(
        (place, put) -> {
          boolean inCells = place.startsWith("in cells");
          Retyped.Made made = text -> FilledBlank.with(BASE, book -> put.accept(book, text));
          var form = inCells ? Retyped.anew(made) : Retyped.of(made);
          sentences()
              .forEach(
                  (sentence, numbers) -> {
                    if (inCells && sentence.contains("/")) {
                      return;
                    }
                    check(ReadBack.xlsx(form.xlsx(sentence)), place, sentence, numbers, problems);
                    if (!NOTES.contains(place)) {
                      check(ReadBack.xls(form.xls(sentence)), place, sentence, numbers, problems);
                    }
                    if (!NOTES.contains(place) && !place.contains("sheet")) {
                      check(ReadBack.csv(form.csv(sentence)), place, sentence, numbers, problems);
                    }
                  });
        });
    assertThat(problems).as(String.join("\n", problems)).isEmpty();
  }

  @Test
  void in_texts() throws Exception {
    var problems = new ArrayList<String>();
    var places = new ArrayList<String>();
    var sentences = new ArrayList<Map.Entry<String, String>>();
    var texts = new ArrayList<byte[]>();
    TEXTS.forEach(
        (place, write) ->
            sentences()
                .entrySet()
                .forEach(
                    sentence -> {
                      if (place.startsWith("in cells") && sentence.getKey().contains("/")) {
                        return;
                      }
                      places.add(place);
                      sentences.add(sentence);
                      texts.add(write.apply(sentence.getKey()));
                    }));
    List<byte[]> saved = SavedAsDoc.of(texts, folder);
    for (int i = 0; i < texts.size(); i++) {
      String sentence = sentences.get(i).getKey();
      String numbers = sentences.get(i).getValue();
      check(ReadBack.docx(texts.get(i)), places.get(i), sentence, numbers, problems);
      if (!saved.isEmpty()) {
        check(ReadBack.doc(saved.get(i)), places.get(i), sentence, numbers, problems);
      }
    }
    assertThat(problems).as(String.join("\n", problems)).isEmpty();
  }

  /** Every sentence with every pair of numbers. */
  private static Map<String, String> sentences() {
    var sentences = new LinkedHashMap<String, String>();
    for (var written : WRITTEN) {
      NUMBERS.forEach(
          (name, pair) -> sentences.putIfAbsent(written.formatted(pair[0], pair[1]), name));
    }
    PARTS.forEach(part -> sentences.put(part, "a part"));
    return sentences;
  }

  private static void check(
      ReadBack told, String place, String sentence, String numbers, List<String> problems) {
    String as = told.format() + ", " + place + ", " + sentence + " (" + numbers + "): ";
    var values = new LinkedHashMap<>(told.values());
    var others = new LinkedHashMap<String, String>();
    BASE.forEach(
        (name, value) -> {
          if (name.startsWith("f_") && !name.startsWith("f_1_1_")) {
            others.put(name.substring(2).replace('_', '.'), value);
          }
        });
    boolean whole =
        Arrays.asList(values.remove("1.1.1"), values.remove("1.1.2")).equals(List.of("10", "682"));
    // What stands in the row of another item leaves that in doubt, and is said there.
    boolean said = told.findings().stream().anyMatch(RepeatedSentenceTest::says);
    boolean clean = told.findings().stream().allMatch(f -> f.severity() == Severity.INFO);
    if (numbers.startsWith("the same")) {
      if (!whole || !clean || !values.equals(others)) {
        problems.add(as + told.values() + " " + told.findings());
      }
    } else if (!said || !others.entrySet().containsAll(values.entrySet())) {
      problems.add(as + told.values() + " " + told.findings());
    }
    if (!whole && (told.values().containsKey("1.1.1") || told.values().containsKey("1.1.2"))) {
      problems.add(as + "in part " + told.values() + " " + told.findings());
    }
  }

  private static boolean says(Finding finding) {
    return finding.code() == FindingCode.NUMBER_ELSEWHERE
        || finding.code() == FindingCode.FIELD_AMBIGUOUS;
  }

  private static int last(XSSFWorkbook book) {
    return book.getSheetAt(0).getLastRowNum();
  }

  private static void type(XSSFSheet sheet, int row, int column, String text) {
    XSSFRow at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    Cell cell = at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
    FilledBlank.type(cell, text);
  }

  /** Types a sentence into the cells of a row as on the form: words and numbers in turn. */
  private static void cut(XSSFSheet sheet, int row, String text) {
    List<String> cells = cells(text);
    for (int i = 0; i < cells.size(); i++) {
      type(sheet, row, i + 1, cells.get(i));
    }
  }

  private static List<String> cells(String text) {
    return List.of(text.split("[（(）)]|(?=场)|(?=人次)|(?<=活动)|(?<=参与)")).stream()
        .filter(s -> !s.isBlank())
        .toList();
  }

  private static void comment(XSSFWorkbook book, String text) {
    var sheet = book.getSheetAt(0);
    var anchor = book.getCreationHelper().createClientAnchor();
    anchor.setCol1(12);
    anchor.setRow1(12);
    anchor.setCol2(14);
    anchor.setRow2(14);
    var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString(text));
    sheet.getRow(0).getCell(0).setCellComment(comment);
  }

  private static void box(XSSFWorkbook book, String text) {
    var drawing = book.getSheetAt(0).createDrawingPatriarch();
    drawing.createTextbox(drawing.createAnchor(0, 0, 0, 0, 9, 10, 12, 14)).setText(text);
  }

  private static String table(String text) {
    return HandMadeText.table(HandMadeText.row(text));
  }

  private static byte[] changed(String old, String now) {
    return FilledText.with(BASE, List.of(old + "=" + now), List.of());
  }

  private static byte[] behindLine(String line, String text) {
    return changed(
        line + "</w:t></w:r></w:p>", line + "</w:t></w:r></w:p>" + HandMadeText.paragraph(text));
  }

  private static byte[] boxInText(String text) {
    String box =
        "<w:p><w:r><w:pict><v:shape type='#_x0000_t202' style='width:200pt;height:50pt'>"
            + "<v:textbox><w:txbxContent>"
            + HandMadeText.paragraph(text)
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    return changed("</w:tbl>", "</w:tbl>" + box);
  }
}
