package dev.rollup.match.count;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Reading;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what was written into one blank, a number or words. */
public final class BlankReader {

  /** A unit that has no such activity says so where the name would stand. */
  private static final Set<String> NO_NAME =
      Set.of("", "/", "\\", "-", "—", "——", "无", "没有", "n/a");

  private final CountParser counts;

  /** Reads blanks whose counts this one parses. */
  public BlankReader(CountParser counts) {
    this.counts = counts;
  }

  /** Returns what a cell holds for a field. */
  public Entry entry(Field field, int row, Cell cell, Location at) {
    if (field.type().number()) {
      Reading reading = counts.read(cell, field);
      return new Entry(field, row, reading.content(), cell.raw(), at, reading.notes());
    }
    String text = cell.raw().strip();
    if (!field.choices().contains(text) && NO_NAME.contains(text.toLowerCase(Locale.ROOT))) {
      var notes = text.isEmpty() ? List.<FindingCode>of() : List.of(FindingCode.BLANK_COUNT);
      return new Entry(field, row, Value.Absent.BLANK, cell.raw(), at, notes);
    }
    return new Entry(field, row, new Value.Words(text), cell.raw(), at, List.of());
  }
}
