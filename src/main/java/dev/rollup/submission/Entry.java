package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one field of one submission holds.
 *
 * @param field the field
 * @param row the row of a repeated item, from 1 in the order of the form; 0 elsewhere
 * @param content what it comes to
 * @param raw what stands in the form, unconverted; null where the field was not found
 * @param at where it stands
 * @param notes what was done to it or why it was left out
 */
public record Entry(
    Field field,
    int row,
    Value content,
    @Nullable String raw,
    Location at,
    List<FindingCode> notes) {

  /** Copies the notes. */
  public Entry {
    Objects.requireNonNull(field);
    Objects.requireNonNull(content);
    Objects.requireNonNull(at);
    notes = List.copyOf(notes);
  }

  /**
   * The entries of a sentence that could not be told apart or was not found at all.
   *
   * @param at the place that makes it so; the field is filled in
   */
  public static List<Entry> unread(Item item, int row, Location at, FindingCode why) {
    return item.fields().stream()
        .map(
            field ->
                new Entry(
                    field, row, Value.Absent.EXCLUDED, null, at.ofField(field.id()), List.of(why)))
        .toList();
  }

  /** Returns what entries say, however it is written: two that say the same are one answer. */
  public static List<String> answers(List<Entry> entries) {
    return entries.stream().map(entry -> entry.state() + " " + entry.value()).toList();
  }

  /** Returns the same entry, left out. */
  public Entry unread(FindingCode why) {
    return withContent(Value.Absent.EXCLUDED, List.of(why));
  }

  /** Tells whether nothing was written there. */
  public boolean empty() {
    return state() == State.BLANK && notes.isEmpty();
  }

  /** Tells whether it makes a row of a repeated item: zeros and blanks alone list nothing. */
  public boolean saysSomething() {
    return state() == State.EXCLUDED && raw != null
        || text() != null
        || content instanceof Value.Number read && read.number().signum() != 0;
  }

  /** Returns whether there is a value. */
  public State state() {
    return content.state();
  }

  /** Returns the number; null unless one was read. */
  public @Nullable BigDecimal number() {
    return content instanceof Value.Number read ? read.number() : null;
  }

  /** Returns the words; null unless a text was read. */
  public @Nullable String text() {
    return content instanceof Value.Words words ? words.text() : null;
  }

  /** Returns the value as text: the number, the words, or null where there is none. */
  public @Nullable String value() {
    return content.plain();
  }

  /** Returns the number of an entry that has one. */
  public BigDecimal counted() {
    return Objects.requireNonNull(number());
  }

  /** Returns the same entry in another row. */
  public Entry inRow(int to) {
    return new Entry(field, to, content, raw, at, notes);
  }

  /** Returns the same entry with other notes. */
  public Entry withNotes(List<FindingCode> others) {
    return withContent(content, others);
  }

  /** Returns the same entry with another value; what stands in the form stays on record. */
  public Entry withContent(Value other, List<FindingCode> why) {
    return new Entry(field, row, other, raw, at, why);
  }
}
