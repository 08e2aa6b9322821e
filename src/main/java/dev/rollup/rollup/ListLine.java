package dev.rollup.rollup;

import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The one line in which a roll-up tells a repeated item on the form itself, where its rows are
 * listed in an annex: how many rows, and what they add up to, in the words of the item's sentence.
 */
public final class ListLine {

  /** How many columns of the annex stand before those of the item: a number, and the unit. */
  public static final int FIXED_COLUMNS = 2;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private ListLine() {}

  /**
   * Returns the line; empty where there are no rows.
   *
   * @param count the words for how many rows there are
   * @param more the words that refer to the annex
   */
  public static String of(Item item, RollUpContents carried, String count, String more) {
    if (carried.rows(item).isEmpty()) {
      return "";
    }
    var line = new StringBuilder(count);
    for (int i = 0; i < item.fields().size(); i++) {
      Field field = item.fields().get(i);
      String total = carried.total(field);
      if (field.type() == FieldType.COUNT && !total.isEmpty()) {
        line.append(lead(item, i)).append(total).append(measure(item, i));
      }
    }
    return line.append(more).toString();
  }

  /**
   * Returns the words before a blank: what stands before the last comma closes the blank before.
   */
  private static String lead(Item item, int field) {
    String words = item.literals().get(field);
    return words.substring(Math.max(0, words.lastIndexOf('，')));
  }

  /** Returns the words behind a blank, up to the next part of the sentence. */
  private static String measure(Item item, int field) {
    return item.literals().get(field + 1).replaceFirst("[。；，].*", "");
  }

  /** Tells whether a text is the line of what is carried, in whatever language. */
  public static boolean is(String text, Item item, RollUpContents carried) {
    return is(text, item, carried.rows(item).size(), carried::total);
  }

  /**
   * Tells whether a text is the line of some rows, in whatever language: all its numbers are those
   * that the line tells, before the words of the sentence.
   *
   * @param rows how many rows there are
   * @param totals what they add up to, as it is written; empty where nothing was counted
   */
  public static boolean is(String text, Item item, int rows, Function<Field, String> totals) {
    var told = new ArrayList<>(List.of(String.valueOf(rows)));
    boolean worded = true;
    for (var field : item.fields()) {
      String total = field.type() == FieldType.COUNT ? totals.apply(field) : "";
      if (!total.isEmpty()) {
        told.add(total);
        worded &= text.contains(total + measure(item, item.fields().indexOf(field)));
      }
    }
    List<String> numbers = NUMBER.matcher(text).results().map(r -> r.group()).toList();
    return worded && numbers.equals(told) && !Numerals.in(NUMBER.matcher(text).replaceAll(""));
  }
}
