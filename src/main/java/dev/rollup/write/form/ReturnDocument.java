package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Value;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.Map;

/** A filled form by itself in Word, with the properties of the blank, to be sent up. */
public final class ReturnDocument {

  private ReturnDocument() {}

  /**
   * Returns a filled form as a docx file: the numbers between the form's own brackets, and a
   * sentence for each row of a repeated item.
   *
   * @param values by defined name, as {@link Layout#name} gives it; a blank without one stays empty
   * @param carried what the totals and rows are made of, for the level above
   */
  public static byte[] of(
      Template template, Map<String, Value> values, RollUpContents carried, Messages messages) {
    var page = new FormPage(template, values);
    page.document().markAsRollUp();
    page.addTemplateLine(messages);
    page.document().carry(carried);
    page.numberPages();
    return page.document().toBytes();
  }
}
