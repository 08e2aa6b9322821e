package dev.rollup.serve;

import dev.rollup.messages.Messages;
import dev.rollup.model.Address;
import dev.rollup.model.Area;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.write.html.HtmlPage;
import dev.rollup.write.html.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Shows a place in a return as who opens the file sees it: some rows and columns around it, with
 * the words at their left and above, and the place itself marked. It is a table, so that it can be
 * heard as well.
 */
final class Picture {

  private static final int ROWS = 2;
  private static final int COLUMNS = 2;

  private final HtmlPage page;
  private final Messages messages;

  Picture(HtmlPage page, Messages messages) {
    this.page = page;
    this.messages = messages;
  }

  /**
   * What is shown.
   *
   * @param grid of which table
   * @param at which cell
   * @param sheet whether rows and columns have the names of a sheet's
   */
  private record View(Grid grid, Position at, boolean sheet) {}

  /**
   * Draws the place of a finding; nothing where the document has no such place.
   *
   * @param caption what is said above it
   */
  void draw(Document document, Location at, String caption) throws IOException {
    Optional<View> view = at.cell() == null ? Optional.empty() : view(document, at, at.cell());
    if (view.isPresent()) {
      draw(view.get(), caption);
    }
  }

  private static Optional<View> view(Document document, Location at, Address cell) {
    if (cell instanceof Position position) {
      return document.grids().stream()
          .filter(grid -> !grid.running() && Objects.equals(grid.sheet(), at.sheet()))
          .findFirst()
          .map(grid -> new View(grid, position, true));
    }
    return cell instanceof TextPlace place
        ? inTable(document, place).or(() -> inText(document, place))
        : Optional.empty();
  }

  private static Optional<View> inTable(Document document, TextPlace place) {
    if (place.inside().isEmpty()
        || !(place.inside().get(0) instanceof TextPlace.TableCell cell)
        || cell.table() > document.tables().size()) {
      return Optional.empty();
    }
    var at = new Position(cell.row() - 1, Math.max(0, cell.cell() - 1));
    return Optional.of(new View(document.tables().get(cell.table() - 1), at, false));
  }

  private static Optional<View> inText(Document document, TextPlace place) {
    return document.grids().stream()
        .filter(Grid::running)
        .flatMap(
            grid ->
                grid.cells().stream()
                    .map(Grid.Placed::at)
                    .filter(at -> grid.place(at).equals(place))
                    .map(at -> new View(grid, at, false)))
        .findFirst();
  }

  private void draw(View view, String caption) throws IOException {
    List<Integer> rows = rows(view);
    List<Integer> columns = columns(view, rows);
    page.open("div", "class", "picture", "tabindex", "0", "role", "group", "aria-label", caption);
    page.open("table").element("caption", caption);
    if (view.sheet()) {
      page.open("thead").open("tr").open("td").close();
      for (var column : columns) {
        page.element("th", Position.columnLetters(column), "scope", "col");
      }
      page.close().close();
    }
    page.open("tbody");
    for (var row : rows) {
      page.open("tr");
      if (view.sheet()) {
        page.element("th", String.valueOf(row + 1), "scope", "row");
      }
      for (var column : columns) {
        cell(view, new Position(row, column), rows, columns);
      }
      page.close();
    }
    page.close().close().close();
  }

  /** Returns the rows around the place, and above them the nearest words in its column. */
  private static List<Integer> rows(View view) {
    Grid grid = view.grid();
    int at = view.at().row();
    int first = Math.max(0, at - ROWS);
    var rows = new TreeSet<Integer>();
    IntStream.rangeClosed(first, Math.max(at, Math.min(at + ROWS, grid.height() - 1)))
        .filter(row -> row == at || !grid.rowHidden(row))
        .forEach(rows::add);
    IntStream.iterate(first - 1, row -> row >= 0, row -> row - 1)
        .filter(row -> !grid.at(new Position(row, view.at().column())).raw().isBlank())
        .findFirst()
        .ifPresent(rows::add);
    return List.copyOf(rows);
  }

  /** Returns the columns around the place, and left of them the first words of its row. */
  private static List<Integer> columns(View view, List<Integer> rows) {
    Grid grid = view.grid();
    int at = view.at().column();
    int last =
        rows.stream()
            .flatMap(row -> grid.rows(row, row + 1).stream())
            .mapToInt(placed -> placed.at().column())
            .max()
            .orElse(at);
    var columns = new TreeSet<Integer>();
    IntStream.rangeClosed(Math.max(0, at - COLUMNS), Math.max(at, Math.min(at + COLUMNS, last)))
        .filter(column -> column == at || !grid.columnHidden(column))
        .forEach(columns::add);
    grid.rows(view.at().row(), view.at().row() + 1).stream()
        .map(placed -> placed.at().column())
        .filter(column -> column < at)
        .findFirst()
        .ifPresent(columns::add);
    return List.copyOf(columns);
  }

  private void cell(View view, Position at, List<Integer> rows, List<Integer> columns)
      throws IOException {
    Optional<Area> merged = view.grid().mergedAt(at);
    List<Integer> down = merged.map(area -> inside(rows, area, true)).orElse(List.of(at.row()));
    List<Integer> across =
        merged.map(area -> inside(columns, area, false)).orElse(List.of(at.column()));
    if (down.get(0) != at.row() || across.get(0) != at.column()) {
      return;
    }
    boolean here =
        at.equals(view.at()) || merged.filter(area -> area.contains(view.at())).isPresent();
    page.open(
        "td",
        "rowspan",
        String.valueOf(down.size()),
        "colspan",
        String.valueOf(across.size()),
        "class",
        here ? "here" : "around");
    if (here) {
      page.element("span", messages.text("serve.here"), "class", "heard");
    }
    String text = view.grid().at(merged.map(Area::first).orElse(at)).raw();
    page.text(text.isBlank() ? "" : SafeText.typed(text.replace(Document.PARAGRAPH, "\n")));
    page.close();
  }

  private static List<Integer> inside(List<Integer> shown, Area area, boolean down) {
    int first = down ? area.first().row() : area.first().column();
    int last = down ? area.last().row() : area.last().column();
    return shown.stream().filter(each -> each >= first && each <= last).toList();
  }
}
