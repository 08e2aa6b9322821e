package dev.rollup.match.blank;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.Binding;
import dev.rollup.text.Numerals;
import dev.rollup.text.Opposites;
import dev.rollup.text.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The words of one sheet or table of the blank, found on one of a return: which row and column of
 * the return each row and column of the blank became.
 */
final class Overlay {

  /** A label that is more unlike the blank's own is another label. */
  private static final double ALIKE = 0.5;

  private static final int NONE = -1;

  /** What stands between the numbers of a label. */
  private static final Pattern NOT_NUMERALS =
      Pattern.compile("(?:(?!" + Numerals.CHINESE + ")[^\\p{N}])+");

  private final Printed blank;
  private final Grid grid;
  private final Map<Position, String> words;
  private final Map<Integer, List<Position>> byRow;
  private final int[] rows;
  private final int[] columns;
  private final Set<Integer> reworded = new HashSet<>();

  /** Where each row was found by its own words, and not by its neighbours alone. */
  private final int[] byWords;

  /** Lays the printed words of a blank over what is shown by a sheet or table of a return. */
  Overlay(Printed blank, Shown shown) {
    this.blank = blank;
    this.grid = shown.grid();
    this.words = shown.words();
    this.byRow = shown.byRow();
    this.rows = Alignment.of(blank.height(), grid.height(), this::alike);
    claimed();
    moved();
    this.columns = columns();
    reworded();
    this.byWords = rows.clone();
    between(rows);
    besideEmptyRows();
  }

  /**
   * Finds the only row of values between two rows of words where empty rows were put beside it: it
   * is the one that holds anything.
   */
  private void besideEmptyRows() {
    for (int row = 1; row + 1 < rows.length; row++) {
      int before = row - 1;
      int behind = row + 1;
      while (before >= 0 && blank.row(before).isEmpty()) {
        before--;
      }
      while (behind < rows.length && blank.row(behind).isEmpty()) {
        behind++;
      }
      boolean single =
          rows[row] == NONE
              && blank.isOnlyFilledIn(row)
              && before >= 0
              && behind < rows.length
              && rows[before] != NONE
              && rows[behind] > rows[before];
      for (int other = before + 1; single && other < behind; other++) {
        single = other == row || !blank.isOnlyFilledIn(other);
      }
      if (single) {
        List<Integer> held =
            grid.rows(rows[before] + 1, rows[behind]).stream()
                .filter(placed -> !placed.cell().raw().isBlank())
                .map(placed -> placed.at().row())
                .distinct()
                .toList();
        rows[row] = held.size() == 1 ? held.get(0) : NONE;
      }
    }
  }

  /** Returns what it was laid over. */
  Grid grid() {
    return grid;
  }

  /** Returns how much of the blank's words was found, from 0 to 1. */
  double found() {
    int all = 0;
    int found = 0;
    for (int row = 0; row < blank.height(); row++) {
      int own = blank.row(row).size();
      all += own;
      found += rows[row] == NONE ? 0 : own;
    }
    return all == 0 ? 0 : (double) found / all;
  }

  /** Returns the row of the return that a row of the blank became. */
  Optional<Integer> row(int row) {
    return row < 0 || row >= rows.length || rows[row] == NONE
        ? Optional.empty()
        : Optional.of(rows[row]);
  }

  /** Returns how many rows the blank has. */
  int height() {
    return rows.length;
  }

  /** Tells whether a row was found by its words. */
  boolean isFound(int row) {
    return rows[row] != NONE && !blank.row(row).isEmpty() && blank.aligns(row);
  }

  /** Tells whether a row that has words was found by them, or in other words of its own. */
  boolean isFoundByWords(int row) {
    return row < 0 || blank.row(row).isEmpty() || byWords[row] != NONE;
  }

