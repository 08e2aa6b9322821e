package dev.rollup.text;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells that a formula names: those of its own sheet, or of another of the workbook. */
record SheetArea(Grid grid, Area area) {

  /** Places in a formula: {@code $E$5}, {@code E5:G7}, {@code '上半月'!E5}. */
  static final Pattern PLACE =
      Pattern.compile(
          sheet()
              + "\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})(?::\\$?([A-Za-z]{1,3})\\$?(\\d{1,7}))?"
              + end());

  /** Whole columns in a formula: {@code C:C}, {@code '上半月'!$C:$E}. */
  static final Pattern COLUMNS =
      Pattern.compile(sheet() + "\\$?([A-Za-z]{1,3}):\\$?([A-Za-z]{1,3})" + end());

  private static String sheet() {
    return "(?:('(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!)?";
  }

  private static String end() {
    return "(?![\\p{L}\\p{N}_.(!:])";
  }

  /**
   * Returns the cells that a formula means.
   *
   * @param place where {@link #PLACE} was found in it
   * @param here the sheet that the formula stands on
   * @param sheets all sheets of its workbook
   */
  static Optional<SheetArea> of(Matcher place, Grid here, List<Grid> sheets) {
    String endColumn = place.group(4) == null ? place.group(2) : place.group(4);
    int row = row(place.group(3));
    int endRow = place.group(4) == null ? row : row(place.group(5));
    return row < 0 || endRow < 0
        ? Optional.empty()
        : of(place.group(1), place.group(2), endColumn, here, sheets)
            .map(all -> all.between(Math.min(row, endRow), Math.max(row, endRow)));
  }

  /**
   * Returns the cells of the columns that a formula means.
   *
   * @param place where {@link #COLUMNS} was found in it
   * @param here the sheet that the formula stands on
   * @param sheets all sheets of its workbook
   */
  static Optional<SheetArea> ofColumns(Matcher place, Grid here, List<Grid> sheets) {
    return of(place.group(1), place.group(2), place.group(3), here, sheets);
  }

  private static Optional<SheetArea> of(
      @Nullable String sheet, String from, String to, Grid here, List<Grid> sheets) {
    int first = Position.columnOf(from.toUpperCase(Locale.ROOT));
    int last = Position.columnOf(to.toUpperCase(Locale.ROOT));
    return grid(sheet, here, sheets)
        .map(
            grid ->
                new SheetArea(
                    grid,
                    new Area(
                        new Position(0, Math.min(first, last)),
                        new Position(Math.max(0, grid.height() - 1), Math.max(first, last)))));
  }

  private static Optional<Grid> grid(@Nullable String sheet, Grid here, List<Grid> sheets) {
    if (sheet == null) {
      return Optional.of(here);
    }
    boolean quoted = sheet.startsWith("'");
    String name = quoted ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet;
    return sheets.stream().filter(grid -> name.equalsIgnoreCase(grid.sheet())).findFirst();
  }

  /** Returns a row as it is counted here, from 0; negative where there is none. */
  private static int row(String digits) {
    return Integer.parseInt(digits) - 1;
  }

  private SheetArea between(int row, int endRow) {
    return new SheetArea(
        grid,
        new Area(
            new Position(row, area.first().column()), new Position(endRow, area.last().column())));
  }

  /** Returns the cell that is meant, if it is a single one. */
  Optional<Cell> cell() {
    return area.severalCells() ? Optional.empty() : Optional.of(grid.at(area.first()));
  }

  /** Returns the cells of its rows that are not empty, those beside it, too. */
  List<Grid.Placed> rows() {
    return grid.rows(area.first().row(), area.last().row() + 1);
  }
}
