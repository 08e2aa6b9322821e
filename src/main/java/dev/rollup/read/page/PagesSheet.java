package dev.rollup.read.page;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Lattice.Region;
import dev.rollup.read.page.PageLayout.Block;
import dev.rollup.read.page.PageLayout.Line;
import dev.rollup.read.page.PageLayout.Table;
import dev.rollup.read.page.Paragraphs.Paragraph;
import dev.rollup.read.page.Sequence.Part;
import dev.rollup.read.text.RunningText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes sheets of pages, as the workbook that they were printed from: what stands below each other
 * is in one column, whichever table it is in.
 */
final class PagesSheet {

  /** Sides that are nearer to each other than this are one. */
  private static final double SAME = 3;

  private final @Nullable String name;
  private final Grid.Builder grid;
  private final double[] columns;
  private final List<Note> notes = new ArrayList<>();
  private int rows;
  private int merged;

  private PagesSheet(List<Part> parts, @Nullable String name) throws Refusal {
    this.name = name;
    this.grid = Grid.builder(name);
    this.columns = columns(parts);
    for (var part : parts) {
      put(part);
    }
  }

  /**
   * Returns the sheets that pages are.
   *
   * @param several whether a page on which no table goes on begins another sheet
   */
  static List<PagesSheet> of(Sequence pages, boolean several) throws Refusal {
    List<List<Part>> groups = new ArrayList<>();
    for (var part : pages.parts()) {
      boolean more = part.continues() || !several && part.flows();
      if (groups.isEmpty() || !more) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(part);
    }
    var sheets = new ArrayList<PagesSheet>();
    for (var group : groups) {
      // Of several sheets each is known by its first page.
      String name = groups.size() == 1 ? null : "p" + group.get(0).layout().page().number();
      sheets.add(new PagesSheet(group, name));
    }
    return sheets;
  }

  Grid grid() {
    return grid.build();
  }

  List<Note> notes() {
    return notes;
  }

  // --- columns

  private static double[] columns(List<Part> parts) {
    var stops = new ArrayList<Double>();
    for (var part : parts) {
      for (var block : part.blocks()) {
        if (block instanceof Table table) {
          Arrays.stream(table.lattice().xs()).forEach(stops::add);
          table.beside().stream()
              .map(beside -> beside.text().box().left())
              .filter(left -> left < table.box().left())
              .forEach(stops::add);
        }
      }
    }
    return distinct(stops);
  }

  private static double[] distinct(List<Double> stops) {
    double[] sorted = stops.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    var distinct = new ArrayList<Double>();
    for (double stop : sorted) {
      if (distinct.isEmpty() || stop - distinct.get(distinct.size() - 1) > SAME) {
        distinct.add(stop);
      }
    }
    return distinct.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns which stop a side stands at. */
  private static int at(double[] stops, double side) {
    int nearest = 0;
    for (int i = 1; i < stops.length; i++) {
      if (Math.abs(stops[i] - side) < Math.abs(stops[nearest] - side)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** Returns the column that something outside tables stands in; what is left of all is in it. */
  private int column(double x) {
    int column = 0;
    while (column + 1 < columns.length && columns[column + 1] <= x) {
      column++;
    }
    return column;
  }

  // --- rows

  private void put(Part part) throws Refusal {
    int from = rows;
    List<Block> blocks = part.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Line line) {
        put(line);
      } else {
        var beside = new ArrayList<Table>();
        double bottom = blocks.get(i).box().bottom();
        while (i < blocks.size()
            && blocks.get(i) instanceof Table table
            && (beside.isEmpty() || table.box().top() < bottom - SAME)) {
          beside.add(table);
          bottom = Math.max(bottom, table.box().bottom());
          i++;
        }
        i--;
        put(beside, from == rows && part.continues() ? part.heads() : 0);
      }
      Limits.checkListed(rows);
    }
    for (var remark : part.layout().remarks()) {
      notes.add(new Note(remark.kind(), name, null, remark.text()));
    }
  }

  private void put(Line line) throws Refusal {
    for (var piece : line.text().pieces(columns)) {
      put(new Position(rows, column(piece.box().left() + 1)), piece.text());
    }
    rows++;
  }

  /** Puts down tables that stand beside each other: their rows are those of one sheet. */
  private void put(List<Table> tables, int heads) throws Refusal {
    var sides = new ArrayList<Double>();
    tables.forEach(table -> Arrays.stream(table.lattice().ys()).forEach(sides::add));
    double[] stops = distinct(sides);
    for (var table : tables) {
      Lattice lattice = table.lattice();
      for (int i = 0; i < lattice.regions().size(); i++) {
        Region region = lattice.regions().get(i);
        if (region.row() < heads) {
          continue;
        }
        Box box = lattice.box(region);
        var first = new Position(row(stops, box.top(), heads), at(columns, box.left()));
        var last =
            new Position(
                row(stops, box.bottom(), heads) - 1,
                Math.max(first.column(), at(columns, box.right()) - 1));
        put(first, joined(table.texts().get(i)));
        if (region.whole() && !last.equals(first) && last.row() >= first.row()) {
          Limits.checkListed(++merged);
          grid.merge(new Area(first, last));
        }
      }
    }
    for (var table : tables) {
      for (var beside : table.beside()) {
        if (beside.row() >= heads) {
          int row = row(stops, table.lattice().ys()[beside.row()], heads);
          put(new Position(row, column(beside.text().box().left())), beside.text().text());
        }
      }
    }
    rows += stops.length - 1 - heads;
  }

  private int row(double[] stops, double side, int heads) {
    return rows + at(stops, side) - heads;
  }

  private static Cell.Text joined(List<Paragraph> paragraphs) {
    var text = new StringBuilder();
    var spans = new ArrayList<Span>();
    for (var paragraph : paragraphs) {
      text.append(text.length() == 0 ? "" : "\n");
      int from = text.length();
      text.append(paragraph.text().value());
      paragraph.text().spans().stream()
          .map(span -> new Span(from + span.from(), from + span.to(), span.mark()))
          .forEach(spans::add);
    }
    return new Cell.Text(text.toString(), spans);
  }

  /** What is drawn in a cell lies over it, and is no letter of its text. */
  private void put(Position at, Cell.Text text) throws Refusal {
    String said = text.value();
    if (said.indexOf(RunningText.UNKNOWN) >= 0) {
      grid.mark(at, Mark.DRAWN_OVER);
      said = said.replace(RunningText.UNKNOWN, ' ');
    }
    if (!said.isBlank()) {
      grid.put(at.row(), at.column(), new Cell.Text(said, text.spans()));
      if (grid.size() > Limits.CELLS) {
        throw Refusal.of(TOO_LARGE);
      }
    }
  }
}