  /**
   * Tells whether heads may be those of another list that has the same: the return has one such row
   * less than the blank, and no heading that is gone with it says which.
   *
   * @param head the row of heads of a list on the blank
   */
  boolean mayBeOther(int head) {
    for (int row = 0; row < byWords.length; row++) {
      if (row != head && byWords[row] == NONE && blank.sameWords(row, head)) {
        boolean gone = row > 0 && blank.isAlone(row - 1) && byWords[row - 1] == NONE;
        if (!gone) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the column of the return that a column of the blank became. */
  Optional<Integer> column(int column) {
    return column < 0 || column >= columns.length || columns[column] == NONE
        ? Optional.empty()
        : Optional.of(columns[column]);
  }

  /** Returns where a cell of the blank is in the return, whatever stands around it. */
  Optional<Position> place(Position at) {
    Optional<Integer> row = row(at.row());
    Optional<Position> outside =
        blank.isOutside(at.row()) ? row.flatMap(there -> outside(at, there)) : Optional.empty();
    return outside.or(
        () -> row.flatMap(there -> column(at.column()).map(c -> new Position(there, c))));
  }

  /** Outside of tables no head tells the column: a place goes by the words in its row. */
  private Optional<Position> outside(Position at, int row) {
    List<Position> printed = blank.row(at.row());
    Optional<Position> label =
        printed.stream().filter(each -> each.column() <= at.column()).reduce((a, b) -> b);
    List<Position> there = byRow.getOrDefault(row, List.of());
    return label.flatMap(
        own -> {
          List<Position> same = there.stream().filter(each -> fits(own, each)).toList();
          return same.size() == 1
              ? Optional.of(new Position(row, same.get(0).column() + at.column() - own.column()))
              : Optional.empty();
        });
  }

  /** Returns the labels of a row of the blank that were written in other words. */
  List<Position> reworded(int row) {
    if (!reworded.contains(row)) {
      return List.of();
    }
    return blank.row(row).stream()
        .filter(label -> place(label).filter(at -> !fits(label, at)).isPresent())
        .toList();
  }

  /**
   * Tells whether every word left of a cell in its row is the blank's own.
   *
   * @param at a cell of the blank
   * @param row the row of the return that it is looked for in
   */
  boolean fitsLeft(Position at, int row) {
    for (int column = 0; column < at.column(); column++) {
      Position left = new Position(at.row(), column);
      if (!same(left, row) && !(reworded.contains(at.row()) && blank.isOwnRow(left))) {
        return false;
      }
    }
    return isBesideItsLabel(at);
  }

  /**
   * Tells whether the word right before a cell in its row is so in the return: of two tables side
   * by side that changed places, columns with the same heads did not.
   */
  private boolean isBesideItsLabel(Position at) {
    int own = columns[at.column()];
    int before = NONE;
    int nearest = NONE;
    for (var label : blank.row(at.row())) {
      int column = columns[label.column()];
      before = label.column() < at.column() ? column : before;
      nearest = column < own ? Math.max(nearest, column) : nearest;
    }
    return before == NONE || before == nearest;
  }

  /**
   * How the heads above a cell stand to those of the blank.
   *
   * @param fit whether none of them is another, or missing
   * @param reworded those that are written in other words and mean the same, from above
   */
  record Heads(boolean fit, List<Position> reworded) {}

  /**
   * Compares the heads over a blank with those of the return. A head in other words means the same
   * where it is like them, or where the blank's own code stands below it.
   *
   * @param over where they stand on the blank, from above
   */
  Heads heads(Binding binding, List<Position> over) {
    var others = new ArrayList<Position>();
    for (var head : over) {
      int row = rows[head.row()];
      if (row == NONE || !same(head, row)) {
        if (row == NONE || !isReworded(head, binding.at().cell(), binding.columnCode())) {
          return new Heads(false, List.of());
        }
        others.add(head);
      }
    }
    return new Heads(true, List.copyOf(others));
  }

  private boolean isReworded(Position head, Position below, Optional<String> code) {
    int column = columns[head.column()];
    if (column == NONE) {
      return false;
    }
    Position at = new Position(rows[head.row()], column);
    String there = words.getOrDefault(grid.mergedAt(at).map(Area::first).orElse(at), "");
    Position origin = blank.origin(head);
    if (there.isEmpty() && !origin.equals(head)) {
      // Some programs take merged cells apart: then the word stands where it began.
      there = place(origin).map(begin -> words.getOrDefault(begin, "")).orElse("");
    }
    return isNew(there, blank.printed(head))
        && !Opposites.between(there, blank.printed(head))
        && (Similarity.of(there, blank.printed(head)) >= ALIKE || isCoded(below, code));
  }

  /** Tells whether the code of a cell's column stands above it, as on the blank. */
  private boolean isCoded(Position at, Optional<String> code) {
    String expected = code.map(LabelWords::of).orElse("");
    for (int row = 0; row < at.row() && !expected.isEmpty(); row++) {
      Position above = new Position(row, at.column());
      if (blank.printed(above).equals(expected) && rows[row] != NONE && same(above, rows[row])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a row stands under the blank's own heading: of the rows that only divide the
   * blank, the last above it is the same in both. A row whose words stand in several places goes by
   * every row above it whose words do not.
   *
   * @param row a row of the blank that was found
   */
  boolean fitsSection(int row) {
    boolean alone = blank.isAlone(row);
    int own = NONE;
    int shown = NONE;
    for (int each = 0; each < rows.length; each++) {
      if (!blank.divides(each) && (alone || !blank.isAlone(each))) {
        continue;
      }
      own = each < row ? each : own;
      if (rows[each] != NONE
          && rows[each] < rows[row]
          && (shown == NONE || rows[each] > rows[shown])) {
        shown = each;
      }
    }
    // Where its heading was deleted, it must at least not stand under a later one.
    return shown == own || own != NONE && rows[own] == NONE && shown < own;
  }

  /** Returns the cells of the return that hold the blank's own words, and those that count rows. */
  Set<Position> own() {
    var own = new HashSet<Position>();
    for (var printed : blank.words().entrySet()) {
      place(printed.getKey())
          .filter(at -> fits(printed.getKey(), at) || reworded.contains(printed.getKey().row()))
          .ifPresent(own::add);
    }
    for (var ordinal : blank.ordinals()) {
      place(ordinal).filter(at -> counts(ordinal, at)).ifPresent(own::add);
    }
    return own;
  }

  /** Tells whether a number counts its row: the blank's own, or the next after the one above. */
  private boolean counts(Position printed, Position at) {
    Optional<Integer> number = RowNumber.of(grid.at(at).raw());
    if (number.isEmpty() || number.equals(RowNumber.of(blank.raw(printed)))) {
      return number.isPresent();
    }
    for (int row = at.row() - 1; row >= 0; row--) {
      Optional<Integer> above = RowNumber.of(grid.at(new Position(row, at.column())).raw());
      if (above.isPresent()) {
        return number.get() == above.get() + 1;
      }
    }
    return number.get() == 1;
  }

  private boolean same(Position printed, int row) {
    String expected = blank.printed(printed);
    if (expected.isEmpty()) {
      return true;
    }
    int column = columns[printed.column()];
    return column != NONE && fitsCovering(printed, new Position(row, column));
  }

  /** Compares what a person reads at two places, be it in a merged cell around them. */
  private boolean fitsCovering(Position printed, Position at) {
    Position origin = blank.origin(printed);
    Position shown = grid.mergedAt(at).map(area -> area.first()).orElse(at);
    if (fits(origin, shown)) {
      return true;
    }
    // Some programs take merged cells apart: then the word stands where it began.
    return !origin.equals(printed)
        && words.getOrDefault(shown, "").isEmpty()
        && place(origin).filter(begin -> fits(origin, begin)).isPresent();
  }

  private boolean fits(Position printed, Position at) {
    return blank
        .inline(printed)
        .map(inline -> inline.fits(grid.at(at).raw()))
        .orElseGet(() -> blank.printed(printed).equals(words.getOrDefault(at, "")));
  }

  /** Tells how much of a row's words stands in a row of the return: all of them, or nothing. */
  private int alike(int row, int other) {
    if (!blank.aligns(row)) {
      return 0;
    }
    List<Position> printed = blank.row(row);
    List<Position> there = byRow.getOrDefault(other, List.of());
    if (printed.isEmpty() || there.size() < printed.size()) {
      return 0;
    }
    int weight = 0;
    var left = new ArrayList<>(there);
    for (var each : printed) {
      Optional<Position> found = left.stream().filter(at -> fits(each, at)).findFirst();
      if (found.isEmpty()) {
        return 0;
      }
      left.remove(found.get());
      weight += 1 + Math.min(blank.printed(each).length(), 8);
    }
    return weight;
  }

  /**
   * Gives a row of the return that several of the blank could be to the one that follows what it
   * follows on the blank: where a section was deleted, another one with the same rows was not.
   */
  private void claimed() {
    var owners = new TreeMap<Integer, List<Integer>>();
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != NONE) {
        owners.computeIfAbsent(rows[row], any -> new ArrayList<>()).add(row);
      }
    }
    owners.forEach(
        (at, claims) -> {
          if (claims.size() > 1) {
            List<Integer> following = claims.stream().filter(row -> follows(row, at)).toList();
            for (int row : claims) {
              rows[row] = following.equals(List.of(row)) ? at : NONE;
            }
          }
        });
  }

  /** Tells whether what is right above a row of the blank is right above one of the return. */
  private boolean follows(int row, int at) {
    int above = row - 1;
    while (above >= 0 && blank.row(above).isEmpty()) {
      above--;
    }
    int there = at - 1;
    while (there >= 0 && byRow.getOrDefault(there, List.of()).isEmpty()) {
      there--;
    }
    return above >= 0 && there >= 0 && rows[above] == there;
  }

  /** Finds rows that were moved with their heads, by words that no other row has. */
  private void moved() {
    var taken = new HashSet<Integer>();
    Arrays.stream(rows).forEach(taken::add);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != NONE || blank.row(row).isEmpty()) {
        continue;
      }
      int found = NONE;
      int many = 0;
      for (int other = 0; other < grid.height(); other++) {
        if (!taken.contains(other) && alike(row, other) > 0) {
          found = other;
          many++;
        }
      }
      boolean alone = blank.isAlone(row) && many == 1;
      if (alone) {
        rows[row] = found;
        taken.add(found);
      }
    }
  }

  /** Finds rows between two that were found, one of whose words is another. */
  private void reworded() {
    var taken = new HashSet<Integer>();
    Arrays.stream(rows).forEach(taken::add);
    for (int row = 1; row + 1 < rows.length; row++) {
      List<Position> printed = blank.row(row);
      if (rows[row] != NONE || printed.isEmpty() || !blank.aligns(row)) {
        continue;
      }
      int expected = expected(row);
      if (expected == NONE || taken.contains(expected)) {
        continue;
      }
      int same = 0;
      int contraries = 0;
      boolean like = true;
      for (var each : printed) {
        int column = columns[each.column()];
        Position at = column == NONE ? null : new Position(expected, column);
        if (at != null && fits(each, at)) {
          same++;
        } else {
          String there = at == null ? "" : words.getOrDefault(at, "");
          boolean contrary = Opposites.between(there, blank.printed(each));
          like &=
              isNew(there, blank.printed(each))
                  && !contrary
                  && Similarity.of(there, blank.printed(each)) >= ALIKE;
          contraries += contrary ? 1 : 0;
        }
      }
      // Heads are held against each column's own: some of them find the row.
      int enough = blank.divides(row) ? (printed.size() + 1) / 2 : printed.size() - 1;
      boolean found = same > 0 && same >= enough && othersAreNew(printed, expected);
      if (like || found && (blank.divides(row) || contraries == 0)) {
        rows[row] = expected;
        reworded.add(row);
        taken.add(expected);
      }
    }
  }

  /** Tells whether the words that are not the blank's own are those of no other row either. */
  private boolean othersAreNew(List<Position> printed, int row) {
    for (var each : printed) {
      int column = columns[each.column()];
      if (column == NONE) {
        return false;
      }
      var at = new Position(row, column);
      String there = words.getOrDefault(at, "");
      if (!fits(each, at) && !isNew(there, blank.printed(each))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether folded words may be a label in other words: no other label, and no number but
   * those in the label itself.
   */
  private boolean isNew(String there, String own) {
    String rest = there;
    for (var number : NOT_NUMERALS.split(own, -1)) {
      rest = number.isEmpty() ? rest : rest.replaceFirst(Pattern.quote(number), "");
    }
    return !there.isEmpty() && !blank.prints(there) && !Numerals.in(rest);
  }

  /** Returns the row that lies between those of the neighbours, if nothing was put between them. */
  private int expected(int row) {
    int before = row - 1;
    while (before >= 0 && rows[before] == NONE) {
      before--;
    }
    int behind = row + 1;
    while (behind < rows.length && rows[behind] == NONE) {
      behind++;
    }
    boolean both = before >= 0 && behind < rows.length;
    return both && rows[behind] - rows[before] == behind - before
        ? rows[before] + row - before
        : NONE;
  }

  /** Finds the columns by the words that stand in them, in rows that were found. */
  private int[] columns() {
    var heads = new TreeMap<Integer, Set<Integer>>();
    var labels = new TreeMap<Integer, Set<Integer>>();
    var others = new TreeMap<Integer, Set<Integer>>();
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != NONE) {
        vote(row, blank.isOutside(row) ? others : labels, heads);
      }
    }
    // The head over a column knows it best; a title that happens to begin there, least.
    var votes = new TreeMap<>(others);
    votes.putAll(labels);
    votes.putAll(heads);
    int[] found = new int[blank.width()];
    Arrays.fill(found, NONE);
    var disputed = new HashSet<Integer>();
    var owners = new HashMap<Integer, Integer>();
    votes.forEach(
        (column, places) -> {
          if (places.size() > 1) {
            disputed.add(column);
          } else {
            found[column] = places.iterator().next();
            Integer owner = owners.putIfAbsent(found[column], column);
            if (owner != null && heads.containsKey(column) == heads.containsKey(owner)) {
              disputed.add(column);
              disputed.add(owner);
            } else if (owner != null) {
              disputed.add(heads.containsKey(column) ? owner : column);
            }
          }
        });
    disputed.forEach(column -> found[column] = NONE);
    between(found, disputed);
    for (int column = 1; column < found.length; column++) {
      // On paper nothing shows a column that merged cells cover throughout.
      if (found[column] == NONE && !disputed.contains(column) && !blank.begins(column)) {
        found[column] = found[column - 1];
      }
    }
    return found;
  }

  private void vote(int row, Map<Integer, Set<Integer>> votes, Map<Integer, Set<Integer>> heads) {
    List<Position> printed = blank.row(row);
    List<Position> there = byRow.getOrDefault(rows[row], List.of());
    List<Position> own =
        there.stream().filter(at -> printed.stream().anyMatch(each -> fits(each, at))).toList();
    boolean inOrder = own.size() == printed.size();
    for (int i = 0; inOrder && i < own.size(); i++) {
      inOrder = fits(printed.get(i), own.get(i));
    }
    for (int i = 0; i < printed.size(); i++) {
      Position each = printed.get(i);
      List<Position> same = own.stream().filter(at -> fits(each, at)).toList();
      Optional<Position> at =
          inOrder
              ? Optional.of(own.get(i))
              : same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
      Map<Integer, Set<Integer>> of = blank.heads(each) ? heads : votes;
      at.ifPresent(
          found -> of.computeIfAbsent(each.column(), c -> new HashSet<>()).add(found.column()));
    }
  }

  private static void between(int[] lines) {
    between(lines, Set.of());
  }

  /** Gives lines without words the place between their neighbours, where that is certain. */
  private static void between(int[] lines, Set<Integer> disputed) {
    int[] known = lines.clone();
    var taken = new HashSet<Integer>();
    Arrays.stream(known).forEach(taken::add);
    for (int line = 0; line < lines.length; line++) {
      if (known[line] != NONE || disputed.contains(line)) {
        continue;
      }
      int before = line - 1;
      while (before >= 0 && known[before] == NONE) {
        before--;
      }
      int behind = line + 1;
      while (behind < lines.length && known[behind] == NONE) {
        behind++;
      }
      Integer shiftBefore = before < 0 ? null : known[before] - before;
      Integer shiftBehind = behind >= lines.length ? null : known[behind] - behind;
      Integer shift = shiftBefore == null ? shiftBehind : shiftBefore;
      boolean certain =
          shiftBefore == null || shiftBehind == null || shiftBefore.equals(shiftBehind);
      if (shift != null && certain && line + shift >= 0 && !taken.contains(line + shift)) {
        lines[line] = line + shift;
      }
    }
  }

  /** Returns what stands at a place of the return. */
  Cell at(Position position) {
    return grid.at(position);
  }
}
