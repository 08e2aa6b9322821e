package dev.rollup.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.Forms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets what the whole machine shares")
class BlankWorkbookTest {

  private static final byte[] BLANK = BlankWorkbook.of(Forms.TEMPLATE, null, Forms.ZH);

  private final XSSFWorkbook workbook = Forms.open(BLANK);
  private final XSSFSheet sheet = workbook.getSheetAt(0);
  private final Layout layout = Layout.of(Forms.TEMPLATE);

  @Test
  void there_is_one_sheet_and_it_is_visible() {
    assertThat(workbook.getNumberOfSheets()).isOne();
    assertThat(workbook.isSheetHidden(0)).isFalse();
    assertThat(sheet.getSheetName()).isEqualTo("活动进展情况统计表");
  }

  @Test
  void every_input_has_a_name_for_exactly_its_cell() {
    var refersTo = new HashMap<String, String>();
    workbook.getAllNames().stream()
        .filter(name -> name.getSheetIndex() < 0 && !name.isHidden())
        .forEach(name -> refersTo.put(name.getNameName(), name.getRefersToFormula()));
    var expected = new HashMap<String, String>();
    layout
        .inputs()
        .forEach(
            (name, at) ->
                expected.put(
                    name,
                    "'活动进展情况统计表'!$"
                        + at.a1().replaceAll("\\d", "")
                        + "$"
                        + at.a1().replaceAll("\\D", "")));
    assertThat(refersTo).isEqualTo(expected).containsKeys("h_unit", "f_3_4_2", "f_7_1_3_10");
    assertThat(refersTo).containsEntry("f_1_2_1", "'活动进展情况统计表'!$E$6");
  }

