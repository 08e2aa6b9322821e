package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Cell;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the tables of a text: their rows and cells, with those that are there several times. */
final class OdtTables {

  /** Nobody repeats a row of a text more often. */
  private static final int MOST_REPEATED = 1_000;

  private final XmlCursor xml;
  private final Styles styles;
  private final OdtPen pen;
  private final OdtContent inside;

  /** How many rows and cells there were. */
  private int cells;

  /** The columns of the table that is open that are so narrow that nobody sees what they hold. */
  private BitSet narrow = new BitSet();

  OdtTables(XmlCursor xml, Styles styles, OdtPen pen, OdtContent inside) {
    this.xml = xml;
    this.styles = styles;
    this.pen = pen;
    this.inside = inside;
  }

  /** Reads the current element, which is a table and is used up. */
  void read() throws Refusal {
    OdtAround outer = pen.around();
    boolean outerParagraph = pen.inParagraph(false);
    String style = xml.attribute(Odf.TABLE, "style-name");
    pen.enter(outer.paragraph(null).on(styles.ground("table", style)));
    pen.text().beginTable();
    BitSet outerNarrow = narrow;
    narrow = new BitSet();
    rows(new MergedCells(), 0);
    narrow = outerNarrow;
    pen.inParagraph(outerParagraph);
    pen.enter(outer);
  }

  /** Reads rows and columns, of which there were so many; returns how many there are now. */
  private int rows(MergedCells merged, int before) throws Refusal {
    int columns = before;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "table-column" -> columns = column(columns);
        case "table-columns", "table-header-columns", "table-column-group" ->
            columns = rows(merged, columns);
        case "table-row" -> row(merged);
        case "table-rows", "table-header-rows", "table-row-group" -> rows(merged, columns);
        case "shapes" -> inside.content();
        default -> xml.skip();
      }
    }
    return columns;
  }

  /** Reads columns that are alike; returns how many there are with them. */
  private int column(int before) throws Refusal {
    int last = Math.min(Limits.COLUMNS, before + count("number-columns-repeated"));
    String visible = xml.attribute(Odf.TABLE, "visibility");
    boolean collapsed = visible != null && !visible.equals("visible");
    Double width = styles.width(xml.attribute(Odf.TABLE, "style-name"));
    if (before < last && (collapsed || SheetSizes.hidesColumn(width))) {
      narrow.set(before, last);
    }
    xml.skip();
    return last;
  }

  private void row(MergedCells merged) throws Refusal {
    OdtAround outer = pen.around();
    int times = count("number-rows-repeated");
    if (times > MOST_REPEATED) {
      throw Refusal.of(TOO_LARGE);
    }
    String style = xml.attribute(Odf.TABLE, "style-name");
    String visible = xml.attribute(Odf.TABLE, "visibility");
    boolean collapsed = visible != null && !visible.equals("visible");
    pen.enter(
        outer.on(styles.ground("table-row", style)).unseen(collapsed || styles.squeezesRow(style)));
    pen.text().beginRow();
    merged.beginRow();
    Limits.checkListed(++cells);
    var again = new ArrayList<List<Cell.Text>>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "table-cell" -> cell(merged, false, again);
        case "covered-table-cell" -> cell(merged, true, again);
        default -> xml.skip();
      }
    }
    for (int i = 1; i < times; i++) {
      pen.text().beginRow();
      Limits.checkListed(++cells);
      for (var cell : again) {
        pen.text().addCell(cell);
        again(cell);
        Limits.checkListed(++cells);
      }
    }
    merged.repeatRow(times - 1);
    pen.enter(outer);
  }

  /**
   * Reads a cell.
   *
   * @param covered whether it goes on with another one
   * @param inRow what the cells of the row hold
   */
  private void cell(MergedCells merged, boolean covered, List<List<Cell.Text>> inRow)
      throws Refusal {
    OdtAround outer = pen.around();
    int times = count("number-columns-repeated");
    int columns = count("number-columns-spanned");
    int rows = count("number-rows-spanned");
    pen.enter(
        outer
            .on(styles.ground("table-cell", xml.attribute(Odf.TABLE, "style-name")))
            .unseen(covered || columns == 1 && narrow.get(merged.column())));
    List<Cell.Text> held = null;
    for (int i = 0; i < times; i++) {
      Limits.checkListed(++cells);
      if (covered && merged.covered() == MergedCells.Covered.BY_ONE_BEFORE) {
        continue;
      }
      if (!covered) {
        merged.cell(columns, rows);
      }
      if (held == null) {
        int before = pen.text().finished();
        pen.text().beginCell();
        inside.content();
        pen.text().endCell();
        held = pen.text().finishedSince(before);
      } else {
        pen.text().addCell(held);
        again(held);
      }
      inRow.add(held);
    }
    if (held == null) {
      xml.skip();
    }
    pen.enter(outer);
  }

  private void again(List<Cell.Text> paragraphs) throws Refusal {
    for (var paragraph : paragraphs) {
      pen.count(paragraph.value().length());
    }
  }

  private int count(String property) {
    String count = xml.attribute(Odf.TABLE, property);
    return count != null && count.matches("[0-9]{1,7}")
        ? Math.min(Math.max(Integer.parseInt(count), 1), Limits.ROWS)
        : 1;
  }
}
