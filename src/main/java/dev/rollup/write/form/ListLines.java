package dev.rollup.write.form;

import dev.rollup.messages.Messages;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import java.util.HashMap;
import java.util.Map;

/** The repeated items as the form of a district tells them: each in one line. */
public final class ListLines {

  private ListLines() {}

  /** Returns by item id the line that stands for it; an empty one where there are no rows. */
  public static Map<String, String> lines(
      Template template, RollUpContents carried, Messages messages) {
    var lines = new HashMap<String, String>();
    for (var item : template.items()) {
      if (item.repeats()) {
        lines.put(item.id(), line(item, carried, messages));
      }
    }
    return lines;
  }

  private static String line(Item item, RollUpContents carried, Messages messages) {
    String count = messages.text("summary.rows", String.valueOf(carried.rows(item).size()));
    return ListLine.of(item, carried, count, messages.text("summary.more"));
  }
}
