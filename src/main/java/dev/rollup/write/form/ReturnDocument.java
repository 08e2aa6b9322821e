package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.Map;

/**
 * The filled form of a district in Word with the properties of the blank, to be sent up: a page as
 * it was issued, which tells each repeated item in one line, and an annex that lists its rows.
 */
public final class ReturnDocument {

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
    var page = new FormPage(template, values, ToldLists.lines(template, carried, messages));
    page.document().markAsRollUp();
    page.addTemplateLine(messages);
    AnnexTable.add(page.document(), template, carried, messages);
    page.document().carry(carried);
    page.numberPages();
    return page.document().toBytes();
  }
}