  @Test
  void inputs_are_unlocked_and_all_else_is_protected() {
    var inputs = new HashSet<String>();
    for (var slot : layout.slots()) {
      if (slot.name() != null) {
        for (int c = 0; c < slot.width(); c++) {
          inputs.add(slot.at().row() + "," + (slot.at().column() + c));
        }
      }
    }
    var unlocked = new HashSet<String>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (!cell.getCellStyle().getLocked()) {
          unlocked.add(cell.getRowIndex() + "," + cell.getColumnIndex());
        }
      }
    }
    assertThat(unlocked).isEqualTo(inputs);
    assertThat(sheet.isSheetLocked()).isTrue();
    var protection = sheet.getCTWorksheet().getSheetProtection();
    assertThat(protection.isSetPassword() || protection.isSetHashValue()).isFalse();
  }

  @Test
  void rows_can_be_added_and_formatted_and_every_cell_be_selected() {
    assertThat(sheet.isInsertRowsLocked()).isFalse();
    assertThat(sheet.isFormatRowsLocked()).isFalse();
    assertThat(sheet.isFormatColumnsLocked()).isFalse();
    assertThat(sheet.isSelectLockedCellsLocked()).isFalse();
    assertThat(sheet.isSelectUnlockedCellsLocked()).isFalse();
    assertThat(sheet.isDeleteRowsLocked()).isTrue();
  }

  @Test
  void a_list_row_may_grow_with_its_text() {
    int row = layout.inputs().get("f_7_1_1_3").row();
    assertThat(sheet.getRow(row).getCTRow().getCustomHeight()).isFalse();
    assertThat(sheet.getRow(row - 1).getHeightInPoints()).isGreaterThanOrEqualTo(18);
  }

  @Test
  void every_count_takes_whole_numbers_only_and_says_so() {
    var validated = new ArrayList<String>();
    for (DataValidation validation : sheet.getDataValidations()) {
      var constraint = validation.getValidationConstraint();
      if (constraint.getValidationType() != ValidationType.INTEGER) {
        continue;
      }
      assertThat(constraint.getOperator()).isEqualTo(OperatorType.GREATER_OR_EQUAL);
      assertThat(constraint.getFormula1()).isEqualTo("0");
      assertThat(validation.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP);
      assertThat(validation.getShowErrorBox()).isTrue();
      assertThat(validation.getErrorBoxText()).contains("整数");
      assertThat(validation.getShowPromptBox()).isTrue();
      assertThat(validation.getPromptBoxTitle()).isEqualTo("只填数字");
      assertThat(validation.getPromptBoxText()).contains("6 月 1 日");
      for (CellRangeAddress range : validation.getRegions().getCellRangeAddresses()) {
        range.forEach(at -> validated.add(at.formatAsString()));
      }
    }
    var counts =
        layout.slots().stream()
            .filter(slot -> slot.field() != null && slot.field().counts())
            .map(slot -> slot.at().a1())
            .toList();
    assertThat(validated).containsExactlyInAnyOrderElementsOf(counts);
  }

  @Test
  void the_list_is_validated_as_a_range_so_that_added_rows_are_too() {
    assertThat(ranges(ValidationType.INTEGER)).contains("E25:E34", "G25:G34");
    assertThat(ranges(ValidationType.ANY)).containsExactlyInAnyOrder("C25:C34", "B2", "F3");
  }

  @Test
  void a_date_may_be_a_date_or_words() {
    assertThat(Forms.cell(workbook, "h_date").getCellStyle().getDataFormatString())
        .isEqualTo("yyyy\"年\"m\"月\"d\"日\"");
    assertThat(ranges(ValidationType.ANY)).contains("F3");
  }

  @Test
  void it_prints_on_one_page_of_A4_upright() {
    var setup = sheet.getPrintSetup();
    assertThat(setup.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
    assertThat(setup.getLandscape()).isFalse();
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(setup.getFitWidth()).isEqualTo((short) 1);
    assertThat(setup.getFitHeight()).isEqualTo((short) 1);
    assertThat(sheet.getHorizontallyCenter()).isTrue();
    assertThat(sheet.getMargin(PageMargin.LEFT)).isEqualTo(sheet.getMargin(PageMargin.RIGHT));
    assertThat(sheet.getFooter().getCenter()).isEqualTo("第 &P 页，共 &N 页");
    assertThat(workbook.getPrintArea(0))
        .isEqualTo("'活动进展情况统计表'!$A$1:$H$" + (sheet.getLastRowNum() + 1));
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
  }

  @Test
  void nothing_is_smaller_than_small_print_when_the_page_is_filled() {
    double height = 0;
    for (Row row : sheet) {
      height += row.getHeightInPoints();
    }
    double page = 297 / 25.4 * 72;
    double scale =
        (page - 72 * (sheet.getMargin(PageMargin.TOP) + sheet.getMargin(PageMargin.BOTTOM)))
            / height;
    assertThat(9 * scale).as("size of the instructions in points").isGreaterThan(7);
  }

  @Test
  void the_wording_is_the_forms_own() {
    for (var slot : layout.slots()) {
      Cell cell = sheet.getRow(slot.at().row()).getCell(slot.at().column());
      assertThat(cell.getStringCellValue()).isEqualTo(slot.text());
    }
  }

  @Test
  void the_instructions_stand_numbered_below_the_table() {
    var below = new ArrayList<String>();
    for (int r = layout.rows(); r <= sheet.getLastRowNum(); r++) {
      below.add(sheet.getRow(r).getCell(0).getStringCellValue());
    }
    var expected = new ArrayList<String>(List.of("填报说明："));
    for (int i = 0; i < Forms.TEMPLATE.instructions().size(); i++) {
      expected.add((i + 1) + ". " + Forms.TEMPLATE.instructions().get(i));
    }
    expected.add("表式：chongming-safety-month-2023　版本：1");
    assertThat(below).isEqualTo(expected);
  }

  @Test
  void the_template_travels_as_properties_and_as_hidden_names() {
    var custom = workbook.getProperties().getCustomProperties();
    assertThat(custom.getProperty(Template.ID_PROPERTY).getLpwstr())
        .isEqualTo("chongming-safety-month-2023");
    assertThat(custom.getProperty(Template.VERSION_PROPERTY).getLpwstr()).isEqualTo("1");
    assertThat(workbook.getName(Template.ID_PROPERTY).isHidden()).isTrue();
    assertThat(workbook.getName(Template.ID_PROPERTY).getRefersToFormula())
        .isEqualTo("\"chongming-safety-month-2023\"");
    assertThat(workbook.getName(Template.VERSION_PROPERTY).isHidden()).isTrue();
    assertThat(workbook.getName(Template.VERSION_PROPERTY).getRefersToFormula()).isEqualTo("\"1\"");
  }

  @Test
  void the_unit_is_filled_in_only_when_it_is_known() {
    assertThat(Forms.cell(workbook, "h_unit").getStringCellValue()).isEmpty();
    var named = Forms.open(BlankWorkbook.of(Forms.TEMPLATE, "城桥镇", Forms.ZH));
    assertThat(Forms.cell(named, "h_unit").getStringCellValue()).isEqualTo("城桥镇");
    assertThat(Forms.cell(named, "h_unit").getCellStyle().getLocked()).isFalse();
  }

  @Test
  void the_wording_of_the_form_is_the_same_in_english() {
    var english = Forms.open(BlankWorkbook.of(Forms.TEMPLATE, null, new Messages(Language.EN)));
    XSSFSheet form = english.getSheetAt(0);
    assertThat(form.getRow(0).getCell(0).getStringCellValue()).isEqualTo(Forms.TEMPLATE.title());
    assertThat(form.getRow(form.getLastRowNum()).getCell(0).getStringCellValue())
        .contains(Forms.TEMPLATE.id());
    assertThat(form.getFooter().getCenter()).isEqualTo("Page &P of &N");
    assertThat(Forms.cell(english, "f_3_4_2").getAddress())
        .isEqualTo(Forms.cell(workbook, "f_3_4_2").getAddress());
  }

  @Test
  void bytes_do_not_depend_on_zone_or_locale() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      for (String id : Set.of("Asia/Shanghai", "Pacific/Apia", "America/Los_Angeles")) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));
        for (String tag : Set.of("ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "tr-TR")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          assertThat(BlankWorkbook.of(Forms.TEMPLATE, null, new Messages(Language.ZH)))
              .as("%s %s", id, tag)
              .isEqualTo(BLANK);
        }
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  private List<String> ranges(int type) {
    return sheet.getDataValidations().stream()
        .filter(validation -> validation.getValidationConstraint().getValidationType() == type)
        .flatMap(v -> List.of(v.getRegions().getCellRangeAddresses()).stream())
        .map(CellRangeAddress::formatAsString)
        .toList();
  }
}
