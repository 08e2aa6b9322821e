package dev.rollup.match.blank;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.InlineBlanks;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who filled a return in, and when: the header's blanks, wherever they stand. */
final class HeaderAnswers {

  /** Nobody puts more columns between a label and its answer. */
  private static final int MOST_PUT_BETWEEN = 2;

  private final Places places;
  private final Map<HeaderField, HeaderEntry> header = new EnumMap<>(HeaderField.class);

  HeaderAnswers(Places places) {
    this.places = places;
  }

  /** Returns what was read, with an empty answer for each blank that was not found. */
  Map<HeaderField, HeaderEntry> all() {
    for (var field : HeaderField.values()) {
      header.putIfAbsent(field, new HeaderEntry(Cell.EMPTY, Location.NOWHERE.ofField(field.id())));
    }
    return header;
  }

  /** Reads the header's blanks in cells. */
  void read(Surface surface, Overlay overlay) {
    Grid grid = overlay.grid();
    var cells = new HashSet<Position>();
    for (var blank : surface.header()) {
      Optional<Position> at = overlay.place(blank.at().cell());
      if (at.isEmpty()) {
        continue;
      }
      if (blank.whole()) {
        Position answer =
            grid.at(at.get()).raw().isBlank() ? behind(blank, grid, at.get()) : at.get();
        fill(
            blank,
            answer.column() >= at.get().column() ? grid.at(answer) : rest(blank, grid.at(answer)),
            grid,
            answer);
        places.take(grid, answer);
      } else if (cells.add(blank.at().cell())) {
        List<HeaderBlank> all = Surface.inCell(surface.header(), blank.at().cell());
        read(all, grid.at(at.get()).raw(), grid, at.get());
      }
    }
  }

  /**
   * Returns where the label of a blank stands, if somebody wrote behind it there; else the first
   * cell behind the blank that holds something, where columns were put between; else the blank.
   */
  private Position behind(HeaderBlank blank, Grid grid, Position at) {
    for (int column = at.column() - 1; column >= 0; column--) {
      var left = new Position(at.row(), column);
      if (!grid.at(left).raw().isBlank()) {
        return rest(blank, grid.at(left)).raw().isBlank() ? beyond(blank, grid, at) : left;
      }
    }
    return at;
  }

  private Position beyond(HeaderBlank blank, Grid grid, Position at) {
    for (int column = at.column() + 1; column <= at.column() + MOST_PUT_BETWEEN; column++) {
      var right = new Position(at.row(), column);
      if (!grid.at(right).raw().isBlank()) {
        return !places.isTaken(grid, right) && mayAnswer(blank, grid.at(right)) ? right : at;
      }
    }
    return at;
  }

  /** Returns what stands behind a label in its own cell; nothing where it is not the label. */
  private static Cell rest(HeaderBlank blank, Cell cell) {
    return InlineBlanks.ofHeader(List.of(blank.inline()))
        .in(cell.raw())
        .map(answers -> (Cell) new Cell.Text(answers.get(0).text()))
        .orElse(Cell.EMPTY);
  }

  /** Reads the header's blanks in one text. */
  void read(List<HeaderBlank> blanks, String text, Grid grid, Position at) {
    Optional<List<InlineBlanks.Answer>> answers = InlineBlanks.ofHeader(blanks).in(text);
    if (answers.isEmpty()) {
      return;
    }
    places.take(grid, at);
    for (int i = 0; i < blanks.size(); i++) {
      Cell cell = new Cell.Text(answers.get().get(i).text());
      int end = grid.mergedAt(at).map(area -> area.last().column()).orElse(at.column());
      Position beside = new Position(at.row(), end + 1);
      boolean last = i == blanks.size() - 1;
      if (last
          && cell.raw().isEmpty()
          && !grid.running()
          && !places.isTaken(grid, beside)
          && mayAnswer(blanks.get(i), grid.at(beside))) {
        cell = grid.at(beside);
        places.take(grid, beside);
      }
      fill(blanks.get(i), cell, grid, at);
    }
  }

  /** A number is nobody's name: what was typed one row off may end up beside the label for one. */
  private static boolean mayAnswer(HeaderBlank blank, Cell cell) {
    return !(cell instanceof Cell.Number)
        || !blank.role().matches("unit|contact|head|reviewer")
            && !blank.label().matches(".*[人员长名]");
  }

  private void fill(HeaderBlank blank, Cell cell, Grid grid, Position at) {
    for (var field : HeaderField.values()) {
      if (field.name().equalsIgnoreCase(blank.role())) {
        Cell answer = cell.raw().isBlank() ? Cell.EMPTY : cell;
        header.putIfAbsent(
            field,
            new HeaderEntry(answer, Location.at(grid.sheet(), grid.place(at)).ofField(field.id())));
      }
    }
  }
}
