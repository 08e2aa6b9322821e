package dev.rollup.template;

import dev.rollup.model.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One blank of the office's form: where it stands, in whose words, and what it takes.
 *
 * @param id block.row.column, for example {@code 1.3.2}; in sentences block.sentence.blank
 * @param at where it stands; of a list, in its first row
 * @param section the headings above it, outermost first
 * @param row the words of its row, outermost first; of a sentence, the sentence
 * @param column the words of its column, outermost first; of a sentence, the words before the blank
 * @param rowCode the code that the form gives the row
 * @param columnCode the code that the form gives the column
 * @param type what it takes
 * @param measure what is counted, as the form writes it; empty where it is not on the form
 * @param scale how many decimals the measure has
 * @param signed whether a count may be below zero, as a difference may
 * @param choices the answers to choose from, as the form writes them
 * @param adds how the answers of several units become the district's own
 * @param time what it says about time, where the form tells
 * @param formula whether the blank file computes it itself
 * @param sure whether the form tells what it takes; else a person must say it
 */
public record Binding(
    String id,
    Place at,
    List<String> section,
    List<String> row,
    List<String> column,
    Optional<String> rowCode,
    Optional<String> columnCode,
    FieldType type,
    Optional<String> measure,
    int scale,
    boolean signed,
    List<String> choices,
    Adds adds,
    Optional<Time> time,
    boolean formula,
    boolean sure) {

  /** Copies the lists, refuses null. */
  public Binding {
    Objects.requireNonNull(id);
    Objects.requireNonNull(at);
    section = List.copyOf(section);
    row = List.copyOf(row);
    column = List.copyOf(column);
    Objects.requireNonNull(rowCode);
    Objects.requireNonNull(columnCode);
    Objects.requireNonNull(type);
    Objects.requireNonNull(measure);
    choices = List.copyOf(choices);
    Objects.requireNonNull(adds);
    Objects.requireNonNull(time);
  }

  /** Returns the same blank, whose answers become one in another way. */
  public Binding with(Adds other) {
    var copy = new Copy(this);
    copy.adds = other;
    return copy.binding();
  }

  /**
   * Returns the same blank as a person says that it is.
   *
   * @param known whether nothing is left open
   */
  public Binding told(
      FieldType otherType,
      Optional<String> otherMeasure,
      Adds otherAdds,
      Optional<Time> otherTime,
      boolean known) {
    var copy = new Copy(this);
    copy.scale = otherType == type ? scale : otherType.decimals();
    copy.type = otherType;
    copy.measure = otherMeasure;
    copy.adds = otherAdds;
    copy.time = otherTime;
    copy.sure = known;
    return copy.binding();
  }

  /** Returns the same blank in other words. */
  public Binding worded(
      List<String> otherSection, List<String> otherRow, List<String> otherColumn) {
    var copy = new Copy(this);
    copy.section = otherSection;
    copy.row = otherRow;
    copy.column = otherColumn;
    return copy.binding();
  }

  /** Returns the same blank under another id. */
  public Binding named(String other) {
    var copy = new Copy(this);
    copy.id = other;
    return copy.binding();
  }

  /** Returns the id of the item that it belongs to: the block and the row. */
  public String item() {
    return id.substring(0, id.lastIndexOf('.'));
  }

  /** Returns it in the words of the form: what stands above it, left of it, and over it. */
  public String label() {
    return Stream.of(section, row, column).flatMap(List::stream).collect(Collectors.joining(" / "));
  }

  /** The same blank, in which some things may be said otherwise. */
  private static final class Copy {
    private final Binding of;
    private String id;
    private List<String> section;
    private List<String> row;
    private List<String> column;
    private FieldType type;
    private Optional<String> measure;
    private int scale;
    private Adds adds;
    private Optional<Time> time;
    private boolean sure;

    Copy(Binding of) {
      this.of = of;
      this.id = of.id;
      this.section = of.section;
      this.row = of.row;
      this.column = of.column;
      this.type = of.type;
      this.measure = of.measure;
      this.scale = of.scale;
      this.adds = of.adds;
      this.time = of.time;
      this.sure = of.sure;
    }

    Binding binding() {
      return new Binding(
          id,
          of.at,
          section,
          row,
          column,
          of.rowCode,
          of.columnCode,
          type,
          measure,
          scale,
          of.signed,
          of.choices,
          adds,
          time,
          of.formula,
          sure);
    }
  }
}
