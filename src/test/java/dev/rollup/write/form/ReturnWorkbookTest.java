package dev.rollup.write.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.rollup.RollUp;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.Forms;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ReturnWorkbookTest {

  /** The form whose list is told in one line. */
  private static final Layout TOLD = Layout.told(Forms.TEMPLATE, Map.of("7.1", ""));

  @Test
  void values_stand_under_their_names() {
    XSSFWorkbook workbook =
        open(
            Map.of(
                "h_unit",
                "上海市崇明区",
                "h_phone",
                "021-12345678",
                "h_date",
                LocalDate.of(2023, 6, 28),
                "f_3_4_2",
                1234567890123L,
                "f_1_1_1",
                0L));
    assertThat(Forms.cell(workbook, "h_unit").getStringCellValue()).isEqualTo("上海市崇明区");
    assertThat(Forms.cell(workbook, "h_phone").getStringCellValue()).isEqualTo("021-12345678");
    assertThat(Forms.cell(workbook, "h_date").getLocalDateTimeCellValue())
        .isEqualTo(LocalDateTime.of(2023, 6, 28, 0, 0));
    assertThat(Forms.cell(workbook, "f_3_4_2").getNumericCellValue()).isEqualTo(1234567890123.0);
    assertThat(Forms.cell(workbook, "f_3_4_2").getCellStyle().getDataFormatString()).isEqualTo("0");
    assertThat(Forms.cell(workbook, "f_1_1_1").getNumericCellValue()).isZero();
  }

  @Test
  void what_has_no_value_stays_empty() {
    XSSFWorkbook workbook = open(Map.of("f_1_1_1", 3L));
    for (String name : TOLD.inputs().keySet()) {
      if (!name.equals("f_1_1_1")) {
        assertThat(Forms.cell(workbook, name).getCellType()).as(name).isEqualTo(CellType.BLANK);
      }
    }
  }

  @Test
  void names_places_and_marks_are_those_of_the_blank() {
    XSSFWorkbook blank = Forms.open(BlankWorkbook.of(Forms.TEMPLATE, null, Forms.ZH));
    XSSFWorkbook filled = open(Map.of("f_1_1_1", 3L));
    Map<String, String> expected = names(blank);
    expected.keySet().removeIf(name -> name.startsWith("f_7_1_"));
    expected.put(RollUp.PROPERTY, "\"1\"");
    assertThat(names(filled)).isEqualTo(expected);
    assertThat(
            filled
                .getProperties()
                .getCustomProperties()
                .getProperty(Template.ID_PROPERTY)
                .getLpwstr())
        .isEqualTo(Forms.TEMPLATE.id());
    XSSFSheet sheet = filled.getSheetAt(0);
    assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue())
        .contains(Forms.TEMPLATE.id());
    assertThat(sheet.getLastRowNum()).isEqualTo(TOLD.rows());
    assertThat(sheet.isSheetLocked()).isFalse();
  }

  @Test
  void a_list_is_told_in_one_line_and_stands_in_an_annex() {
    var values = new HashMap<String, Object>();
    for (int row = 1; row <= 37; row++) {
      values.put("f_7_1_1_" + row, "活动" + row);
      values.put("f_7_1_3_" + row, (long) row);
    }
    XSSFWorkbook workbook = open(values);
    assertThat(Forms.cell(workbook, "f_7_1_1_37").getStringCellValue()).isEqualTo("活动37");
    assertThat(Forms.cell(workbook, "f_7_1_3_37").getNumericCellValue()).isEqualTo(37);
    assertThat(workbook.getName("f_7_1_2_37")).isNull();
    assertThat(workbook.getName("f_7_1_1_38")).isNull();
    XSSFSheet form = workbook.getSheetAt(0);
    assertThat(form.getRow(form.getLastRowNum() - 1).getCell(1).getStringCellValue())
        .isEqualTo("共37项，参与703人次，详见附表");
    assertThat(form.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
    XSSFSheet annex = workbook.getSheet(AnnexSheet.NAME);
    assertThat(annex.getRow(0).getCell(1).getStringCellValue()).isEqualTo("其他特色活动明细表");
    var shown = new DataFormatter();
    assertThat(
            IntStream.range(0, 5).mapToObj(c -> shown.formatCellValue(annex.getRow(38).getCell(c))))
        .containsExactly("37", "单位37", "活动37", "", "37");
    assertThat(annex.getLastRowNum()).isEqualTo(38);
    assertThat(annex.getPrintSetup().getFitHeight()).isZero();
    assertThat(annex.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
    assertThat(annex.getRepeatingRows().formatAsString()).isEqualTo("2:2");
  }

  @Test
  void a_row_is_as_high_as_its_text_needs() {
    XSSFWorkbook workbook = open(Map.of("f_7_1_1_1", "主题宣传进企业进社区进学校".repeat(4), "f_7_1_1_2", "短"));
    float tall = Forms.cell(workbook, "f_7_1_1_1").getRow().getHeightInPoints();
    float low = Forms.cell(workbook, "f_7_1_1_2").getRow().getHeightInPoints();
    assertThat(tall).isGreaterThan(2 * low);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"})
  void text_that_looks_like_a_formula_stays_text(String hostile) {
    XSSFWorkbook workbook = open(Map.of("f_7_1_1_1", hostile, "f_7_1_1_2", "平常"));
    XSSFCell cell = Forms.cell(workbook, "f_7_1_1_1");
    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
    assertThat(cell.getStringCellValue()).isEqualTo(hostile);
    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(Forms.cell(workbook, "f_7_1_1_2").getCellStyle().getQuotePrefixed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a\u0000b, a\uFFFDb",
    "'\u0007响铃', \uFFFD响铃",
    "a\uFFFEb, a\uFFFDb",
    "𠮷, 𠮷",
    "_x0041_, _x0041_",
    "a<b>&\"c\", a<b>&\"c\""
  })
  void text_comes_back_as_XML_can_hold_it(String written, String read) {
    XSSFWorkbook workbook = open(Map.of("f_7_1_1_1", written));
    assertThat(Forms.cell(workbook, "f_7_1_1_1").getStringCellValue()).isEqualTo(read);
  }

  @Test
  void half_a_surrogate_pair_and_too_long_a_text_are_no_disaster() {
    XSSFWorkbook workbook = open(Map.of("f_7_1_1_1", "a\uD842", "f_7_1_1_2", "长".repeat(40_000)));
    assertThat(Forms.cell(workbook, "f_7_1_1_1").getStringCellValue()).isEqualTo("a\uFFFD");
    assertThat(Forms.cell(workbook, "f_7_1_1_2").getStringCellValue())
        .hasSize(32_767)
        .endsWith("…");
    assertThat(Forms.cell(workbook, "f_7_1_1_2").getRow().getHeightInPoints()).isEqualTo(409);
  }

  @Test
  void a_value_for_which_the_form_has_no_input_is_a_bug() {
    assertThatThrownBy(() -> open(Map.of("f_9_9_9", 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f_9_9_9");
  }

  @Test
  void the_order_of_the_values_changes_no_byte() {
    var one = new LinkedHashMap<String, Object>();
    one.put("f_1_1_1", 3L);
    one.put("f_7_1_1_1", "=甲");
    one.put("h_unit", "乙");
    var other = new LinkedHashMap<String, Object>();
    other.put("h_unit", "乙");
    other.put("f_7_1_1_1", "=甲");
    other.put("f_1_1_1", 3L);
    assertThat(Forms.returnWorkbook(one)).isEqualTo(Forms.returnWorkbook(other));
  }

  private static Map<String, String> names(XSSFWorkbook workbook) {
    var names = new HashMap<String, String>();
    workbook.getAllNames().stream()
        .filter(name -> name.getSheetIndex() < 0)
        .forEach(name -> names.put(name.getNameName(), name.getRefersToFormula()));
    return names;
  }

  private static XSSFWorkbook open(Map<String, Object> values) {
    return Forms.open(Forms.returnWorkbook(values));
  }
}
