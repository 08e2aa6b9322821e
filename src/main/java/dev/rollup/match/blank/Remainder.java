package dev.rollup.match.blank;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.State;
import dev.rollup.text.Amount;
import dev.rollup.text.Doubt;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is left of a return after it was read: names its numbers, and doubts what is beside them.
 */
final class Remainder {

  /** More numbers beside a form are a table of its own, and no remarks. */
  private static final int MOST_NAMED = 50;

  private final Document document;
  private final List<Grid> grids;
  private final List<Grid> copies;
  private final PrintedText paragraphs;
  private final Places places;
  private final List<Finding> beside = new ArrayList<>();

  /** What went out to the unit, which its answer holds again. */
  private final Set<String> sent = new HashSet<>();

  private final Set<Entry> doubtful = new HashSet<>();

  /** Numbers of which somebody wrote beside them that they are about so much. */
  private final Set<Entry> estimated = new HashSet<>();

  /**
   * @param grids the tables that the blank was laid over
   * @param copies these and those of other copies of the form in the document
   * @param places what was read of them
   * @param slip what went out to the unit before
   */
  Remainder(
      Document document,
      List<Grid> grids,
      List<Grid> copies,
      PrintedText paragraphs,
      Places places,
      SentSlip slip) {
    this.document = document;
    this.grids = grids;
    this.copies = copies;
    this.paragraphs = paragraphs;
    this.places = places;
    slip.rows().forEach(row -> sent.addAll(row.texts()));
    sent.addAll(slip.notes());
  }

  /** Returns a finding for every number that belongs to nothing. */
  List<Finding> name() {
    for (var grid : grids) {
      counting(grid);
      for (var placed : grid.cells()) {
        if (places.isTaken(grid, placed.at()) || unseen(grid, placed.at())) {
          continue;
        }
        String text = placed.cell().raw();
        boolean counts = mayCount(placed.cell());
        List<Entry> row = places.inRow(grid, placed.at().row());
        if (Estimates.ofAll(text)) {
          estimated.addAll(places.above(grid, placed.at().row()));
        } else if (Estimates.ofRow(text)) {
          estimated.addAll(row);
          continue;
        }
        boolean off =
            row.isEmpty()
                && counts
                && places.isNextTo(grid, placed.at())
                && !isLabelled(grid, placed.at());
        if (off) {
          oneRowOff(grid, placed.at().row());
          someRowsOff(grid, placed);
          beside.add(elsewhere(grid, placed, Severity.ERROR));
        } else if (!row.isEmpty() && (counts || Doubt.unsettles(text))) {
          doubtful.addAll(row);
          boolean below =
              counts
                  && places.isOneCell(grid, placed.at().row())
                  && places.isNextTo(grid, placed.at());
          if (below) {
            // What stands in that row is a sentence, and the table beside it ends there.
            oneRowOff(grid, placed.at().row());
          }
          if (counts && places.isNextTo(grid, placed.at())) {
            someRowsOff(grid, placed);
          }
          if (counts) {
            beside.add(elsewhere(grid, placed, Severity.ERROR));
          }
        } else if (counts) {
          beside.add(elsewhere(grid, placed, Severity.WARNING));
        }
      }
    }
    for (var grid : document.grids()) {
      if (grid.running()) {
        beside.addAll(inText(grid));
        estimates(grid);
      } else if (!grid.hidden() && copies.stream().noneMatch(own -> own == grid)) {
        grid.cells().stream()
            .filter(placed -> mayCount(placed.cell()) && !sent.contains(placed.cell().raw()))
            .findFirst()
            .ifPresent(
                placed ->
                    // An answer beside a question is not read, and must not be lost.
                    beside.add(
                        elsewhere(
                            grid, placed, sent.isEmpty() ? Severity.INFO : Severity.WARNING)));
      }
    }
    for (var table : document.tables()) {
      if (copies.stream().noneMatch(own -> own == table)) {
        beside.addAll(inTable(table));
      }
    }
    for (Note note : document.notes()) {
      boolean known = sent.contains(note.text()) || paragraphs.prints(Folding.label(note.text()));
      boolean counts = Numerals.in(note.text());
      if (!known && (counts || Doubt.unsettles(note.text()))) {
        boolean onAnswer = hangsOnAnswer(note);
        if (onAnswer || counts) {
          beside.add(
              Finding.ofCell(
                      FindingCode.NUMBER_ELSEWHERE,
                      Location.at(note.sheet(), note.place()),
                      note.text())
                  .with(Argument.WORDS, note.text()));
        }
      }
    }
    return beside.subList(0, Math.min(MOST_NAMED, beside.size()));
  }

  /** Doubts the answers that a note hangs on; returns whether it hangs on one. */
  private boolean hangsOnAnswer(Note note) {
    // What explains an answer at the foot of a page leaves it alone, unless it takes it back.
    boolean says = note.kind() == Note.Kind.COMMENT || Doubt.unsettles(note.text());
    if (!says || note.place() == null) {
      return false;
    }
    List<Entry> answers =
        Stream.concat(grids.stream(), document.grids().stream().filter(Grid::running))
            .flatMap(grid -> places.above(grid, Integer.MAX_VALUE).stream())
            .filter(entry -> note.place().equals(entry.at().cell()))
            .filter(entry -> Objects.equals(note.sheet(), entry.at().sheet()))
            .toList();
    doubtful.addAll(answers);
    return !answers.isEmpty();
  }

