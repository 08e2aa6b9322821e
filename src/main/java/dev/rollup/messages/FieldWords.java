package dev.rollup.messages;

import dev.rollup.template.Template;
import java.util.HashMap;
import java.util.Map;

/** What a blank of the form is called in two columns: the item of the form, and the content. */
public final class FieldWords {

  private final Template template;
  private final Messages messages;
  private final Map<String, String> items = new HashMap<>();
  private final Map<String, String> contents = new HashMap<>();

  /** The words for the blanks of one template in one language. */
  public FieldWords(Template template, Messages messages) {
    this.template = template;
    this.messages = messages;
    for (var section : template.sections()) {
      for (var item : section.items()) {
        for (var field : item.fields()) {
          items.put(field.id(), messages.text("sheets.item", section.id()));
          contents.put(field.id(), field.label());
        }
      }
    }
  }

  /** Returns the number of the item on the form, or that the blank stands above the table. */
  public String item(String fieldId) {
    String item = items.get(fieldId);
    return item == null ? messages.text("sheets.header-item") : item;
  }

  /** Returns the words for a field or a blank above the table. */
  public String content(String fieldId) {
    String content = contents.get(fieldId);
    return content == null ? template.label(fieldId) : content;
  }
}
