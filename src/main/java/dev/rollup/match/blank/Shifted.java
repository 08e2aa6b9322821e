package dev.rollup.match.blank;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells of a table into which everything was typed one column to the right: its remarks are nothing
 * but numbers in every row that was filled in, and a column of numbers left of them is empty; or
 * its names stand in a column of numbers, and the column for them is empty.
 */
final class Shifted {

  private static final Pattern NUMBER = Pattern.compile("\\s*[\\p{Nd}.,，]+\\s*");

  private Shifted() {}

  /**
   * Returns the entries of a table that belong under other heads; none where it was filled in as it
   * is printed.
   *
   * @param entries what was read of each blank of the table, by its place
   */
  static List<Entry> in(Map<Position, Entry> entries) {
    var rows = new TreeMap<Integer, List<Entry>>();
    entries.forEach(
        (at, entry) -> {
          if (!entry.empty()) {
            rows.computeIfAbsent(at.row(), any -> new ArrayList<>()).add(entry);
          }
        });
    var columns = new TreeMap<Integer, List<Entry>>();
    entries.forEach(
        (at, entry) -> {
          if (rows.containsKey(at.row())) {
            columns.computeIfAbsent(at.column(), any -> new ArrayList<>()).add(entry);
          }
        });
    boolean open = false;
    boolean unnamed = false;
    for (List<Entry> column : columns.values()) {
      boolean numbers = column.stream().allMatch(entry -> entry.field().type().number());
      List<Entry> filled = column.stream().filter(entry -> !entry.empty()).toList();
      open |= numbers && filled.isEmpty();
      boolean names =
          numbers
              && unnamed
              && filled.size() == column.size()
              && filled.stream().allMatch(e -> e.notes().contains(FindingCode.NOT_A_COUNT));
      if (names) {
        return rows.values().stream().flatMap(List::stream).toList();
      }
      unnamed = !numbers && filled.isEmpty();
      boolean words = column.stream().noneMatch(entry -> entry.field().type().number());
      if (open
          && words
          && filled.size() == column.size()
          && filled.stream().allMatch(entry -> NUMBER.matcher(entry.raw()).matches())) {
        return rows.values().stream().flatMap(List::stream).toList();
      }
    }
    return List.of();
  }
}
