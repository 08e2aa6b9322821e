package dev.rollup.match.blank;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells of answers that were typed one column off: of a whole block, whose remarks are nothing but
 * numbers while a column of numbers left of them is empty, or whose names stand in a column of
 * numbers; and of a row of a table, in which every answer is what the head beside it asks for, and
 * one of them is not what its own does.
 */
final class Shifted {

  private static final Pattern NUMBER = Pattern.compile("\\s*[-+−－]?[\\p{Nd}.,，．]+\\s*[%％‰]?\\s*");

  private static final Pattern DATE = Pattern.compile(".*\\d\\s*[-/.年月]\\s*\\d.*|\\s*\\d{8}\\s*");

  /** What is told in words may be a number by its nature. */
  private static final Pattern TOLD_BY_NUMBER =
      Pattern.compile(
          "[号码编序楼栋幢班组届批年月期]|电话|手机|\\b(?:no|code|id|number|phone|year|class|room)\\b",
          Pattern.CASE_INSENSITIVE);

  private Shifted() {}

  /**
   * Returns the entries of a block that belong under other heads; none where it was filled in as it
   * is printed.
   *
   * @param entries what was read of each blank of the block, by its place
   */
  static List<Entry> inBlock(Map<Position, Entry> entries) {
    List<Map<Integer, Entry>> rows = rows(entries);
    var columns = new TreeMap<Integer, List<Entry>>();
    rows.forEach(
        row ->
            row.forEach(
                (column, entry) ->
                    columns.computeIfAbsent(column, any -> new ArrayList<>()).add(entry)));
    return isTypedRight(columns.values())
        ? filled(rows.stream().flatMap(row -> row.values().stream()).toList())
        : List.of();
  }

  /**
   * Returns the entries of the rows of a table that belong under the heads beside them.
   *
   * @param entries what was read of each blank of the table, by its place
   */
  static List<Entry> inRows(Map<Position, Entry> entries) {
    return rows(entries).stream()
        .map(row -> List.copyOf(row.values()))
        .filter(row -> isMoved(row, 1) || isMoved(row, -1))
        .flatMap(row -> filled(row).stream())
        .toList();
  }

  private static List<Map<Integer, Entry>> rows(Map<Position, Entry> entries) {
    var rows = new TreeMap<Integer, TreeMap<Integer, Entry>>();
    entries.forEach(
        (at, entry) ->
            rows.computeIfAbsent(at.row(), any -> new TreeMap<>()).put(at.column(), entry));
    rows.values().removeIf(row -> row.values().stream().allMatch(Entry::empty));
    return List.copyOf(rows.values());
  }

  private static boolean isTypedRight(Collection<List<Entry>> columns) {
    boolean open = false;
    boolean unnamed = false;
    for (List<Entry> column : columns) {
      boolean numbers = column.stream().allMatch(entry -> entry.field().type().number());
      List<Entry> filled = filled(column);
      open |= numbers && filled.isEmpty();
      boolean names =
          numbers
              && unnamed
              && filled.size() == column.size()
              && filled.stream().allMatch(e -> e.notes().contains(FindingCode.NOT_A_COUNT));
      boolean words = column.stream().noneMatch(entry -> entry.field().type().number());
      boolean remarks =
          open
              && words
              && filled.size() == column.size()
              && filled.stream().allMatch(each -> NUMBER.matcher(text(each)).matches());
      if (names || remarks) {
        return true;
      }
      unnamed = !numbers && filled.isEmpty();
    }
    return false;
  }

  /**
   * Tells whether answers of a row were typed one column off: a blank is empty where they should
   * begin or end, each of them is of the kind that the head beside it asks for, and not each of the
   * kind that its own does.
   */
  private static boolean isMoved(List<Entry> row, int by) {
    if (row.stream().allMatch(each -> each.empty() || mayAnswer(each, each.field()))) {
      return false;
    }
    for (int i = 0; i < row.size(); i++) {
      List<Entry> part = by > 0 ? row.subList(i, row.size()) : row.subList(0, i + 1);
      if (row.get(i).empty() && isMovedInto(part, by)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMovedInto(List<Entry> part, int by) {
    boolean foreign = false;
    for (int i = 0; i < part.size(); i++) {
      if (part.get(i).empty()) {
        continue;
      }
      int from = i - by;
      boolean beside =
          from >= 0 && from < part.size() && mayAnswer(part.get(i), part.get(from).field());
      if (!beside) {
        return false;
      }
      foreign |= !mayAnswer(part.get(i), part.get(i).field());
    }
    return foreign;
  }

  /** Tells whether an answer is of the kind that a blank asks for. */
  private static boolean mayAnswer(Entry answer, Field field) {
    String text = text(answer);
    boolean number = NUMBER.matcher(text).matches();
    if (field.type().number()) {
      return number;
    }
    if (field.type() == FieldType.DATE) {
      return DATE.matcher(text).matches();
    }
    return !number || TOLD_BY_NUMBER.matcher(field.label()).find();
  }

  /** Returns what stands in the form; nothing where the blank was not found. */
  private static String text(Entry entry) {
    String raw = entry.raw();
    return raw == null ? "" : raw;
  }

  private static List<Entry> filled(Collection<Entry> entries) {
    return entries.stream().filter(entry -> !entry.empty()).toList();
  }
}
