package dev.rollup.read.page;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Rules.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that is drawn with lines: where its rows and columns begin and end, and which of their
 * meetings are one cell. A table that is open at its sides is closed where its lines end.
 */
final class Lattice {

  /** Lines that are nearer to each other than this are one, drawn twice. */
  private static final double SAME = 3;

  /** So near to each other lines meet. */
  private static final double MEET = 2.5;

  /** A side of which so much is drawn is there. */
  private static final double DRAWN = 0.5;

  /** No table is lower than two lines, or it is one of them with a frame. */
  private static final double LOW = 40;

  private static final int MOST_WORK = 30_000_000;

  private static final int MOST_CELLS = 400_000;

  /**
   * A cell and what it takes of rows and columns.
   *
   * @param row its first row, from 0
   * @param column its first column, from 0
   * @param endRow the row behind its last
   * @param endColumn the column behind its last
   * @param whole whether it is a rectangle, and not one of which a piece is missing
   */
  record Region(int row, int column, int endRow, int endColumn, boolean whole) {}

  private final double[] xs;
  private final double[] ys;
  private final int[][] regionOf;
  private final List<Region> regions = new ArrayList<>();

  private Lattice(double[] xs, double[] ys, List<Rule> across, List<Rule> down) throws Refusal {
    this.xs = xs;
    this.ys = ys;
    int rows = ys.length - 1;
    int columns = xs.length - 1;
    if ((long) rows * columns > MOST_CELLS) {
      throw Refusal.of(TOO_LARGE);
    }
    double[][] above = drawn(ys, xs, across);
    double[][] before = drawn(xs, ys, down);
    this.regionOf = new int[rows][columns];
    int[] parents = new int[rows * columns];
    Arrays.setAll(parents, i -> i);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int own = row * columns + column;
        if (column + 1 < columns && before[column + 1][row] < DRAWN) {
          union(parents, own, own + 1);
        }
        if (row + 1 < rows && above[row + 1][column] < DRAWN) {
          union(parents, own, own + columns);
        }
      }
    }
    collect(parents, rows, columns);
  }

  private static void union(int[] parents, int one, int other) {
    int a = root(parents, one);
    int b = root(parents, other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] parents, int of) {
    int root = of;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private void collect(int[] parents, int rows, int columns) {
    var bounds = new HashMap<Integer, int[]>();
    for (int i = 0; i < parents.length; i++) {
      int row = i / columns;
      int column = i % columns;
      int[] own =
          bounds.computeIfAbsent(
              root(parents, i), r -> new int[] {row, column, row + 1, column + 1, 0});
      own[1] = Math.min(own[1], column);
      own[2] = Math.max(own[2], row + 1);
      own[3] = Math.max(own[3], column + 1);
      own[4]++;
    }
    var numbers = new HashMap<Integer, Integer>();
    for (int i = 0; i < rows * columns; i++) {
      int root = root(parents, i);
      Integer number = numbers.get(root);
      if (number == null) {
        int[] own = java.util.Objects.requireNonNull(bounds.get(root));
        boolean whole = own[4] == (own[2] - own[0]) * (own[3] - own[1]);
        number = regions.size();
        numbers.put(root, number);
        regions.add(new Region(own[0], own[1], own[2], own[3], whole));
      }
      regionOf[i / columns][i % columns] = number;
    }
  }

  /** Returns how much of every side is drawn: by its level, then by its place along it. */
  private static double[][] drawn(double[] levels, double[] stops, List<Rule> rules) {
    double[][] drawn = new double[levels.length][stops.length - 1];
    for (var rule : rules) {
      for (int i = first(levels, rule.at() - SAME);
          i < levels.length && levels[i] <= rule.at() + SAME;
          i++) {
        for (int j = Math.max(0, first(stops, rule.from()) - 1);
            j + 1 < stops.length && stops[j] < rule.to();
            j++) {
          double shared = Math.min(rule.to(), stops[j + 1]) - Math.max(rule.from(), stops[j]);
          if (shared > 0) {
            drawn[i][j] += shared / (stops[j + 1] - stops[j]);
          }
        }
      }
    }
    return drawn;
  }

  private static int first(double[] sorted, double least) {
    int at = Arrays.binarySearch(sorted, least);
    return at < 0 ? -at - 1 : at;
  }

  /** Returns the tables that the lines of a page are, from above. */
  static List<Lattice> in(Rules rules) throws Refusal {
    List<Rule> across = rules.across();
    List<Rule> down = rules.down();
    if ((long) across.size() * down.size() > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
    int[] parents = new int[across.size() + down.size()];
    Arrays.setAll(parents, i -> i);
    for (int i = 0; i < across.size(); i++) {
      for (int j = 0; j < down.size(); j++) {
        if (meet(across.get(i), down.get(j))) {
          union(parents, i, across.size() + j);
        }
      }
    }
    Map<Integer, List<Rule>> acrossByTable = new HashMap<>();
    Map<Integer, List<Rule>> downByTable = new HashMap<>();
    for (int i = 0; i < parents.length; i++) {
      int table = root(parents, i);
      if (i < across.size()) {
        acrossByTable.computeIfAbsent(table, t -> new ArrayList<>()).add(across.get(i));
      } else {
        downByTable.computeIfAbsent(table, t -> new ArrayList<>()).add(down.get(i - across.size()));
      }
    }
    var tables = new ArrayList<Lattice>();
    for (var entry : acrossByTable.entrySet()) {
      List<Rule> own = downByTable.getOrDefault(entry.getKey(), List.of());
      if (entry.getValue().size() > 1 && !own.isEmpty()) {
        double[] xs = stops(own, entry.getValue());
        double[] ys = stops(entry.getValue(), own);
        if (xs.length > 1 && ys.length > 1) {
          tables.add(new Lattice(xs, ys, entry.getValue(), own));
        }
      }
    }
    return withoutFrames(tables);
  }

  private static boolean meet(Rule across, Rule down) {
    return down.at() >= across.from() - MEET
        && down.at() <= across.to() + MEET
        && across.at() >= down.from() - MEET
        && across.at() <= down.to() + MEET;
  }

  /** Returns where lines stand, and where those that cross them end. */
  private static double[] stops(List<Rule> rules, List<Rule> crossing) {
    double[] all = new double[rules.size() + 2];
    for (int i = 0; i < rules.size(); i++) {
      all[i] = rules.get(i).at();
    }
    all[rules.size()] = crossing.stream().mapToDouble(Rule::from).min().orElseThrow();
    all[rules.size() + 1] = crossing.stream().mapToDouble(Rule::to).max().orElseThrow();
    Arrays.sort(all);
    double[] stops = new double[all.length];
    int count = 0;
    for (double each : all) {
      if (count == 0 || each - stops[count - 1] > SAME) {
        stops[count++] = each;
      }
    }
    return Arrays.copyOf(stops, count);
  }

  /** A single box around other tables is the frame of a page, and a low one that of a word. */
  private static List<Lattice> withoutFrames(List<Lattice> all) {
    var tables = new ArrayList<Lattice>();
    for (var table : all) {
      boolean single = table.regions.size() == 1;
      boolean frame = single && table.box().height() < LOW;
      for (var other : all) {
        frame |=
            single && other != table && table.box().shared(other.box()) > other.box().area() / 2;
      }
      if (!frame) {
        tables.add(table);
      }
    }
    return tables;
  }

  /** Returns where its columns begin and end. */
  double[] xs() {
    return xs;
  }

  /** Returns where its rows begin and end. */
  double[] ys() {
    return ys;
  }

  /** Returns how many rows it has. */
  int rows() {
    return ys.length - 1;
  }

  /** Returns its cells in reading order. */
  List<Region> regions() {
    return regions;
  }

  Box box() {
    return new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
  }

  Box box(Region region) {
    return new Box(
        xs[region.column()], ys[region.row()], xs[region.endColumn()], ys[region.endRow()]);
  }

  /** Returns the row at a height. */
  int rowAt(double y) {
    return Math.min(Math.max(first(ys, y) - 1, 0), ys.length - 2);
  }

  /** Returns the number of the cell that a point is in, of those of {@link #regions()}. */
  int regionAt(double x, double y) {
    int column = Math.min(Math.max(first(xs, x) - 1, 0), xs.length - 2);
    return regionOf[rowAt(y)][column];
  }

  /** Tells whether a line goes through one of its cells from corner to corner. */
  boolean isDiagonal(Page.Line line) {
    Box box = line.box();
    Box cell = box(regions.get(regionAt(box.middle(), box.centre())));
    double far =
        Math.max(
            Math.max(Math.abs(box.left() - cell.left()), Math.abs(box.right() - cell.right())),
            Math.max(Math.abs(box.top() - cell.top()), Math.abs(box.bottom() - cell.bottom())));
    return far <= MEET;
  }

  /** Returns the numbers of the cells in a row, from the left. */
  int[] across(int row) {
    return Arrays.stream(regionOf[row]).distinct().toArray();
  }
}
