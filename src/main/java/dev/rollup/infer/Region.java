package dev.rollup.infer;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table on a page: boxed cells that touch each other. Says of every cell whether it is a label, a
 * blank, or nothing to write into.
 */
final class Region {

  private static final Pattern NO_BLANK =
      Pattern.compile(
          "[\\s\\p{Z}]*(?:[-—–―─/／×✕xX*＊…\\\\]+|[Nn]\\s*[/.]?\\s*[Aa]\\.?|不适用|不填|免填|无需填[写报]?)[\\s\\p{Z}]*");

  /** A label with nothing but room behind its colon. */
  private static final Pattern ROOM_BEHIND_COLON = Pattern.compile(".*[：:][\\s\\p{Z}_＿年月日]*");

  private static final Pattern ZERO = Pattern.compile("0(?:\\.0+)?%?");

  private static final Pattern TITLE = Pattern.compile(".{4,}表(?:[（(].*[)）])?");

  private final PrintedSheet page;
  private final Map<Position, Position> origins = new HashMap<>();
  private final Set<Position> corners;

  /** What each cell is, decided once: whoever reads the table asks for it again and again. */
  private final Map<Position, Look> looks = new HashMap<>();

  private final Map<Integer, List<Position>> rows = new HashMap<>();
  private final int top;
  private final int bottom;
  private final int left;
  private final int right;

  /**
   * What a cell is.
   *
   * @param blank whether somebody is to write into it, or a formula does
   * @param nothing whether it is crossed out
   * @param words what stands in it, on one line
   */
  private record Look(boolean blank, boolean nothing, String words) {

    static Look at(Spot spot) {
      boolean blank =
          !spot.struck()
              && (spot.isEmpty()
                  || Lexicon.measureOfRoom(spot.text()).isPresent()
                  || Lexicon.isRoomForDay(spot.text())
                  || spot.formula().isPresent()
                  || ZERO.matcher(spot.text().strip()).matches());
      boolean nothing = spot.struck() && spot.isEmpty() || NO_BLANK.matcher(spot.text()).matches();
      return new Look(
          blank, nothing, Lexicon.LINE_BREAKS.matcher(spot.text()).replaceAll("").strip());
    }

    boolean label() {
      return !blank && !nothing && !words.isEmpty();
    }
  }

  private Region(PrintedSheet page, Set<Position> corners) {
    this.page = page;
    this.corners = corners;
    corners.forEach(corner -> looks.put(corner, Look.at(page.spot(corner))));
    int low = Integer.MAX_VALUE;
    int first = Integer.MAX_VALUE;
    int high = 0;
    int last = 0;
    for (var corner : corners) {
      Area area = page.area(corner);
      for (int row = area.first().row(); row <= area.last().row(); row++) {
        for (int column = area.first().column(); column <= area.last().column(); column++) {
          origins.put(new Position(row, column), corner);
        }
      }
      low = Math.min(low, area.first().row());
      high = Math.max(high, area.last().row());
      first = Math.min(first, area.first().column());
      last = Math.max(last, area.last().column());
    }
    this.top = low;
    this.bottom = high;
    this.left = first;
    this.right = last;
  }

  /** Returns the tables of a page, from above. */
  static List<Region> of(PrintedSheet page) {
    Set<Position> boxed = new LinkedHashSet<>();
    for (var at : page.order()) {
      if (page.spot(at).boxed()) {
        boxed.add(at);
      }
    }
    var byPlace = new HashMap<Position, Position>();
    for (var corner : boxed) {
      Area area = page.area(corner);
      for (int row = area.first().row(); row <= area.last().row(); row++) {
        for (int column = area.first().column(); column <= area.last().column(); column++) {
          byPlace.put(new Position(row, column), corner);
        }
      }
    }
    var regions = new ArrayList<Region>();
    var seen = new HashSet<Position>();
    for (var corner : boxed) {
      if (seen.contains(corner)) {
        continue;
      }
      var own = new LinkedHashSet<Position>();
      var open = new ArrayList<Position>(List.of(corner));
      while (!open.isEmpty()) {
        Position next = open.remove(open.size() - 1);
        if (seen.add(next)) {
          own.add(next);
          open.addAll(neighbours(page.area(next), byPlace));
        }
      }
      if (own.size() > 1) {
        regions.add(new Region(page, own));
      }
    }
    return regions;
  }

