package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One returned form, matched to its template.
 *
 * @param header the blanks above the table
 * @param date the day on which it was filled in; empty where none is given or none can be read
 * @param entries one for each field, and one for each field of each row that a repeated item was
 *     filled in with, in the order of the form
 * @param nilStated whether the unit says in words that there is nothing to report
 * @param rollUp whether it is itself the sum of other returns
 * @param carried what it says it was made of, where it is
 * @param corrects the SHA-256, in lower-case hex, of every return that it was sent back to correct
 */
public record Submission(
    Map<HeaderField, HeaderEntry> header,
    Optional<LocalDate> date,
    List<Entry> entries,
    boolean nilStated,
    boolean rollUp,
    RollUpContents carried,
    Set<String> corrects) {

  /** Copies the collections. */
  public Submission {
    header = Map.copyOf(header);
    entries = List.copyOf(entries);
    corrects = Set.copyOf(corrects);
  }

  /** A form that was not sent back to correct another one. */
  public Submission(
      Map<HeaderField, HeaderEntry> header,
      Optional<LocalDate> date,
      List<Entry> entries,
      boolean nilStated,
      boolean rollUp,
      RollUpContents carried) {
    this(header, date, entries, nilStated, rollUp, carried, Set.of());
  }

  /** Returns the same form with other entries. */
  public Submission withEntries(List<Entry> others) {
    return new Submission(header, date, others, nilStated, rollUp, carried, corrects);
  }

  /** Returns the same form with some of its entries left out of every total, and why. */
  public Submission leavingOut(Set<Entry> some, FindingCode why) {
    return withEntries(entries.stream().map(e -> some.contains(e) ? e.unread(why) : e).toList());
  }

  /** Returns what a blank above the table holds; a form has every one of them. */
  public HeaderEntry head(HeaderField field) {
    return Objects.requireNonNull(header.get(field), field.id());
  }

  /** Returns the entries that hold a number. */
  public List<Entry> numbers() {
    return entries.stream().filter(entry -> entry.number() != null).toList();
  }

  /**
   * Tells whether nothing could be read that a unit reports, whatever was typed, and nothing else
   * says that nothing was done.
   */
  public boolean empty() {
    return !nilStated && reported().noneMatch(entry -> entry.state() == State.READ);
  }

  /** Tells whether the unit says that nothing was done: in words, or by a zero in every blank. */
  public boolean nil() {
    boolean nothingElse =
        reported()
            .allMatch(
                entry ->
                    entry.state() == State.BLANK
                        || entry.number() != null && entry.number().signum() == 0);
    List<Entry> numbers =
        entries.stream()
            .filter(entry -> entry.field().type().number() && entry.row() == 0)
            .toList();
    boolean allZero =
        !numbers.isEmpty() && numbers.stream().allMatch(entry -> entry.state() == State.READ);
    return nothingElse && (nilStated || allZero);
  }

  /**
   * Returns what a unit reports, without the fields that the form no longer has: numbers, choices
   * and marks; words and days as well where the form asks for nothing else.
   */
  private Stream<Entry> reported() {
    boolean onlyWords = entries.stream().noneMatch(entry -> answers(entry.field().type()));
    return entries.stream()
        .filter(entry -> onlyWords || answers(entry.field().type()))
        .filter(entry -> !entry.notes().contains(FindingCode.FIELD_MISSING));
  }

  private static boolean answers(FieldType type) {
    return type.number() || type == FieldType.CHOICE || type == FieldType.MARK;
  }
}
