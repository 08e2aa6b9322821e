package dev.rollup.clerkfile;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.match.count.CountParser;
import dev.rollup.model.Cell;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a unit corrected by telephone: one blank of its return, what stands there, what it should
 * be.
 *
 * @param at where it is noted
 * @param unit the unit's id, name or alias
 * @param field the blank
 * @param row the row of a repeated item, from 1; 0 elsewhere
 * @param old what stands in the return, unconverted; empty where nothing does
 * @param value the new content
 * @param by who noted it
 * @param why what it rests upon
 */
public record Correction(
    SideLine at,
    String unit,
    Field field,
    int row,
    String old,
    Value value,
    String by,
    String why) {

  /**
   * Reads the new content of a blank as if it stood in a return, within the same bounds.
   *
   * @return empty where a unit's return that held it would not be believed, or would be blank
   */
  static Optional<Value> content(String text, Field field, Template template) {
    if (field.type() == FieldType.TEXT) {
      return text.isBlank() ? Optional.empty() : Optional.of(new Value.Words(text.strip()));
    }
    Value read =
        new CountParser(template.measureWords(), true).read(new Cell.Text(text), field).content();
    return read.state() == State.READ ? Optional.of(read) : Optional.empty();
  }

  /** Refuses nulls; a line without a reason is refused where it is read. */
  public Correction {
    Objects.requireNonNull(at);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(field);
    Objects.requireNonNull(old);
    Objects.requireNonNull(value);
    Objects.requireNonNull(by);
    Objects.requireNonNull(why);
  }

  /** Tells whether an entry is of this blank. */
  public boolean isAbout(Entry entry) {
    return entry.field().id().equals(field.id()) && entry.row() == row;
  }

  /** Tells whether an entry is of this blank and the return says what is noted as its content. */
  public boolean fits(Entry entry) {
    return isAbout(entry) && plain(entry.raw()).equals(plain(old));
  }

  /** Says what became of an entry: what stood there and why that was not taken, what counts now. */
  Finding finding(Entry entry) {
    return Finding.ofCell(FindingCode.CORRECTED, entry.at(), entry.raw())
        .with(Argument.WAS, entry.raw())
        .with(Argument.NOTES, new Mentioned.Codes(entry.notes()))
        .with(Argument.NOW, value.plain())
        .with(Argument.BY, by)
        .with(Argument.WHY, why);
  }

  private static String plain(@Nullable String raw) {
    return raw == null ? "" : Folding.nfkc(raw).strip();
  }
}
