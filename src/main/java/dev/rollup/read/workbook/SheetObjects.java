package dev.rollup.read.workbook;

import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.Coverage;
import dev.rollup.read.sheet.DrawnObject;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.read.zip.OpcPackage.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what lies over the cells of one sheet, and what is said about them. */
final class SheetObjects {

  private static final String COMMENTS = "comments";
  private static final String THREADS = "threadedComment";

  private final OpcPackage parts;
  private final List<Relationship> ofSheet;
  private final WorkbookParts encoding;
  private final Worksheet sheet;
  private final List<Note> notes = new ArrayList<>();

  private SheetObjects(
      OpcPackage parts, List<Relationship> ofSheet, WorkbookParts encoding, Worksheet sheet) {
    this.parts = parts;
    this.ofSheet = ofSheet;
    this.encoding = encoding;
    this.sheet = sheet;
  }

  /**
   * Marks the cells that something lies over.
   *
   * @param sheet has read its part
   * @return what stands in boxes, comments, headers and footers
   */
  static List<Note> read(
      OpcPackage parts, List<Relationship> ofSheet, WorkbookParts encoding, Worksheet sheet)
      throws Refusal {
    var objects = new SheetObjects(parts, ofSheet, encoding, sheet);
    if (sheet.sizes().isPresent()) {
      objects.readDrawn(sheet.sizes().get());
    }
    objects.readComments();
    for (var text : sheet.pageMargins()) {
      objects.notes.add(new Note(Note.Kind.PAGE_MARGIN, sheet.name(), null, text));
    }
    return objects.notes;
  }

  private void readDrawn(SheetSizes sizes) throws Refusal {
    Set<DrawnObject> drawn = new LinkedHashSet<>();
    byte[] drawing = part(sheet.drawing());
    if (drawing != null) {
      drawn.addAll(DrawingPart.read(drawing, sizes));
    }
    byte[] vml = part(sheet.legacyDrawing());
    // The older drawing has what the sheet lists, and says more about it.
    drawn.addAll(vml != null ? VmlPart.read(vml, sizes) : sheet.listed());
    if (drawn.isEmpty()) {
      return;
    }
    var coverage = new Coverage(sizes, sheet.merged(), sheet.used());
    for (var object : drawn) {
      Position holder = holder(object.holder());
      for (var at : coverage.of(object.box())) {
        if (!at.equals(holder)) {
          sheet.mark(at, Mark.DRAWN_OVER);
        }
      }
      if (!object.text().isBlank()) {
        var corner =
            new Position(sizes.rowAt(object.box().top()), sizes.columnAt(object.box().left()));
        notes.add(new Note(Note.Kind.BOX, sheet.name(), corner, object.text()));
      }
    }
  }

  /** Returns the part that an id leads to; null where it leads to none. */
  private byte @Nullable [] part(@Nullable String id) throws Refusal {
    for (var relationship : ofSheet) {
      if (relationship.id().equals(id) && !relationship.external()) {
        return parts.required(relationship.target());
      }
    }
    return null;
  }

  /** Returns the cell of this sheet that a control is linked to, or null. */
  private @Nullable Position holder(@Nullable String formula) {
    if (formula == null) {
      return null;
    }
    int mark = formula.lastIndexOf('!');
    String on = mark < 0 ? "" : formula.substring(0, mark).replace("'", "");
    boolean here = mark < 0 || on.toLowerCase(Locale.ROOT).equals(NamedCells.key(sheet.name()));
    long place = CellReference.parse(formula.substring(mark + 1).replace("$", ""));
    return here && place != CellReference.NONE ? CellReference.position(place) : null;
  }

  private void readComments() throws Refusal {
    var comments = new SheetComments(sheet.name());
    for (var relationship : ofSheet) {
      if (relationship.type().equals(THREADS) && !relationship.external()) {
        comments.readThreads(parts.required(relationship.target()));
      }
    }
    for (var relationship : ofSheet) {
      if (relationship.type().equals(COMMENTS) && !relationship.external()) {
        encoding.read(parts.required(relationship.target()), comments);
      }
    }
    notes.addAll(comments.notes());
  }
}