  /**
   * Doubts all columns whose other end was left blank: they may have been typed one row off. A
   * number right below a column that is filled in up to its top is a total without a label.
   */
  private void oneRowOff(Grid grid, int row) {
    for (var column : places.columnsFrom(grid, row).values()) {
      if (column.get(column.size() - 1).state() == State.BLANK) {
        doubtful.addAll(column);
      }
    }
  }

  /**
   * Doubts the end of a column from what was left blank in it on: cells that were inserted there
   * push the rest one row off. The sum of a column below it is a total without a label.
   */
  private void someRowsOff(Grid grid, Grid.Placed beyond) {
    List<Entry> column =
        places.columnsFrom(grid, beyond.at().row()).getOrDefault(beyond.at().column(), List.of());
    int blank = column.size() - 1;
    while (blank >= 0 && column.get(blank).state() != State.BLANK) {
      blank--;
    }
    BigDecimal sum =
        column.stream()
            .map(Entry::number)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!Amount.same(sum, Amount.at(Folding.halfWidth(beyond.cell().raw().strip()), 0).value())) {
      doubtful.addAll(column.subList(0, blank + 1));
    }
  }

  /** Tells whether somebody wrote words of his own left of a cell: it is a row that was added. */
  private boolean isLabelled(Grid grid, Position at) {
    for (int column = 0; column < at.column(); column++) {
      var left = new Position(at.row(), column);
      Cell cell = grid.at(left);
      // What stands right below an answer is another one, typed one row off.
      if (!places.isTaken(grid, left)
          && !places.isNextTo(grid, left)
          && cell instanceof Cell.Text
          && cell.raw().codePoints().anyMatch(Character::isLetter)) {
        return true;
      }
    }
    return false;
  }

  /** Takes a column in which a unit numbered the rows, from 1 on without a gap. */
  private void counting(Grid grid) {
    var columns = new TreeMap<Integer, List<Grid.Placed>>();
    for (var placed : grid.cells()) {
      if (!places.isTaken(grid, placed.at()) && !unseen(grid, placed.at())) {
        columns.computeIfAbsent(placed.at().column(), any -> new ArrayList<>()).add(placed);
      }
    }
    for (var column : columns.values()) {
      boolean counts = column.size() > 1 && places.isLeftOfAll(grid, column.get(0).at().column());
      for (int i = 0; counts && i < column.size(); i++) {
        counts = column.get(i).cell().raw().strip().equals(String.valueOf(i + 1));
      }
      if (counts) {
        column.forEach(placed -> places.take(grid, placed.at()));
      }
    }
  }

  /** A paragraph below the tables may say of all numbers that they are about so much. */
  private void estimates(Grid text) {
    boolean all =
        text.cells().stream()
            .filter(placed -> placed.at().column() == 0 && !places.isTaken(text, placed.at()))
            .map(placed -> placed.cell().raw())
            .anyMatch(words -> Estimates.ofAll(words) && !paragraphs.prints(Folding.label(words)));
    if (all) {
      grids.forEach(grid -> estimated.addAll(places.above(grid, Integer.MAX_VALUE)));
      estimated.addAll(places.above(text, Integer.MAX_VALUE));
    }
  }

  /** Returns the numbers of which somebody wrote that they are about so much. */
  Set<Entry> estimated() {
    return estimated;
  }

  private List<Finding> inText(Grid grid) {
    return grid.cells().stream()
        .filter(placed -> placed.at().column() == 0)
        .filter(placed -> !places.isTaken(grid, placed.at()))
        .filter(placed -> mayCount(placed.cell()))
        .filter(placed -> !paragraphs.prints(Folding.label(placed.cell().raw())))
        .map(placed -> elsewhere(grid, placed, Severity.WARNING))
        .toList();
  }

  /** Names the first number of a table that is none of the blank's: a table was put in. */
  private List<Finding> inTable(Grid table) {
    return table.cells().stream()
        .filter(placed -> mayCount(placed.cell()) && !unseen(table, placed.at()))
        .filter(placed -> !sent.contains(placed.cell().raw()))
        .filter(placed -> !paragraphs.prints(Folding.label(placed.cell().raw())))
        .limit(1)
        .map(placed -> elsewhere(table, placed, Severity.WARNING))
        .toList();
  }

  private static boolean unseen(Grid grid, Position at) {
    return grid.marks(at).contains(Mark.HIDDEN);
  }

  private static boolean mayCount(Cell cell) {
    return !(cell instanceof Cell.Text) && !(cell instanceof Cell.Empty) || Numerals.in(cell.raw());
  }

  private static Finding elsewhere(Grid grid, Grid.Placed placed, Severity severity) {
    String text = placed.cell().raw();
    return Finding.ofCell(
            FindingCode.NUMBER_ELSEWHERE, Location.at(grid.sheet(), grid.place(placed.at())), text)
        .with(Argument.WORDS, text)
        .withSeverity(severity);
  }

  /** Returns the entries beside which something is left that may change them. */
  Set<Entry> doubtful() {
    return doubtful;
  }
}
