package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.rollup.RollUp;
import dev.rollup.template.Template;
import dev.rollup.write.form.BlankDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in Word, blank and filled, read back with POI. */
@Isolated("sets what the whole machine shares")
class WordFormsTest {

  private static final Path ISSUED = Path.of("../shared/form/blank-form.docx");

  @Test
  void the_blank_says_what_the_issued_form_says_in_the_same_cells_and_paragraphs()
      throws Exception {
    Assumptions.assumeTrue(Files.exists(ISSUED), "the issued form is not here");
    try (var issued = new XWPFDocument(Files.newInputStream(ISSUED))) {
      XWPFDocument blank = open(BlankDocument.of(Forms.TEMPLATE, null, Forms.ZH));
      assertThat(cells(blank)).isEqualTo(cells(issued));
      assertThat(blank.getParagraphs().get(0).getText())
          .isEqualTo(issued.getParagraphs().get(0).getText());
      assertThat(words(blank.getParagraphs().get(1)))
          .isEqualTo(words(issued.getParagraphs().get(1)));
    }
  }

  @Test
  void the_blank_carries_its_template_and_its_instructions() {
    XWPFDocument blank = open(BlankDocument.of(Forms.TEMPLATE, "堡镇", Forms.ZH));
    assertThat(property(blank, Template.ID_PROPERTY)).isEqualTo(Forms.TEMPLATE.id());
    assertThat(property(blank, Template.VERSION_PROPERTY)).isEqualTo(Forms.TEMPLATE.version());
    assertThat(property(blank, RollUp.PROPERTY)).isNull();
    assertThat(blank.getParagraphs().get(1).getText()).startsWith("填报单位（盖章）：堡镇  ");
    List<String> below = blank.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    for (var instruction : Forms.TEMPLATE.instructions()) {
      assertThat(below).anyMatch(line -> line.endsWith(". " + instruction));
    }
    assertThat(below.get(below.size() - 1)).contains(Forms.TEMPLATE.id());
  }

  @Test
  void what_goes_up_numbers_its_pages_and_no_name_turns_the_words_behind_it() {
    var values = new HashMap<String, Object>();
    values.put("f_7_1_1_1", "\u202E文艺\u200F");
    values.put("f_7_1_2_1", 1L);
    values.put("f_7_1_3_1", 20L);
    XWPFDocument filled = open(values);
    assertThat(filled.getFooterList()).hasSize(1);
    assertThat(filled.getFooterList().get(0).getParagraphs())
        .anyMatch(line -> line.getCTP().toString().contains("PAGE"));
    assertThat(annex(filled).get(1)).containsExactly("1", "单位1", "文艺", "1", "20");
  }

  @Test
  void numbers_stand_between_the_brackets_of_the_form() {
    var values = new HashMap<String, Object>();
    values.put("h_unit", "上海市崇明区");
    values.put("h_phone", "021-12345678");
    values.put("h_date", LocalDate.of(2023, 6, 29));
    values.put("f_1_1_1", 12L);
    values.put("f_1_1_2", 0L);
    values.put("f_1_2_1", 1234567890123L);
    values.put("f_4_2_1", 3L);
    XWPFDocument filled = open(values);
    List<List<String>> cells = cells(filled);
    assertThat(cells.get(1))
        .startsWith(
            "1.开展习近平总书记关于应急管理、安全生产重要论述宣贯活动",
            "组织开展宣讲活动(12)场，参与(0)人次；",
            "发表评论文章或心得体会（1234567890123）篇；",
            "组织开展“安全生产大家谈”“班前会”“以案说法”等活动(  )场，参与(  )人次。");
    assertThat(cells.get(4)).endsWith("在省级以上主流媒体公布“一案双罚”典型案例（3）个，安全生产行刑衔接（含危险作业罪）等各类典型案例（  ）个。");
    assertThat(words(filled.getParagraphs().get(1)))
        .isEqualTo("填报单位（盖章）：上海市崇明区 联系人： 电话：021-12345678 填报日期：2023年6月29日");
    assertThat(property(filled, RollUp.PROPERTY)).isEqualTo("1");
  }