  private static Set<Position> neighbours(Area area, Map<Position, Position> byPlace) {
    var found = new LinkedHashSet<Position>();
    for (int row = area.first().row(); row <= area.last().row(); row++) {
      add(found, byPlace, row, area.first().column() - 1);
      add(found, byPlace, row, area.last().column() + 1);
    }
    for (int column = area.first().column(); column <= area.last().column(); column++) {
      add(found, byPlace, area.first().row() - 1, column);
      add(found, byPlace, area.last().row() + 1, column);
    }
    return found;
  }

  private static void add(
      Set<Position> found, Map<Position, Position> byPlace, int row, int column) {
    if (row >= 0 && column >= 0) {
      Position corner = byPlace.get(new Position(row, column));
      if (corner != null) {
        found.add(corner);
      }
    }
  }

  /**
   * Tells whether a cell is a line of text as wide as the table, above its first row of several
   * cells, or below its last and telling who filled it in.
   */
  boolean isBanner(Position corner) {
    Area area = area(corner);
    boolean wide = area.first().column() == left && area.last().column() == right;
    if (isHeadLine(corner.row())) {
      return true;
    }
    if (!isLabel(corner) || !wide && !isTitle(corner)) {
      return false;
    }
    boolean above = true;
    for (int row = top; row < corner.row(); row++) {
      above &= labels(row) < 2;
    }
    boolean below = true;
    for (int row = area.last().row() + 1; row <= bottom; row++) {
      below &= row(row).size() == 1;
    }
    return above || below && Lexicon.namesRole(words(corner));
  }

  /** Tells whether a row asks for nothing but who fills the form in, and has room behind each. */
  private boolean isHeadLine(int row) {
    return row(row).stream()
        .allMatch(
            cell ->
                cell.row() == row
                    && isLabel(cell)
                    && ROOM_BEHIND_COLON.matcher(words(cell)).matches()
                    && Lexicon.namesRole(words(cell)));
  }

  /** Tells whether a text that is not quite as wide as the table is its title all the same. */
  private boolean isTitle(Position corner) {
    Area area = area(corner);
    int width = area.last().column() - area.first().column() + 1;
    return 2 * width > right - left + 1
        && labels(corner.row()) == 1
        && TITLE.matcher(words(corner)).matches();
  }

  private long labels(int row) {
    return row(row).stream().filter(this::isLabel).count();
  }

  int top() {
    return top;
  }

  int bottom() {
    return bottom;
  }

  int left() {
    return left;
  }

  int right() {
    return right;
  }

  PrintedSheet page() {
    return page;
  }

  /** Returns the corner of the cell at a place; null where there is none. */
  @Nullable Position corner(int row, int column) {
    return row < 0 || column < 0 ? null : origins.get(new Position(row, column));
  }

  Spot spot(Position corner) {
    return page.spot(corner);
  }

  Area area(Position corner) {
    return page.area(corner);
  }

  boolean holds(Position corner) {
    return corners.contains(corner);
  }

  /** Tells whether somebody is to write into a cell, or a formula does. */
  boolean isBlank(@Nullable Position corner) {
    Look look = corner == null ? null : looks.get(corner);
    return look != null && look.blank();
  }

  /** Tells whether words are printed in a cell. */
  boolean isLabel(@Nullable Position corner) {
    Look look = corner == null ? null : looks.get(corner);
    return look != null && look.label();
  }

  /** Tells whether a cell is crossed out, by its look or by a sign. */
  boolean isNothing(@Nullable Position corner) {
    Look look = corner == null ? null : looks.get(corner);
    return look == null || look.nothing();
  }

  /** Returns the cells of a row from the left, those that began above among them. */
  List<Position> row(int row) {
    return rows.computeIfAbsent(row, this::cells);
  }

  private List<Position> cells(int row) {
    var cells = new LinkedHashSet<Position>();
    for (int column = left; column <= right; column++) {
      Position corner = corner(row, column);
      if (corner != null) {
        cells.add(corner);
      }
    }
    return List.copyOf(cells);
  }

  /** Returns how far the words of a cell are set in, in characters. */
  int indent(Position corner) {
    String text = spot(corner).text();
    int width = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      // A Chinese space is as wide as two others.
      width += text.charAt(i) == '\u3000' ? 2 : 1;
    }
    return width;
  }

  /** Returns the words of a cell on one line. */
  String words(Position corner) {
    return Objects.requireNonNull(looks.get(corner)).words();
  }
}
