package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.submission.Value;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form in Word, for units that fill it in there. */
public final class BlankDocument {

  private BlankDocument() {}

  /**
   * Returns the blank form as a docx file, in the layout in which it was issued.
   *
   * @param unitName what stands in the unit's blank already; null to leave it empty
   */
  public static byte[] of(Template template, @Nullable String unitName, Messages messages) {
    Map<String, Value> values =
        unitName == null ? Map.of() : Map.of(HeaderField.UNIT.id(), new Value.Words(unitName));
    var page = new FormPage(template, values, Map.of());
    page.addInstructions(messages);
    page.addTemplateLine(messages);
    return page.document().toBytes();
  }
}
