package dev.rollup.write.form;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table of rows from several units: a number, the unit, what the form asks. */
public final class ListColumns {

  private static final int TEXT_WIDTH = 60;
  private static final int COUNT_WIDTH = 15;

  private ListColumns() {}

  /**
   * Returns how wide the columns are, in characters of a sheet. Items may differ in length; what
   * the longest one needs is there for all.
   */
  public static List<Integer> widths(List<Item> items) {
    var widths = new ArrayList<>(List.of(6, 20));
    int columns = items.stream().mapToInt(item -> item.fields().size()).max().orElse(0);
    for (int i = 0; i < columns; i++) {
      int at = i;
      boolean text =
          items.stream()
              .filter(item -> item.fields().size() > at)
              .anyMatch(item -> item.fields().get(at).type() == FieldType.TEXT);
      widths.add(text ? TEXT_WIDTH : COUNT_WIDTH);
    }
    return widths;
  }

  /** Returns the headings of the columns. */
  public static List<String> headings(Item item, FormLabels labels, Messages messages) {
    var headings =
        new ArrayList<>(List.of(messages.text("column.number"), messages.text("column.unit")));
    for (int i = 0; i < item.fields().size(); i++) {
      headings.add(labels.column(item, i));
    }
    return headings;
  }
}
