package dev.rollup.merge;

import dev.rollup.rollup.Origin;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.text.CodePoints;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One row of a repeated item as a unit filled it in.
 *
 * @param itemId the repeated item
 * @param unit in whose return it stands
 * @param file the path of the return
 * @param row its place in that return, from 1
 * @param origin the unit below that it comes from, where the return is a roll-up that tells
 * @param entries one for each field of the item, in order
 */
public record ListedRow(
    String itemId, Unit unit, String file, int row, Optional<Origin> origin, List<Entry> entries)
    implements Comparable<ListedRow> {

  private static final Comparator<ListedRow> ORDER =
      Comparator.comparing(ListedRow::itemId)
          .thenComparing(listed -> listed.unit().id(), CodePoints.ORDER)
          .thenComparing(ListedRow::file, CodePoints.ORDER)
          .thenComparingInt(ListedRow::row);

  /** Copies the entries. */
  public ListedRow {
    entries = List.copyOf(entries);
  }

  /** Returns whose row it is, down to the lowest level that is known. */
  public Origin source() {
    return origin.orElseGet(() -> new Origin(unit.id(), unit.name()));
  }

  /** Orders by item, unit, file and row, so that the order of reading leaves no trace. */
  @Override
  public int compareTo(ListedRow other) {
    return ORDER.compare(this, other);
  }
}
