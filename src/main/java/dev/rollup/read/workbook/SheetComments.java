package dev.rollup.read.workbook;

import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.Comment;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said about the cells of a sheet: comments, and the conversations that newer programs keep
 * beside them (MS-XLSX 2.6.205), in XML in every workbook.
 */
public final class SheetComments {
  private final String sheet;
  private final List<Note> notes = new ArrayList<>();

  /** The cells that there is a conversation about. */
  private final Set<@Nullable Position> discussed = new HashSet<>();

  SheetComments(String sheet) {
    this.sheet = sheet;
  }

  /** Returns what was read so far. */
  List<Note> notes() {
    return notes;
  }

  /** Reads the conversations; to be called before comments are added, which repeat them. */
  void readThreads(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    while (xml.toChild()) {
      Position cell = place(xml.attribute("ref"));
      while (xml.toChild()) {
        if (xml.name().equals("text")) {
          add(cell, xml.text());
          discussed.add(cell);
        } else {
          xml.skip();
        }
      }
    }
  }

  /**
   * Adds a comment, unless a conversation says the same.
   *
   * @param cell null where the file does not name one
   * @param author the name that programs put before what is said; empty where it is not known
   */
  public void add(@Nullable Position cell, String text, String author) throws Refusal {
    if (!discussed.contains(cell)) {
      add(cell, Comment.withoutAuthor(text, author));
    }
  }

  /** Returns the cell that something is said about; null where the file does not name one. */
  public static @Nullable Position place(@Nullable String reference) {
    long place = reference == null ? CellReference.NONE : CellReference.parse(reference);
    return place == CellReference.NONE
        ? null
        : new Position(CellReference.row(place), CellReference.column(place));
  }

  private void add(@Nullable Position cell, String text) throws Refusal {
    if (!text.isBlank()) {
      notes.add(new Note(Note.Kind.COMMENT, sheet, cell, text.strip()));
      Limits.checkListed(notes.size());
    }
  }
}