  @Test
  void a_repeated_item_is_told_in_one_line_and_listed_in_an_annex() {
    XWPFDocument filled =
        open(
            Map.of(
                "f_7_1_1_1",
                "安全文艺汇演",
                "f_7_1_2_1",
                2L,
                "f_7_1_3_1",
                300L,
                "f_7_1_1_2",
                "消防运动会",
                "f_7_1_3_3",
                5L));
    assertThat(cells(filled).get(7)).containsExactly("7.其他特色活动", "共3项，组织2场/次，参与305人次，详见附表");
    assertThat(annex(filled))
        .containsExactly(
            List.of("序号", "单位名称", "活动名称", "组织（场/次）", "参与（人次）"),
            List.of("1", "单位1", "安全文艺汇演", "2", "300"),
            List.of("2", "单位2", "消防运动会", "", ""),
            List.of("3", "单位3", "", "", "5"));
  }

  @Test
  void a_list_without_rows_stays_as_it_was_issued() {
    XWPFDocument filled = open(Map.of("f_1_1_1", 1L));
    assertThat(cells(filled).get(7))
        .containsExactly("7.其他特色活动", "活动名称（      ），组织(  )场/次，参与(  )人次。");
    assertThat(filled.getTables()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a\u0000b, a\uFFFDb",
    "a\uFFFEb, a\uFFFDb",
    "'两\n行\t话', 两 行 话",
    "a\uD842, a\uFFFD",
    "=1+1, =1+1",
    "𠮷<b>&\"\\_x0041_, 𠮷<b>&\"\\_x0041_"
  })
  void hostile_text_stays_in_its_place(String written, String read) {
    XWPFDocument filled = open(Map.of("f_7_1_1_1", written, "h_unit", written));
    assertThat(annex(filled).get(1).get(2)).isEqualTo(read);
    assertThat(filled.getParagraphs().get(1).getText()).startsWith("填报单位（盖章）：" + read);
  }

  @Test
  void a_name_of_any_length_is_no_disaster() {
    // Of letters that repeat too often POI suspects an attack.
    String letters =
        IntStream.range(0, 40_000)
            .map(i -> 0x4E00 + i * 7919 % 20_000)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(cells(open(Map.of("f_7_1_1_1", letters, "h_unit", letters.substring(0, 4_000)))))
        .hasSize(8);
  }

  @Test
  void the_same_values_give_the_same_bytes_in_every_zone() {
    var other = new LinkedHashMap<String, Object>();
    other.put("h_unit", "乙");
    other.put("f_1_1_1", 3L);
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      byte[] one = Forms.returnDocument(Map.of("f_1_1_1", 3L, "h_unit", "乙"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      assertThat(Forms.returnDocument(other)).isEqualTo(one);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  /** Returns by row the paragraphs of all cells, the number before a heading without its space. */
  private static List<List<String>> cells(XWPFDocument document) {
    XWPFTable table = document.getTables().get(0);
    return table.getRows().stream()
        .map(
            row ->
                row.getTableCells().stream()
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .map(paragraph -> paragraph.getText().replaceFirst("^(\\d\\.) ", "$1"))
                    .toList())
        .toList();
  }

  /** Returns by row the words of the cells. */
  private static List<List<String>> annex(XWPFDocument document) {
    return document.getTables().get(1).getRows().stream()
        .map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
        .toList();
  }

  private static String words(XWPFParagraph paragraph) {
    return paragraph
        .getText()
        .replaceAll("[\\s\\u3000]+", " ")
        .replace("： ", "：")
        .strip()
        .replaceAll("：(?=联系人|电话|填报日期)", "： ");
  }

  private static String property(XWPFDocument document, String name) {
    var property = document.getProperties().getCustomProperties().getProperty(name);
    return property == null ? null : property.getLpwstr();
  }

  private static XWPFDocument open(Map<String, Object> values) {
    return open(Forms.returnDocument(values));
  }

  private static XWPFDocument open(byte[] document) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
