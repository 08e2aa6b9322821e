package dev.rollup.write.xlsx;

import dev.rollup.messages.Messages;
import dev.rollup.submission.Value;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.template.Layout.Kind;
import dev.rollup.template.Layout.Slot;
import dev.rollup.template.Template;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What helps a unit to fill a drawn form in: what each cell takes, and all else kept as it is. */
public final class FormEntry {

  /** What the file format takes; a template's words may be longer. */
  private static final int PROMPT_TITLE = 32;

  private static final int PROMPT = 255;

  private final XSSFSheet sheet;
  private final Template template;
  private final Layout layout;
  private final Messages messages;
  private final DataValidationHelper helper;

  /** What makes the blanks of one form sheet ready to be filled in. */
  public FormEntry(XSSFSheet sheet, Template template, Layout layout, Messages messages) {
    this.sheet = sheet;
    this.template = template;
    this.layout = layout;
    this.messages = messages;
    this.helper = sheet.getDataValidationHelper();
  }

  /** Adds prompts and validations, and protects the sheet. */
  public void guide() {
    counts();
    texts();
    header();
    protect();
  }

  /** Counts that are counted in the same measure share a prompt. */
  private void counts() {
    Map<String, CellRangeAddressList> byMeasure = new LinkedHashMap<>();
    for (Slot slot : layout.slots()) {
      if (slot.takes(FieldType.COUNT)) {
        add(byMeasure.computeIfAbsent(slot.input().measured().name(), m -> none()), slot);
      }
    }
    var whole = helper.createIntegerConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
    LocalDate from = template.period().orElseThrow().from();
    byMeasure.forEach(
        (measure, cells) -> {
          DataValidation validation = helper.createValidation(whole, cells);
          validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
          validation.createErrorBox(
              messages.text("form.count.refused"), messages.text("form.count.refused.why"));
          validation.setShowErrorBox(true);
          prompt(
              validation,
              messages.text("form.count"),
              messages.text(
                  "form.count.how",
                  String.valueOf(from.getMonthValue()),
                  String.valueOf(from.getDayOfMonth()),
                  measure));
        });
  }

  private void texts() {
    CellRangeAddressList cells = none();
    for (Slot slot : layout.slots()) {
      if (slot.takes(FieldType.TEXT)) {
        add(cells, slot);
      }
    }
    if (cells.countRanges() > 0) {
      promptOnly(cells, messages.text("form.text"), messages.text("form.text.how"));
    }
  }

  private void header() {
    for (Slot slot : layout.slots()) {
      if (slot.kind() != Kind.HEADER_INPUT) {
        continue;
      }
      CellRangeAddressList cells = none();
      add(cells, slot);
      if (slot.isOf(HeaderField.UNIT)) {
        promptOnly(cells, template.head(HeaderField.UNIT), messages.text("form.unit.how"));
        sheet.setActiveCell(new CellAddress(slot.at().row(), slot.at().column()));
      } else if (slot.isOf(HeaderField.DATE)) {
        LocalDate example = template.deadline().orElseThrow().toLocalDate();
        promptOnly(
            cells,
            template.head(HeaderField.DATE),
            messages.text(
                "form.date.how",
                String.valueOf(new Value.Day(example).written()),
                example.toString()));
      } else {
        // A telephone number is text, and no mistake to be pointed at.
        sheet.addIgnoredErrors(
            cells.getCellRangeAddress(0), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
      }
    }
  }

  /** Says what to write without refusing anything: a date may well come as words. */
  private void promptOnly(CellRangeAddressList cells, String title, String text) {
    DataValidationConstraint any = new XSSFDataValidationConstraint(ValidationType.ANY, "");
    prompt(helper.createValidation(any, cells), title, text);
  }

  private void prompt(DataValidation validation, String title, String text) {
    validation.createPromptBox(atMost(PROMPT_TITLE, title), atMost(PROMPT, text));
    validation.setShowPromptBox(true);
    validation.setEmptyCellAllowed(true);
    sheet.addValidationData(validation);
  }

  /** Against slips only, hence without a password; rows can be added where a list is too short. */
  private void protect() {
    sheet.enableLocking();
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
    sheet.lockInsertRows(false);
    sheet.lockFormatRows(false);
    sheet.lockFormatColumns(false);
  }

  private static CellRangeAddressList none() {
    return new CellRangeAddressList();
  }

  /**
   * Cells under each other become one range, so that a row added between them is guided as well.
   */
  private static void add(CellRangeAddressList cells, Slot slot) {
    int row = slot.at().row();
    int column = slot.at().column();
    for (CellRangeAddress range : cells.getCellRangeAddresses()) {
      if (range.getFirstColumn() == column && range.getLastRow() == row - 1) {
        range.setLastRow(row);
        return;
      }
    }
    cells.addCellRangeAddress(new CellRangeAddress(row, row, column, column));
  }

  private static String atMost(int length, String text) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
