package dev.rollup.read.page;

import dev.rollup.model.Address;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Lattice.Region;
import dev.rollup.read.page.Page.Remark;
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

/** Makes a running text of pages, as the text in a word processor that they were printed from. */
final class PagesText {

  private record Placed(Box box, Address place) {}

  private final RunningText text = new RunningText();
  private final List<Note> notes = new ArrayList<>();

  private final List<Part> parts;

  /** How many rows at the top of each page were told with the page before. */
  private final int[] told;

  private PagesText(List<Part> parts) {
    this.parts = parts;
    this.told = new int[parts.size()];
  }

  static PagesText of(Sequence pages) throws Refusal {
    var made = new PagesText(pages.parts());
    for (int i = 0; i < made.parts.size(); i++) {
      made.put(i);
    }
    return made;
  }

  Grid grid() throws Refusal {
    return text.grid();
  }

  List<Grid> tables() throws Refusal {
    return text.tables();
  }

  List<Note> notes() {
    return notes;
  }

  private void put(int at) throws Refusal {
    Part part = parts.get(at);
    var places = new ArrayList<Placed>();
    var lines = new ArrayList<TextLine>();
    boolean first = true;
    for (var block : part.blocks()) {
      if (block instanceof Line line) {
        lines.add(line.text());
      } else if (block instanceof Table table) {
        put(lines, part, places);
        boolean continues = first && part.continues();
        if (!continues) {
          text.beginTable();
        }
        boolean last = table.equals(part.blocks().get(part.blocks().size() - 1));
        put(table, continues ? part.heads() + told[at] : 0, last ? at : -1, places);
      }
      first = false;
    }
    put(lines, part, places);
    for (var remark : part.layout().remarks()) {
      notes.add(new Note(remark.kind(), null, place(remark, places), remark.text()));
    }
  }

  private static @Nullable Address place(Remark remark, List<Placed> places) {
    return places.stream()
        .filter(each -> each.box().contains(remark.box().middle(), remark.box().centre()))
        .findFirst()
        .map(Placed::place)
        .orElse(null);
  }

  private void put(List<TextLine> lines, Part part, List<Placed> places) throws Refusal {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (Block block : part.layout().blocks()) {
      left = Math.min(left, block.box().left());
      right = Math.max(right, block.box().right());
    }
    // Right and left of what is written mostly the same is left free.
    double room = Math.max(right, part.layout().page().width() - left);
    for (var paragraph : Paragraphs.of(lines, left, room)) {
      places.add(new Placed(paragraph.box(), text.place()));
      text.append(paragraph.text());
      text.endParagraph();
    }
    lines.clear();
  }

  /**
   * A cell that goes on with one above it is a cell, as it is in Word, and what stands beside a row
   * is one more.
   *
   * @param from the first row that was not told yet
   * @param ending the page that ends with this table, -1 where none does
   */
  private void put(Table table, int from, int ending, List<Placed> places) throws Refusal {
    Lattice lattice = table.lattice();
    for (int row = from; row < lattice.rows(); row++) {
      List<List<Paragraph>> cells = BrokenRow.cells(table, row);
      if (ending >= 0 && row == lattice.rows() - 1) {
        BrokenRow whole = BrokenRow.of(parts, ending, table, row);
        Arrays.fill(told, ending + 1, ending + 1 + whole.pages(), 1);
        cells = whole.cells();
      }
      text.beginRow();
      int[] across = lattice.across(row);
      for (int i = 0; i < across.length; i++) {
        Region region = lattice.regions().get(across[i]);
        text.beginCell();
        if (region.row() == row) {
          places.add(new Placed(lattice.box(region), text.place()));
        }
        for (Paragraph paragraph : cells.get(i)) {
          text.append(paragraph.text());
          text.endParagraph();
        }
        text.endCell();
      }
      for (var beside : table.beside()) {
        if (beside.row() == row) {
          text.beginCell();
          text.append(beside.text().text());
          text.endCell();
        }
      }
    }
  }
}
