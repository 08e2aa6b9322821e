package dev.rollup.read.xlsx;

import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.Comment;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said about cells: comments (ECMA-376 part 1, 18.7) and the conversations that newer
 * programs keep beside them (MS-XLSX 2.6.205).
 */
final class SheetComments {
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

  /** Reads the conversations; to be called before {@link #readComments}, which repeat them. */
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

  /** Reads the comments. */
  void readComments(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    var authors = new ArrayList<String>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "authors" -> {
          while (xml.toChild()) {
            authors.add(xml.text());
            Limits.checkListed(authors.size());
          }
        }
        case "commentList" -> readList(xml, authors);
        default -> xml.skip();
      }
    }
  }

  private void readList(XmlCursor xml, List<String> authors) throws Refusal {
    while (xml.toChild()) {
      Position cell = place(xml.attribute("ref"));
      String author = xml.attribute("authorId");
      while (xml.toChild()) {
        if (xml.name().equals("text")) {
          String text = RichText.read(xml).plain().value();
          if (!discussed.contains(cell)) {
            add(cell, withoutAuthor(text, author, authors));
          }
        } else {
          xml.skip();
        }
      }
    }
  }

  private static String withoutAuthor(String text, @Nullable String index, List<String> authors) {
    int author = XmlCursor.whole(index);
    return author < 0 || author >= authors.size()
        ? text
        : Comment.withoutAuthor(text, authors.get(author));
  }

  /** Returns the cell that something is said about; null where the file does not name one. */
  private static @Nullable Position place(@Nullable String reference) {
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
