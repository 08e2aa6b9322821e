package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One blank as it was found, before it is known how the blanks hang together.
 *
 * @param kind what kind of block it stands in
 * @param at where it stands
 * @param corner its cell; null in a paragraph
 * @param rows how many rows it repeats on; 1 where it does not
 * @param section the headings above it
 * @param row the words of its row
 * @param column the words of its column
 * @param rowCode the code of the row
 * @param columnCode the code of the column
 * @param measure the measure, as printed
 * @param type what it takes; empty where nothing tells
 * @param formula what computes it
 * @param choices the answers to choose from
 */
record FoundBlank(
    Kind kind,
    Place at,
    @Nullable Position corner,
    int rows,
    List<String> section,
    List<String> row,
    List<String> column,
    Optional<String> rowCode,
    Optional<String> columnCode,
    Optional<String> measure,
    Optional<FieldType> type,
    Optional<String> formula,
    List<String> choices) {

  /** What the heads of counted blanks say. */
  private static final Pattern OF_NUMBERS = Pattern.compile("[数口量额]");

  /** What kind of block a blank stands in. */
  enum Kind {
    MATRIX,
    LIST,
    CELLS,
    SENTENCES
  }

  /** Returns the cell of a blank that does not stand in a paragraph. */
  Position cell() {
    return Objects.requireNonNull(corner);
  }

  /** Tells whether the last of some words calls it a total. */
  boolean hasTotal(List<String> words) {
    return !words.isEmpty() && Total.of(words.get(words.size() - 1)) != Total.NONE;
  }

  /** Tells whether two blanks stand under the same heads, but for the last of each. */
  boolean isBeside(FoundBlank other) {
    return column.size() == other.column.size()
        && !column.isEmpty()
        && column.subList(0, column.size() - 1).equals(other.column.subList(0, column.size() - 1));
  }

  /** Returns the same blank with a measure. */
  FoundBlank in(String other) {
    return with(Optional.of(other), type, choices);
  }

  /** Returns the same blank with answers to choose from. */
  FoundBlank offering(List<String> answers) {
    return with(measure, Optional.of(FieldType.CHOICE), answers);
  }

  /** Returns the same blank with a type. */
  FoundBlank of(FieldType other) {
    return with(measure, Optional.of(other), choices);
  }

  private FoundBlank with(
      Optional<String> measuredIn, Optional<FieldType> taking, List<String> offered) {
    return new FoundBlank(
        kind,
        at,
        corner,
        rows,
        section,
        row,
        column,
        rowCode,
        columnCode,
        measuredIn,
        taking,
        formula,
        offered);
  }

  /** Tells whether the heads above it are those of counted blanks: a ruler numbers the columns. */
  boolean siblings() {
    return column.size() > 1 && column.stream().anyMatch(word -> OF_NUMBERS.matcher(word).find());
  }

  /** Returns all words about it, outermost first. */
  String words() {
    return String.join(" ", section) + " " + String.join(" ", row) + " " + String.join(" ", column);
  }

  /** Returns the last words of its column, else of its row. */
  String name() {
    return !column.isEmpty()
        ? column.get(column.size() - 1)
        : row.isEmpty() ? "" : row.get(row.size() - 1);
  }
}
