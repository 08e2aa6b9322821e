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
import dev.rollup.read.word.DocReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xls.XlsReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.support.DisplayedCsv;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.SavedAsDoc;
import dev.rollup.support.SavedAsXls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A form that is nothing but sentences, without any table: in paragraphs of Word, in the lines of
 * one cell, in a cell for each. A sentence that stands twice leaves its item out where it says
 * other numbers, and is nothing where it says the same.
 */
@Tag("slow")
class FormWithoutTableTest {

  private static final String TITLE = "防汛工作情况统计";

  private static final String TEMPLATE =
      """
      {"id": "sentences", "version": "1", "title": "%s", "activity": "防汛工作", "district": "样区",
       "period": {"from": "2024-06-01", "to": "2024-06-30"}, "deadline": "2024-06-29T17:00:00+08:00",
       "header": {"unit": "填报单位", "contact": "联系人", "phone": "电话", "date": "填报日期"},
       "columns": {"section": "项目", "content": "情况"},
       "measures": {"场": {"suffixes": ["场"], "max": 1000}, "人次": {"suffixes": ["人次"], "max": 100000},
        "处": {"suffixes": ["处"], "max": 1000}, "台": {"suffixes": ["台"], "max": 1000}},
       "otherMeasures": ["个"],
       "sections": [{"id": "1", "text": "防汛", "items": [
        {"id": "1.1", "text": "召开防汛部署会议（  ）场，参加（  ）人次；", "fields": [
         {"id": "1.1.1", "type": "count", "measure": "场", "label": "部署会议的场次"},
         {"id": "1.1.2", "type": "count", "measure": "人次", "label": "部署会议的人次"}]},
        {"id": "1.2", "text": "排查低洼积水点（  ）处；", "fields": [
         {"id": "1.2.1", "type": "count", "measure": "处", "label": "积水点"}]},
        {"id": "1.3", "text": "检修排水泵站设备（  ）台；", "fields": [
         {"id": "1.3.1", "type": "count", "measure": "台", "label": "泵站设备"}]},
        {"id": "1.4", "text": "举行抢险救援演练（  ）场，出动队员（  ）人次。", "fields": [
         {"id": "1.4.1", "type": "count", "measure": "场", "label": "演练的场次"},
         {"id": "1.4.2", "type": "count", "measure": "人次", "label": "演练的人次"}]}]}],
       "rules": []}
      """
          .formatted(TITLE);

  private static final List<String> HEAD =
      List.of(TITLE, "填报单位：城桥镇    联系人：王某    电话：    填报日期：2024年6月28日");

  private static final List<String> SENTENCES =
      List.of(
          "召开防汛部署会议（3）场，参加（120）人次；", "排查低洼积水点（17）处；", "检修排水泵站设备（9）台；", "举行抢险救援演练（2）场，出动队员（86）人次。");

  private static final Map<String, String> VALUES =
      Map.of(
          "1.1.1", "3", "1.1.2", "120", "1.2.1", "17", "1.3.1", "9", "1.4.1", "2", "1.4.2", "86");

  /** How a sentence comes once more; whether its numbers are those of the form. */
  private static final Map<String, Boolean> AGAIN = new LinkedHashMap<>();

  static {
    AGAIN.put("召开防汛部署会议（3）场，参加（120）人次；", true);
    AGAIN.put("召开防汛部署会议三场，参加120人次。", true);
    AGAIN.put("召开防汛部署会议（4）场，参加（150）人次；", false);
    AGAIN.put("召开防汛部署会议（3）场，参加（150）人次；", false);
    AGAIN.put("召开防汛部署会议（）场，参加（150）人次；", false);
    AGAIN.put("召开防汛部署会议4场，参加150人次。", false);
  }

