package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.Value;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.FormSheet;
import dev.rollup.write.xlsx.HiddenSheet;
import dev.rollup.write.xlsx.StreamedWorkbook;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The filled form of a district with the names and properties of the blank, to be sent up: a page
 * as it was issued, which tells each repeated item in one line, and an annex that lists its rows.
 */
public final class ReturnWorkbook {

  private ReturnWorkbook() {}

  /**
   * Writes a filled form as an xlsx file.
   *
   * @param values by defined name, as {@link Layout#name} gives it, without those of repeated
   *     items; an input without one stays empty
   * @param carried what the totals are made of, for the level above, and the rows of the annex
   * @param scratch a folder for what is needed while writing only
   * @throws IllegalArgumentException if a value has a name that the form does not have
   */
  public static void write(
      Template template,
      Map<String, Value> values,
      RollUpContents carried,
      Messages messages,
      Path scratch,
      OutputStream out)
      throws IOException {
    Layout layout = Layout.told(template, ListLines.lines(template, carried, messages));
    Set<String> inputs = layout.inputs().keySet();
    for (String name : values.keySet()) {
      if (!inputs.contains(name)) {
        throw new IllegalArgumentException("the form has no input " + name);
      }
    }
    var workbook = new TemplateWorkbook(template);
    workbook.markAsRollUp();
    workbook.carry(carried);
    String name = FormSheet.nameOf(template, messages);
    XSSFSheet sheet = workbook.createSheet(name);
    var form = new FormSheet(workbook, sheet, template, layout, messages, FormSheet.Use.FILLED);
    form.draw(values);
    form.addTemplateLine(carried);
    form.print(true);
    StreamedWorkbook.write(
        workbook,
        scratch,
        out,
        book -> {
          new AnnexSheet(template, carried, messages).addTo(book, workbook, name);
          HiddenSheet.add(book, RollUp.ORIGINS, workbook.palette(), RollUpTable.of(carried));
        });
  }
}
