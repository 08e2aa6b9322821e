package dev.rollup.rollup;

import dev.rollup.template.Item;
import dev.rollup.text.Folding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a row of a repeated item reads in a text, by which one that is carried is known again: forms
 * that went up before rows stood in an annex are made of such sentences.
 */
public final class RowSentence {

  private RowSentence() {}

  /**
   * Returns the sentence of a row.
   *
   * @param values what its fields hold, in their order; an empty one leaves the blank as issued
   */
  public static String of(Item item, List<String> values) {
    return item.filled(
        field -> {
          String value = values.get(item.fields().indexOf(field));
          return value.isEmpty() ? null : harmless(value, item);
        });
  }

  /**
   * A text that holds the beginning of its own sentence would read as one more row with numbers of
   * its own: the characters of such a text are kept apart.
   */
  private static String harmless(String text, Item item) {
    String lead = Folding.label(item.literals().get(0));
    return Folding.label(text).contains(lead)
        ? text.codePoints().mapToObj(Character::toString).collect(Collectors.joining("·"))
        : text;
  }
}
