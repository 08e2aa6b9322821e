package dev.rollup.match.words;

import dev.rollup.match.find.FormWords;
import dev.rollup.model.Grid;
import dev.rollup.model.TextPlace.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the rest of a row's label behind its beginning, where the end of a page went through the row
 * and made two of it: between the parts of a sentence it would be words that nobody knows.
 */
public final class BrokenLabels {

  /** A heading goes over no more ends of pages than this. */
  private static final int MOST_ENDS = 2;

  /** What the first cell of one row holds. */
  private record Label(TableCell cell, List<Grid.Placed> placed, StringBuilder letters) {
    private String text() {
      return letters.toString();
    }
  }

  private BrokenLabels() {}

  /**
   * Returns cells of a running text in an order in which every heading of the form is whole that is
   * cut between rows of a table; in their own order where none is.
   */
  public static List<Grid.Placed> mended(Grid grid, List<Grid.Placed> cells, FormWords words) {
    List<Label> labels = labels(grid, cells, words);
    List<Grid.Placed> order = cells;
    for (int i = 0; i < labels.size(); i++) {
      List<Grid.Placed> rest = rest(labels, i, words);
      if (!rest.isEmpty()) {
        List<Grid.Placed> begun = labels.get(i).placed();
        order = behind(order, begun.get(begun.size() - 1), rest);
      }
    }
    return order;
  }

  /** Returns what makes a heading of a label that is none, from the rows right below it. */
  private static List<Grid.Placed> rest(List<Label> labels, int begun, FormWords words) {
    var letters = new StringBuilder(labels.get(begun).letters());
    var rest = new ArrayList<Grid.Placed>();
    for (int i = begun; i + 1 < labels.size() && i < begun + MOST_ENDS; i++) {
      Label next = labels.get(i + 1);
      boolean whole = words.isHeading(letters.toString()) || words.isHeading(next.text());
      if (whole || !follows(labels.get(i).cell(), next.cell())) {
        return List.of();
      }
      letters.append(next.letters());
      rest.addAll(next.placed());
      if (words.isHeading(letters.toString())) {
        return rest;
      }
    }
    return List.of();
  }

  private static List<Label> labels(Grid grid, List<Grid.Placed> cells, FormWords words) {
    var labels = new ArrayList<Label>();
    for (var placed : cells) {
      Optional<TableCell> cell = grid.textPlace(placed.at()).flatMap(place -> place.onlyCell());
      if (cell.isPresent() && cell.get().cell() == 1) {
        Label last = labels.isEmpty() ? null : labels.get(labels.size() - 1);
        if (last == null || !last.cell().equals(cell.get())) {
          last = new Label(cell.get(), new ArrayList<>(), new StringBuilder());
          labels.add(last);
        }
        last.placed().add(placed);
        last.letters().append(words.fold(placed.cell()));
      }
    }
    return labels;
  }

  private static boolean follows(TableCell row, TableCell next) {
    return row.table() == next.table()
        ? next.row() == row.row() + 1
        : next.table() == row.table() + 1 && next.row() == 1;
  }

  private static List<Grid.Placed> behind(
      List<Grid.Placed> cells, Grid.Placed last, List<Grid.Placed> rest) {
    var order = new ArrayList<>(cells);
    order.removeAll(rest);
    order.addAll(order.indexOf(last) + 1, rest);
    return order;
  }
}
