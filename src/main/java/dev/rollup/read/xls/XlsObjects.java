package dev.rollup.read.xls;

import dev.rollup.model.Area;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.Coverage;
import dev.rollup.read.sheet.DrawnObject.Box;
import dev.rollup.read.sheet.SheetSizes;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.jspecify.annotations.Nullable;

/** What lies over the cells of a sheet of a {@code .xls}, and what hangs on them. */
final class XlsObjects {

  /** A column has so many parts, and a row. */
  private static final int PARTS_OF_COLUMN = 1024;

  private static final int PARTS_OF_ROW = 256;

  private final HSSFSheet sheet;
  private final SheetSizes sizes = new SheetSizes();
  private final List<Note> notes = new ArrayList<>();

  XlsObjects(HSSFSheet sheet) {
    this.sheet = sheet;
  }

  /** Marks the cells that are covered, and returns what is written beside the cells. */
  List<Note> read(Grid.Builder grid, List<Area> merged, Area used) throws Refusal {
    HSSFPatriarch drawing = sheet.getDrawingPatriarch();
    if (drawing != null && !drawing.getChildren().isEmpty()) {
      measure();
      var coverage = new Coverage(sizes, merged, used);
      for (var shape : drawing.getChildren()) {
        read(shape, grid, coverage);
      }
    }
    sheet
        .getCellComments()
        .forEach(
            (at, comment) ->
                note(Note.Kind.COMMENT, new Position(at.getRow(), at.getColumn()), text(comment)));
    margin(sheet.getHeader());
    margin(sheet.getFooter());
    return notes;
  }

  private void measure() {
    for (int column = 0; column < Limits.COLUMNS && column < 256; column++) {
      sizes.setWidth(column, column, sheet.getColumnWidth(column) / 256.0);
    }
    sizes.setDefaults(null, (double) sheet.getDefaultRowHeightInPoints());
    for (var row : sheet) {
      sizes.setHeight(row.getRowNum(), row.getZeroHeight() ? 0 : row.getHeightInPoints());
    }
  }

  private void read(HSSFShape shape, Grid.Builder grid, Coverage coverage) throws Refusal {
    boolean cellsOwn = shape instanceof HSSFComment || isDropDown(shape);
    if (cellsOwn || !(shape.getAnchor() instanceof HSSFClientAnchor anchor)) {
      return;
    }
    for (var at : coverage.of(box(anchor))) {
      grid.mark(at, Mark.DRAWN_OVER);
    }
    var place = new Position(anchor.getRow1(), Math.max(0, anchor.getCol1()));
    note(Note.Kind.BOX, place, textOf(shape));
  }

  /** The arrows of filters and of lists to choose from are drawn by the program. */
  private static boolean isDropDown(HSSFShape shape) {
    return shape instanceof HSSFSimpleShape simple
        && simple.getShapeType() == HSSFSimpleShape.OBJECT_TYPE_COMBO_BOX;
  }

  private Box box(HSSFClientAnchor anchor) {
    return new Box(
        x(anchor.getCol1(), anchor.getDx1()),
        y(anchor.getRow1(), anchor.getDy1()),
        x(anchor.getCol2(), anchor.getDx2()),
        y(anchor.getRow2(), anchor.getDy2()));
  }

  private long x(int column, int part) {
    long left = sizes.left(column);
    return left + (sizes.left(column + 1) - left) * part / PARTS_OF_COLUMN;
  }

  private long y(int row, int part) {
    long top = sizes.top(row);
    return top + (sizes.top(row + 1) - top) * part / PARTS_OF_ROW;
  }

  private static String textOf(HSSFShape shape) {
    if (shape instanceof HSSFShapeGroup group) {
      var texts = new ArrayList<String>();
      group.getChildren().forEach(child -> texts.add(textOf(child)));
      return String.join("\n", texts).strip();
    }
    return shape instanceof HSSFSimpleShape simple ? text(simple) : "";
  }

  private static String text(HSSFSimpleShape shape) {
    try {
      String text = shape.getString().getString();
      return text == null ? "" : text;
    } catch (NullPointerException e) {
      // A shape that cannot hold a text is asked for its record of one, and cannot say so.
      return "";
    }
  }

  private void margin(org.apache.poi.ss.usermodel.HeaderFooter margin) {
    for (String part : List.of(margin.getLeft(), margin.getCenter(), margin.getRight())) {
      note(
          Note.Kind.PAGE_MARGIN,
          null,
          org.apache.poi.hssf.usermodel.HeaderFooter.stripFields(part));
    }
  }

  private void note(Note.Kind kind, @Nullable Position place, String text) {
    if (!text.isBlank()) {
      notes.add(new Note(kind, sheet.getSheetName(), place, text));
    }
  }
}
