package dev.rollup.match.blank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollup.config.BindingsWriter;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.infer.FormInference;
import dev.rollup.model.Document;
import dev.rollup.read.blank.BlankPages;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Blank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Forms that came back with rows that the blank does not have, or without some that it has, and
 * with words that take the certainty from their numbers. Lines are parted by {@code /}; a line that
 * begins with {@code #} is one of the table.
 */
class DisturbedFormsTest {

  private static final String HEAD = "T 情况统计表/L 填报单位：　　　　/";

  private static final String SINGLE = "#人次（人次）,车辆（辆）/#,/L 填表人：　　　　";

  private static final String ROWS = "#项目,人数（人）,备注/#检查,,/#宣传,,/#培训,,";

  private static final String TWINS = "#名称,资金（万元）/#,/#,/#名称,资金（万元）/#,/#,";

  private static final String TITLED = "L 一、上月/#名称,资金（万元）/#,/#,/L 二、本月/#名称,资金（万元）/#,/#,";

  private static final String SENTENCE = "#内容/#检查____次，出动____人次。";

  private static final String LIST = "#名称,户数（户）,资金（万元）/#,,/#,,";

  private static final String NOTED = "#名称,户数（户）,资金（万元）,备注/#,,,/#,,,";

  private static final String BUILDINGS = "#楼号,户数（户）,资金（万元）/#,,/#,,";

  private static final String FIVE = "#项目,人数（人）/#甲,/#乙,/#丙,/#丁,/#戊,";

  private static final String PAIRS = "#指标,单位,数值,指标,单位,数值/#用水量,吨,,户数,户,/#用电量,度,,人数,人,";

  private static final String RATE = "#指标,计量单位,本月数/#使用率,％,/#床位数,张,";

  private static final String CLOSED = "#项目,人数（人）,金额（元）/#甲,,/#乙,,/#丙,,/#丁,—,";

  private static final String MONEY = "L 金额单位：万元/#项目,营业收入（亿元）,金额,人数（人）/#甲,,,/#乙,,,";

  private static final String NUMBERED = "#指标,本月数/#八、期末实有床位数,/#九、病床使用数,";

  private static final String SIGNS = "#指标,计量单位,本月数/#产量,公斤,/#面积,平方米,";

  private static final String MEASURED = "#指标,计量单位,本月数/#产量,吨,/#面积,亩,";

  /** A return is what stands where the blank has its table; numbers that were read, and errors. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // A row that a unit put above or below the only one there is.
        SINGLE + "|#人次（人次）,车辆（辆）/#1,2/#,/L 填表人：　　　　|1 2|",
        SINGLE + "|#人次（人次）,车辆（辆）/#,/#1,2/#,/L 填表人：　　　　|1 2|",
        SINGLE + "|#人次（人次）,车辆（辆）/#1,2/#3,4/L 填表人：　　　　||FIELD_MISSING",
        // A row that is gone, and one that a unit added.
        ROWS + "|#项目,人数（人）,备注/#检查,1,/#培训,3,|1 3|FIELD_MISSING",
        ROWS + "|#项目,人数（人）,备注/#检查,1,/#其他,9,/#宣传,2,/#培训,3,|1 2 3|",
        // Of two lists with the same heads one is gone, or its heads.
        TWINS + "|#名称,资金（万元）/#甲,1/#,/#名称,资金（万元）/#乙,2/#,|1 2|",
        TWINS + "|#名称,资金（万元）/#甲,1/#甲二,3/#甲三,4/#名称,资金（万元）/#乙,2/#,|1 2 3 4|",
        TWINS + "|#名称,资金（万元）/#乙,2/#,||FIELD_AMBIGUOUS FIELD_MISSING",
        TITLED + "|L 一、上月/#名称,资金（万元）/#甲,1/#,|1|FIELD_MISSING",
        // Typed one column to the left, or a row of it to the right.
        LIST + "|#名称,户数（户）,资金（万元）/#12,35,/#8,20,||FIELD_AMBIGUOUS",
        LIST + "|#名称,户数（户）,资金（万元）/#甲,12,/#乙,8,|8 12|",
        LIST + "|#名称,户数（户）,资金（万元）/#12,35,9/#8,20,|9 35|FIELD_AMBIGUOUS",
        LIST + "|#名称,户数（户）,资金（万元）/#,甲,12/#乙,8,3|3 8|FIELD_AMBIGUOUS NOT_A_COUNT",
        NOTED + "|#名称,户数（户）,资金（万元）,备注/#甲,,12,35/#乙,8,3,见附件|3 8|FIELD_AMBIGUOUS",
        NOTED + "|#名称,户数（户）,资金（万元）,备注/#12,35,,见附件/#乙,8,3,|3 8|FIELD_AMBIGUOUS",
        NOTED + "|#名称,户数（户）,资金（万元）,备注/#甲,,12,/#乙,8,,35|12|FIELD_AMBIGUOUS",
        BUILDINGS + "|#楼号,户数（户）,资金（万元）/#12,35,/#8,20,|20 35|",
        ROWS + "|#项目,人数（人）,备注/#检查,,1/#宣传,2,/#培训,3,|2 3|FIELD_AMBIGUOUS",
        ROWS + "|#项目,人数（人）,备注/#检查,,见附件/#宣传,2,/#培训,3,2026|2 3|",
        // Cells that were inserted push the rest of a column down; a sum below it does not.
        FIVE + "|#项目,人数（人）/#甲,1/#乙,/#丙,2/#丁,3/#戊,4/#,5|1|FIELD_AMBIGUOUS NUMBER_ELSEWHERE",
        FIVE + "|#项目,人数（人）/#甲,1/#乙,/#丙,2/#丁,3/#戊,4/#,10|1 2 3 4|NUMBER_ELSEWHERE",
        FIVE + "|#项目,人数（人）/#甲,1/#乙,6/#丙,2/#丁,3/#戊,4/#,5|1 2 3 4 6|NUMBER_ELSEWHERE",
        FIVE + "|#,9/#项目,人数（人）/#甲,1/#乙,/#丙,2/#丁,3/#戊,4|1 2 3 4|",
        // Two tables side by side that changed places, with their heads and without.
        PAIRS + "|#指标,单位,数值,指标,单位,数值/#用水量,吨,1,户数,户,2/#用电量,度,3,人数,人,4|1 2 3 4|",
        PAIRS + "|#指标,单位,数值,指标,单位,数值/#户数,户,2,用水量,吨,1/#人数,人,4,用电量,度,3||FIELD_AMBIGUOUS",
        // A measure is the same in either width.
        RATE + "|#指标,计量单位,本月数/#使用率,％,15%/#床位数,张,8|8 15|",
        RATE + "|#指标,计量单位,本月数/#使用率,％,15％/#床位数,张,8张|8 15|",
        // What is pushed into a cell that is none to be filled in was pushed, too.
        CLOSED
            + "|#项目,人数（人）,金额（元）/#甲,1,7/#乙,,8/#丙,2,9/#丁,5,6|1 7 8 9|FIELD_AMBIGUOUS NUMBER_ELSEWHERE",
        // Counted in other measures than the form's.
        MONEY + "|L 金额单位：元/#项目,营业收入（亿元）,金额,人数（人）/#甲,1,2,3/#乙,4,5,6|1 3 4 6|WRONG_MEASURE_UNIT",
        MONEY + "|L 金额单位： 万元/#项目,营业收入（亿元）,金额,人数（人）/#甲,1,2,3/#乙,4,5,6|1 2 3 4 5 6|",
        MONEY + "|L 单位：甲镇 金额单位：万元/#项目,营业收入（亿元）,金额,人数（人）/#甲,1,2,3/#乙,,,|1 2 3|",
        MONEY + "|L 金额单位：万元/#项目,营业收入（元）,金额,人数（人）/#甲,1,2,3/#乙,4,5,6|2 3 5 6|WRONG_MEASURE_UNIT",
        MONEY + "|L 金额单位：万元/#项目,营业收入,金额,人数（人次）/#甲,1,2,3/#乙,4,5,6|1 2 4 5|WRONG_MEASURE_UNIT",
        MONEY + "|L 金额单位：万元/#项目,营业收入（亿元，含税）,金额,人数（人）/#甲,1,2,3/#乙,,,|1 2 3|",
        MONEY + "|L 金额单位： 万 元/#项目,营业收入（亿元）,金额,人数（人）/#甲,1,2,3/#乙,4,5,6|1 2 3 4 5 6|",
        "L 单位：人/" + FIVE + "|L 单位：甲镇（盖章）/#项目,人数（人）/#甲,1/#乙,/#丙,2/#丁,3/#戊,4|1 2 3 4|",
        "L 单位：人/#项目,人数/#甲,/#乙,|L 单位：甲镇/#项目,人数/#甲,1/#乙,2|1 2|",
        "L 单位：人/#项目,人数/#甲,/#乙,|L 单位：万人/#项目,人数/#甲,1/#乙,2||WRONG_MEASURE_UNIT",
        // What begins as the form's measure, or ends as it, is another.
        "L 单位：人/#项目,人数/#甲,/#乙,|L 单位：人次/#项目,人数/#甲,1/#乙,2||WRONG_MEASURE_UNIT",
        "L 计量单位：吨/#项目,产量/#甲,/#乙,|L 计量单位：吨公里/#项目,产量/#甲,1/#乙,2||WRONG_MEASURE_UNIT",
        "L 金额单位：元/#项目,金额/#甲,/#乙,|L 金额单位：元／户/#项目,金额/#甲,1/#乙,2||WRONG_MEASURE_UNIT",
        "L 计量单位：台、人/#项目,设备台数,人数/#甲,,|L 计量单位：台、人/#项目,设备台数,人数/#甲,1,2|1 2|",
        "L 计量单位：台、人/#项目,设备台数,人数/#甲,,|L 计量单位：套、人/#项目,设备台数,人数/#甲,1,2|2|WRONG_MEASURE_UNIT",
        // The same measure in other signs is the same.
        SIGNS + "|#指标,计量单位,本月数/#产量,公斤,7/#面积,㎡,8|7 8|",
        SIGNS + "|#指标,计量单位,本月数/#产量,kg,7/#面积,m²,8|7 8|",
        SIGNS + "|#指标,计量单位,本月数/#产量,t,7/#面积,平方米,8|8|WRONG_MEASURE_UNIT",
        "L 单位：吨/#项目,产量/#甲,/#乙,|L 单位：t/#项目,产量/#甲,1/#乙,2|1 2|",
        // A number in a label is that number.
        "#月份,人数（人）/#1月,/#11月,|#月份,人数（人）/#1.1月,5/#11.11月,6||FIELD_AMBIGUOUS",
        FIVE + "|L 单位：万人/#项目,人数（人）/#甲,1/#乙,/#丙,2/#丁,3/#戊,4||WRONG_MEASURE_UNIT",
        FIVE + "|#项目,人数（人）/#甲,1/#乙,/#丙,2/#丁,3/#戊,4/L 注：人数单位为万人||WRONG_MEASURE_UNIT",
        FIVE
            + "|#项目,人数（人）,/#甲,1,万人/#乙,,/#丙,2,人/#丁,3,/#戊,4,人次|2 3|FIELD_AMBIGUOUS NUMBER_ELSEWHERE WRONG_MEASURE_UNIT",
        MEASURED + "|#指标,计量单位,本月数/#产量,公斤,7/#面积,亩,8|8|WRONG_MEASURE_UNIT",
        // A numeral of the label itself is none of the unit's.
        NUMBERED + "|#指标,本月数/#八、期末实有床位数（张）,7/#九、病床使用数,8|7 8|",
        NUMBERED + "|#指标,本月数/#八、期末实有床位9张,7/#九、病床使用数,8|8|FIELD_AMBIGUOUS",
        // Words of doubt.
        ROWS + "|#项目,人数（人）,备注/#检查,1,估计数/#宣传,2,/#培训,3,|2 3|APPROXIMATE_COUNT",
        ROWS + "|#项目,人数（人）,备注/#检查,1,其中女1人/#宣传,2,/#培训,3,|1 2 3|",
        ROWS + "|#项目,人数（人）,备注/#检查,1,/#宣传,2,/#培训,3,/L 注：以上数据均为估算||APPROXIMATE_COUNT",
        ROWS + "|#项目,人数（人）,备注/#检查,1,/#宣传,2,/#培训,3,/L 注：以上数据均已核实|1 2 3|",
        SENTENCE + "|#内容/#检查3次，出动12人次。|3 12|",
        SENTENCE + "|#内容/#大概检查3次，出动12人次。||FIELD_AMBIGUOUS",
        SENTENCE + "|#内容/#检查3次，出动12人次。/L 以上为预估数||APPROXIMATE_COUNT",
      })
  void what_is_certain_is_read_and_all_else_is_named(
      String blank, String filled, String numbers, String errors) throws Exception {
    Outcome<Submission> read = read(HEAD + blank, HEAD + filled);

    assertThat(numbers(read)).isEqualTo(numbers == null ? "" : numbers);
    assertThat(errors(read)).isEqualTo(errors == null ? "" : errors);
  }

  /** A column that was put between a label outside the table and its answer parts nothing. */
  @ParameterizedTest
  @CsvSource({"甲镇|", "|甲镇", "||甲镇"})
  void who_fills_the_form_in_is_read_behind_a_column_that_was_added(String answer)
      throws Exception {
    String table = "/#项目,人数（人）/#检查,";

    Outcome<Submission> read =
        read("T 情况统计表/L 填报单位：|" + table, "T 情况统计表/L 填报单位：|" + answer + table + "5");

    assertThat(read.value().orElseThrow().header().get(HeaderField.UNIT).text()).isEqualTo("甲镇");
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void a_table_that_was_put_into_a_text_is_named() throws Exception {
    byte[] blank = drawn(HEAD + ROWS).docx();
    byte[] added;
    try (var text = new XWPFDocument(new ByteArrayInputStream(blank));
        var bytes = new ByteArrayOutputStream()) {
      text.getTables().get(0).getRow(1).getCell(1).setText("5");
      text.createTable(1, 2).getRow(0).getCell(1).setText("7001");
      text.write(bytes);
      added = bytes.toByteArray();
    }

    Outcome<Submission> read =
        matcher(blank, true).match(new DocxReader().read(added).value().orElseThrow()).get(0);

    assertThat(read.findings())
        .extracting(Finding::code, each -> each.at().cell().written())
        .containsExactly(tuple(FindingCode.NUMBER_ELSEWHERE, "t2.r1.c2"));
  }

  /** On each sheet the line around the table speaks of that sheet alone. */
  @Test
  void a_measure_that_was_changed_on_one_sheet_is_that_of_its_numbers() throws Exception {
    byte[] blank = twoSheets("万元", "万元", "");
    byte[] filled = twoSheets("元", "万元", "7");

    Outcome<Submission> read = matcher(blank, false).match(document(filled)).get(0);

    assertThat(numbers(read)).isEqualTo("7");
    assertThat(read.findings())
        .extracting(Finding::code, each -> each.at().sheet())
        .containsExactlyInAnyOrder(
            tuple(FindingCode.WRONG_MEASURE_UNIT, "表"), tuple(FindingCode.WRONG_MEASURE_UNIT, "表"));
  }

  private static byte[] twoSheets(String first, String second, String answer) throws Exception {
    String form = "T 收支表/L 金额单位：%s/#项目,金额/#甲,%s";
    try (var workbook =
            new XSSFWorkbook(
                new ByteArrayInputStream(drawn(form.formatted(first, answer)).xlsx()));
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.cloneSheet(0, "乙");
      sheet.getRow(0).getCell(0).setCellValue("结余表");
      sheet.getRow(1).getCell(0).setCellValue("金额单位：" + second);
      sheet.getRow(3).getCell(0).setCellValue("乙");
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** In a text, too, a head over spanned cells is that of its own columns. */
  @ParameterizedTest
  @CsvSource({
    "伤亡人数（人）,财产损失（万元）,1 2 3 4,",
    "伤亡人数（户）,财产损失（万元）,1 2 4,WRONG_MEASURE_UNIT",
    "伤亡人数（人）,财产损失（元）,1 2 3,WRONG_MEASURE_UNIT",
    "失踪儿童（人）,财产损失（万元）,1 2 4,FIELD_AMBIGUOUS",
  })
  void a_head_of_a_text_is_held_against_its_own_column(
      String people, String money, String numbers, @Nullable String errors) throws Exception {
    String form = HEAD + "#场所,火灾起数（起）,<,%s,%s/#^,较大,一般,^,^/#住宅,%s";
    byte[] blank = drawn(form.formatted("伤亡人数（人）", "财产损失（万元）", ",,,")).docx();
    byte[] filled = drawn(form.formatted(people, money, "1,2,3,4")).docx();

    Outcome<Submission> read =
        matcher(blank, true).match(new DocxReader().read(filled).value().orElseThrow()).get(0);

    assertThat(numbers(read)).isEqualTo(numbers);
    assertThat(errors(read)).isEqualTo(errors == null ? "" : errors);
  }

  /** A paragraph between the sentences of a cell belongs to none of them. */
  @ParameterizedTest
  @CsvSource({
    "培训5人。,1 2 5,",
    "培训5人。/情况属实。,1 2 5,",
    "培训5人。/另有8351处,1 2,FIELD_AMBIGUOUS NUMBER_ELSEWHERE",
    "另有8351处/培训5人。,5,FIELD_AMBIGUOUS NUMBER_ELSEWHERE",
    "培训5人。/8351,1 2,FIELD_AMBIGUOUS NUMBER_ELSEWHERE",
  })
  void a_number_between_the_sentences_of_a_cell_is_named(
      String behind, String numbers, @Nullable String errors) throws Exception {
    byte[] blank = sentences("检查____次，出动____人次。/培训____人。");
    byte[] filled = sentences("检查1次，出动2人次。/" + behind);

    Outcome<Submission> read =
        matcher(blank, true).match(new DocxReader().read(filled).value().orElseThrow()).get(0);

    assertThat(numbers(read)).isEqualTo(numbers);
    assertThat(errors(read)).isEqualTo(errors == null ? "" : errors);
  }

  private static byte[] sentences(String paragraphs) throws Exception {
    try (var text = new XWPFDocument(new ByteArrayInputStream(drawn(HEAD + "#项目,内容/#检查,").docx()));
        var bytes = new ByteArrayOutputStream()) {
      var cell = text.getTables().get(0).getRow(1).getCell(1);
      for (var each : paragraphs.split("/")) {
        cell.addParagraph().createRun().setText(each);
      }
      cell.removeParagraph(0);
      text.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static String numbers(Outcome<Submission> read) {
    return read.value().orElseThrow().entries().stream()
        .filter(entry -> entry.state() == State.READ && entry.number() != null)
        .map(entry -> entry.number().intValueExact())
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static String errors(Outcome<Submission> read) {
    return read.findings().stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(each -> each.code().name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Outcome<Submission> read(String blank, String filled) throws Exception {
    return matcher(drawn(blank).xlsx(), false).match(document(drawn(filled).xlsx())).get(0);
  }

  private static BlankMatcher matcher(byte[] content, boolean word) throws Exception {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    Blank form =
        FormInference.of(
                BlankPages.read(content, word).orElseThrow(),
                word ? "blank.docx" : "blank.xlsx",
                sha256,
                new Blank.Content(content))
            .orElseThrow();
    var json = new ByteArrayOutputStream();
    BindingsWriter.write("form", form, json);
    Template template = TemplateReader.read(json.toByteArray(), "form");
    DocumentReader reader = word ? new DocxReader() : new XlsxReader();
    return new BlankMatcher(template, reader.read(content).value().orElseThrow());
  }

  private static Document document(byte[] content) {
    return new XlsxReader().read(content).value().orElseThrow();
  }

  private static DrawnForm drawn(String form) {
    return new DrawnForm(
        List.of(form.split("/")).stream()
            .map(
                line ->
                    line.startsWith("#")
                        ? "|" + line.substring(1).replace(",", " | ") + " |"
                        : line)
            .toList());
  }
}
