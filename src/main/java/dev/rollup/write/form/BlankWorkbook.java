package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.submission.Value;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.FormEntry;
import dev.rollup.write.xlsx.FormSheet;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** The workbook that units fill in. */
public final class BlankWorkbook {

  private BlankWorkbook() {}

  /**
   * Returns the blank form as an xlsx file: one sheet, in which nothing but the blanks can be
   * changed.
   *
   * @param unitName what stands in the unit's cell already; null to leave it empty
   */
  public static byte[] of(Template template, @Nullable String unitName, Messages messages) {
    var workbook = new TemplateWorkbook(template);
    XSSFSheet sheet = workbook.createSheet(FormSheet.nameOf(template, messages));
    Layout layout = Layout.of(template);
    var form = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.BLANK);
    form.draw(
        unitName == null ? Map.of() : Map.of(HeaderField.UNIT.id(), new Value.Words(unitName)));
    form.addInstructions();
    form.addTemplateLine();
    form.print(true);
    new FormEntry(sheet, template, layout, messages).guide();
    return workbook.toBytes();
  }
}
