package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.FormSheet;
import dev.rollup.write.xlsx.HiddenSheet;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A filled form by itself, with the names and properties of the blank, to be sent up. */
public final class ReturnWorkbook {

  private ReturnWorkbook() {}

  /**
   * Returns a filled form as an xlsx file. A repeated item gets as many rows as the values need,
   * and never fewer than the blank has.
   *
   * @param values by defined name, as {@link Layout#name} gives it; an input without one stays
   *     empty
   * @param carried what the totals and rows are made of, for the level above
   * @throws IllegalArgumentException if a value has a name that the form does not have
   */
  public static byte[] of(
      Template template, Map<String, Value> values, RollUpContents carried, Messages messages) {
    Layout blank = Layout.of(template);
    Layout layout = Layout.of(template, rows(template, values));
    Set<String> inputs = layout.inputs().keySet();
    for (String name : values.keySet()) {
      if (!inputs.contains(name)) {
        throw new IllegalArgumentException("the form has no input " + name);
      }
    }
    var workbook = new TemplateWorkbook(template);
    workbook.markAsRollUp();
    XSSFSheet sheet = workbook.createSheet(FormSheet.nameOf(template, messages));
    var form = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.FILLED);
    form.draw(values);
    form.addTemplateLine();
    form.print(layout.rows() == blank.rows());
    HiddenSheet.add(workbook, RollUp.ORIGINS, workbook.palette(), RollUpTable.of(carried));
    return workbook.toBytes();
  }

  /** Returns by item id the highest row that has a value. */
  public static Map<String, Integer> rows(Template template, Map<String, ?> values) {
    var rows = new HashMap<String, Integer>();
    for (Item item : template.items()) {
      if (item.repeats()) {
        for (Field field : item.fields()) {
          String start = Layout.name(field.id(), 0) + "_";
          for (String name : values.keySet()) {
            if (name.startsWith(start)) {
              rows.merge(item.id(), Integer.parseInt(name.substring(start.length())), Math::max);
            }
          }
        }
      }
    }
    return rows;
  }
}
