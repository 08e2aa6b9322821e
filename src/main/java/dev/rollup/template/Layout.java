package dev.rollup.template;

import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a form stands on a sheet: the one description that the blank is drawn from
 * and that a return is compared with.
 *
 * <p>The section headings stand in the first column. Every sentence is a row of its own, cut at its
 * blanks: words and input cells in turn, the input cells of all sentences under each other.
 *
 * @param columns how many columns the form is wide
 * @param rows how many rows the form is high, without the instructions below it
 * @param slots every piece of the form, in reading order
 */
public record Layout(int columns, int rows, List<Slot> slots) {

  /** What a piece of the form is. */
  public enum Kind {
    TITLE,
    HEADER_LABEL,
    HEADER_INPUT,
    COLUMN_HEAD,
    SECTION,
    WORDS,
    INPUT
  }

  /**
   * One piece of the form.
   *
   * @param kind what it is
   * @param at its upper left cell
   * @param width how many columns it spans
   * @param height how many rows it spans
   * @param text the words; empty for an input
   * @param name the defined name of an input; null for words
   * @param field the field of an input inside the table; null elsewhere
   * @param row the row of a repeated item, from 1; 0 elsewhere
   */
  public record Slot(
      Kind kind,
      Position at,
      int width,
      int height,
      String text,
      @Nullable String name,
      @Nullable Field field,
      int row) {

    /** Returns the field of an input inside the table. */
    public Field input() {
      return Objects.requireNonNull(field);
    }

    /** Tells whether it is an input inside the table for that kind of answer. */
    public boolean takes(FieldType type) {
      return field != null && field.type() == type;
    }

    /** Tells whether it is the input of a blank above the table. */
    public boolean isOf(HeaderField head) {
      return head.id().equals(name);
    }
  }

  private static final int FIRST_ITEM_ROW = 4;

  /** Copies the slots. */
  public Layout {
    slots = List.copyOf(slots);
  }

  /** Lays the blank form out. */
  public static Layout of(Template template) {
    return of(template, Map.of());
  }

  /**
   * Lays a form out with room for what is listed.
   *
   * @param rows by item id how many rows a repeated item needs; fewer than the blank has are
   *     ignored
   */
  public static Layout of(Template template, Map<String, Integer> rows) {
    return new Drawing(template, rows, Map.of()).draw();
  }

  /**
   * Lays a form out in which repeated items are told in one line instead of being listed.
   *
   * @param lines by item id the line that stands for the item
   */
  public static Layout told(Template template, Map<String, String> lines) {
    return new Drawing(template, Map.of(), lines).draw();
  }

  /** Returns the defined name of a field: {@code f_3_4_2}, {@code f_7_1_2_1} in row 1. */
  public static String name(String fieldId, int row) {
    return "f_" + fieldId.replace('.', '_') + (row == 0 ? "" : "_" + row);
  }

  /** Returns the place of every input cell by its defined name. */
  public Map<String, Position> inputs() {
    var inputs = new LinkedHashMap<String, Position>();
    for (var slot : slots) {
      if (slot.name() != null) {
        inputs.put(slot.name(), slot.at());
      }
    }
    return inputs;
  }

  private static final class Drawing {
    private final Template template;
    private final Map<String, Integer> rows;
    private final Map<String, String> lines;
    private final int maxBlanks;
    private final int columns;
    private final List<Slot> slots = new ArrayList<>();

    Drawing(Template template, Map<String, Integer> rows, Map<String, String> lines) {
      this.template = template;
      this.rows = rows;
      this.lines = lines;
      this.maxBlanks =
          template.items().stream().mapToInt(item -> item.fields().size()).max().orElse(1);
      this.columns = 2 + 2 * maxBlanks;
    }

    Layout draw() {
      words(Kind.TITLE, 0, 0, columns, template.title());
      header(HeaderField.UNIT, 1, 0);
      header(HeaderField.CONTACT, 1, columns / 2);
      header(HeaderField.PHONE, 2, 0);
      header(HeaderField.DATE, 2, columns / 2);
      words(Kind.COLUMN_HEAD, 3, 0, 1, template.sectionHead());
      words(Kind.COLUMN_HEAD, 3, 1, columns - 1, template.contentHead());
      int row = FIRST_ITEM_ROW;
      for (var section : template.sections()) {
        int top = row;
        int sectionSlot = slots.size();
        for (var item : section.items()) {
          if (lines.containsKey(item.id())) {
            words(Kind.WORDS, row++, 1, columns - 1, lines.get(item.id()));
            continue;
          }
          for (int n = 1; n <= rowsOf(item); n++) {
            sentence(item, row++, item.repeats() ? n : 0);
          }
        }
        slots.add(
            sectionSlot,
            new Slot(
                Kind.SECTION,
                new Position(top, 0),
                1,
                row - top,
                section.heading(),
                null,
                null,
                0));
      }
      return new Layout(columns, row, slots);
    }

    private int rowsOf(Item item) {
      return item.repeats() ? Math.max(item.rows(), rows.getOrDefault(item.id(), 0)) : 1;
    }

    private void header(HeaderField field, int row, int column) {
      words(Kind.HEADER_LABEL, row, column, 1, template.header().get(field) + "：");
      slots.add(
          new Slot(
              Kind.HEADER_INPUT,
              new Position(row, column + 1),
              columns / 2 - 1,
              1,
              "",
              field.id(),
              null,
              0));
    }

    /** Draws one sentence; the blanks of shorter ones stand under the last two of the longest. */
    private void sentence(Item item, int row, int repeatRow) {
      int blanks = item.fields().size();
      int offset = Math.min(maxBlanks - blanks, Math.max(0, maxBlanks - 2));
      int column = 1;
      for (int i = 0; i <= blanks; i++) {
        int next = i == blanks ? columns : 2 + 2 * (offset + i);
        words(Kind.WORDS, row, column, next - column, item.literals().get(i));
        if (i < blanks) {
          var field = item.fields().get(i);
          slots.add(
              new Slot(
                  Kind.INPUT,
                  new Position(row, next),
                  1,
                  1,
                  "",
                  name(field.id(), repeatRow),
                  field,
                  repeatRow));
        }
        column = next + 1;
      }
    }

    private void words(Kind kind, int row, int column, int width, String text) {
      slots.add(new Slot(kind, new Position(row, column), width, 1, text, null, null, 0));
    }
  }
}