  /** Where it stands: what it does to the lines of the form. */
  private static final Map<String, UnaryOperator<List<String>>> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("right behind", lines -> inserted(lines, 3, "%"));
    PLACES.put("before", lines -> inserted(lines, 2, "%"));
    PLACES.put("between others", lines -> inserted(lines, 5, "%"));
    PLACES.put("at the end", lines -> inserted(lines, 6, "%"));
    PLACES.put("at the end behind a remark", lines -> inserted(inserted(lines, 6, "%"), 6, "备注："));
    PLACES.put("in the same line", lines -> replaced(lines, 2, lines.get(2) + "%"));
    PLACES.put("in the line of another", lines -> replaced(lines, 4, lines.get(4) + "%"));
  }

  private static FormMatcher matcher;

  @TempDir static Path folder;

  @BeforeAll
  static void load() throws Exception {
    Path template = Files.writeString(folder.resolve("template.json"), TEMPLATE);
    matcher = new FormMatcher(TemplateReader.read(template.toString()));
  }

  @Test
  void it_is_read_in_every_format() throws Exception {
    var problems = new ArrayList<String>();
    for (var told : told(List.of(lines()))) {
      told.forEach(
          (format, read) -> {
            if (!values(read).equals(VALUES) || !quiet(read)) {
              problems.add(format + " " + values(read) + " " + read.findings());
            }
          });
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void answers_may_have_no_brackets_and_sentences_numbers() throws Exception {
    var plain =
        List.of(
            HEAD.get(0),
            HEAD.get(1),
            "一、召开防汛部署会议3场，参加120人次；",
            "二、排查低洼积水点 17 处；",
            "三、检修排水泵站设备九台；",
            "四、举行抢险救援演练2场，出动队员八十六人次。");
    for (var told : told(List.of(plain))) {
      told.forEach((format, read) -> assertThat(values(read)).as(format).isEqualTo(VALUES));
    }
  }

  @Test
  void a_sentence_that_stands_twice_counts_once_or_not_at_all() throws Exception {
    var names = new ArrayList<String>();
    var same = new ArrayList<Boolean>();
    var texts = new ArrayList<List<String>>();
    PLACES.forEach(
        (place, put) ->
            AGAIN.forEach(
                (sentence, equal) -> {
                  names.add(sentence + " " + place);
                  same.add(equal);
                  texts.add(
                      put.apply(lines()).stream().map(l -> l.replace("%", sentence)).toList());
                }));
    var problems = new ArrayList<String>();
    List<Map<String, Outcome<Submission>>> all = told(texts);
    for (int i = 0; i < all.size(); i++) {
      String name = names.get(i);
      boolean equal = same.get(i);
      all.get(i).forEach((format, read) -> check(format + ", " + name, equal, read, problems));
    }
    assertThat(problems).as(String.join("\n", problems)).isEmpty();
  }

  @Test
  void another_number_behind_the_form_is_named() throws Exception {
    for (var told : told(List.of(inserted(lines(), 6, "另有防汛演练5场未计入")))) {
      told.forEach(
          (format, read) ->
              assertThat(read.findings())
                  .as(format)
                  .anyMatch(finding -> finding.raw() != null && finding.raw().contains("5场")));
    }
  }

  private static void check(
      String as, boolean equal, Outcome<Submission> read, List<String> problems) {
    Map<String, String> values = values(read);
    String told = as + ": " + values + " " + read.findings();
    var others = new TreeMap<>(VALUES);
    others.keySet().removeIf(id -> id.startsWith("1.1."));
    if (equal) {
      if (!values.equals(VALUES)
          || read.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
        problems.add(told);
      }
      return;
    }
    boolean said =
        read.findings().stream()
            .anyMatch(
                f ->
                    f.code() == FindingCode.FIELD_AMBIGUOUS
                        || f.code() == FindingCode.NUMBER_ELSEWHERE);
    boolean counted = values.containsKey("1.1.1") || values.containsKey("1.1.2");
    values.keySet().removeIf(id -> id.startsWith("1.1."));
    if (counted || !said || !VALUES.entrySet().containsAll(values.entrySet())) {
      problems.add(told);
    }
    boolean inAnothersLine = as.contains("line of another");
    if (!inAnothersLine && !values.equals(others)) {
      problems.add("others, " + told);
    }
  }

  /** Writes the same lines in every format and reads them. */
  private static List<Map<String, Outcome<Submission>>> told(List<List<String>> texts)
      throws Exception {
    var all = new ArrayList<Map<String, Outcome<Submission>>>();
    List<byte[]> words =
        texts.stream()
            .map(lines -> HandMadeText.ofParagraphs(lines.toArray(String[]::new)).bytes())
            .toList();
    List<byte[]> saved = SavedAsDoc.of(words, Files.createTempDirectory(folder, "doc"));
    for (int i = 0; i < texts.size(); i++) {
      var told = new LinkedHashMap<String, Outcome<Submission>>();
      told.put("docx", match(new DocxReader().read(words.get(i))));
      if (!saved.isEmpty()) {
        told.put("doc", match(new DocReader().read(saved.get(i))));
      }
      byte[] one = sheet(List.of(String.join("\n", texts.get(i))));
      byte[] each = sheet(texts.get(i));
      told.put("xlsx, one cell", match(new XlsxReader().read(one)));
      told.put("xlsx, cells", match(new XlsxReader().read(each)));
      told.put("xls, one cell", match(new XlsReader().read(SavedAsXls.of(one))));
      told.put("xls, cells", match(new XlsReader().read(SavedAsXls.of(each))));
      told.put("csv, one cell", match(new CsvReader().read(DisplayedCsv.of(one))));
      told.put("csv, cells", match(new CsvReader().read(DisplayedCsv.of(each))));
      all.add(told);
    }
    return all;
  }

  private static Outcome<Submission> match(Outcome<Document> document) {
    return matcher.match(document.value().orElseThrow()).get(0);
  }

  private static Map<String, String> values(Outcome<Submission> read) {
    var values = new TreeMap<String, String>();
    for (Entry entry : read.value().map(Submission::entries).orElse(List.of())) {
      if (entry.value() != null) {
        values.put(entry.field().id(), entry.value());
      }
    }
    return values;
  }

  private static boolean quiet(Outcome<Submission> read) {
    return read.findings().stream().map(Finding::severity).allMatch(Severity.INFO::equals);
  }

  private static byte[] sheet(List<String> cells) {
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet("表");
      for (int row = 0; row < cells.size(); row++) {
        sheet.createRow(row).createCell(0).setCellValue(cells.get(row));
      }
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines() {
    var lines = new ArrayList<>(HEAD);
    lines.addAll(SENTENCES);
    return lines;
  }

  private static List<String> inserted(List<String> lines, int at, String line) {
    var all = new ArrayList<>(lines);
    all.add(at, line);
    return all;
  }

  private static List<String> replaced(List<String> lines, int at, String line) {
    var all = new ArrayList<>(lines);
    all.set(at, line);
    return all;
  }
}
