package dev.rollup.support;

import dev.rollup.config.TemplateReader;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The form as it was issued in Word, filled in: every answer in the brackets of its blank. */
public final class FilledText {

  private static final Template TEMPLATE = template();

  private FilledText() {}

  /**
   * Writes the form.
   *
   * @param typed by defined name of the blank workbook what stands in the brackets
   * @param changes what is then written differently, as {@code old=new}
   * @param behind paragraphs below the form
   */
  public static byte[] with(Map<String, String> typed, List<String> changes, List<String> behind) {
    var body = new StringBuilder();
    body.append(HandMadeText.paragraph(TEMPLATE.title()));
    var header = new StringBuilder();
    for (var field : HeaderField.values()) {
      header.append(TEMPLATE.header().get(field)).append("：");
      header.append(typed.getOrDefault(field.id(), "")).append("    ");
    }
    body.append(HandMadeText.paragraph(header.toString()));
    var rows = new ArrayList<String>();
    rows.add(HandMadeText.row(TEMPLATE.sectionHead(), TEMPLATE.contentHead()));
    for (var section : TEMPLATE.sections()) {
      var content = new StringBuilder();
      var line = new StringBuilder();
      for (var item : section.items()) {
        line.append(sentences(item, typed));
        if (!item.text().endsWith("，")) {
          content.append(HandMadeText.paragraph(line.toString()));
          line.setLength(0);
        }
      }
      rows.add(
          "<w:tr><w:tc>"
              + HandMadeText.paragraph(section.heading())
              + "</w:tc><w:tc>"
              + content
              + "</w:tc></w:tr>");
    }
    body.append(HandMadeText.table(rows.toArray(String[]::new)));
    behind.forEach(text -> body.append(HandMadeText.paragraph(text)));
    String text = body.toString();
    for (var change : changes) {
      String[] parts = change.split("=", 2);
      if (!text.contains(parts[0])) {
        throw new IllegalArgumentException("not in the form: " + parts[0]);
      }
      text = text.replace(parts[0], parts[1]);
    }
    return HandMadeText.of(text).bytes();
  }

  private static Template template() {
    try {
      return TemplateReader.read(TemplateReader.DEFAULT_ID);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sentences(Item item, Map<String, String> typed) {
    var text = new StringBuilder();
    int row = item.repeats() ? 1 : 0;
    do {
      for (int i = 0; i < item.fields().size(); i++) {
        String name = Layout.name(item.fields().get(i).id(), row);
        text.append(item.literals().get(i));
        text.append('（').append(typed.getOrDefault(name, "  ")).append('）');
      }
      text.append(item.literals().get(item.fields().size()));
      row++;
    } while (item.repeats() && typed.containsKey(Layout.name(item.fields().get(0).id(), row)));
    return text.toString();
  }
}
