package dev.rollup.write.form;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.write.form.TemplateDocument.Lettering;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * The filled form of a district in Word with the properties of the blank, to be sent up: a page as
 * it was issued, which tells each repeated item in one line, and an annex that lists its rows.
 */
public final class ReturnDocument {

  private static final Lettering TITLE = new Lettering("仿宋", 16, true, null);
  private static final Lettering HEAD = new Lettering("仿宋", 10.5, true, null);
  private static final Lettering TEXT = new Lettering("仿宋", 10.5);

  /** The width of what is annexed, in twentieths of a point. */
  private static final int WIDTH = 9400;

  private ReturnDocument() {}

  /**
   * Returns a filled form as a docx file: the numbers between the form's own brackets.
   *
   * @param values by defined name, as {@link Layout#name} gives it, without those of repeated
   *     items; a blank without one stays empty
   * @param carried what the totals are made of, for the level above, and the rows of the annex
   */
  public static byte[] of(
      Template template, Map<String, Value> values, RollUpContents carried, Messages messages) {
    var page = new FormPage(template, values, ListLines.lines(template, carried, messages));
    page.document().markAsRollUp();
    page.addTemplateLine(messages, carried);
    annex(page.document(), template, carried, messages);
    page.document().carry(carried);
    page.numberPages();
    return page.document().toBytes();
  }

  private static void annex(
      TemplateDocument document, Template template, RollUpContents carried, Messages messages) {
    var labels = new FormLabels(template, messages);
    var table = new AnnexTable(document, WIDTH, HEAD, TEXT);
    boolean first = true;
    for (var item : template.items()) {
      List<RollUpContents.Row> rows = carried.rows(item);
      if (!rows.isEmpty()) {
        XWPFParagraph title = document.line(ParagraphAlignment.CENTER);
        title.setPageBreak(first);
        title.setSpacingBefore(first ? 0 : 240);
        title.setSpacingAfter(120);
        String section = labels.section(template.sectionOf(item));
        TemplateDocument.write(title, messages.text("activities.title", section), TITLE);
        table.add(item, rows, labels, messages);
        first = false;
      }
    }
    if (!first) {
      // Word wants a paragraph behind a table that ends a document.
      TemplateDocument.pitch(document.line(ParagraphAlignment.LEFT), 1);
    }
  }
}
