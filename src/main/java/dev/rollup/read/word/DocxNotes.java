package dev.rollup.read.word;

import dev.rollup.model.Note;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.read.zip.OpcPackage.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands beside the text: comments, notes at the foot of a page or at the end, and what
 * is at the top and the foot of every page. What nothing in the text leads to is not shown.
 */
final class DocxNotes {

  private final OpcPackage parts;
  private final List<Relationship> ofMain;
  private final WordStyles styles;
  private final StoredData stored;
  private final List<Note> notes = new ArrayList<>();

  private DocxNotes(
      OpcPackage parts, List<Relationship> ofMain, WordStyles styles, StoredData stored) {
    this.parts = parts;
    this.ofMain = ofMain;
    this.styles = styles;
    this.stored = stored;
  }

  /**
   * Reads them.
   *
   * @param main the text, which tells what leads to each of them
   */
  static List<Note> read(
      OpcPackage parts,
      List<Relationship> ofMain,
      WordStyles styles,
      StoredData stored,
      DocxText main)
      throws Refusal {
    var read = new DocxNotes(parts, ofMain, styles, stored);
    read.listed("comment", Note.Kind.COMMENT, main.places());
    read.listed("footnote", Note.Kind.FOOTNOTE, main.places());
    read.listed("endnote", Note.Kind.FOOTNOTE, main.places());
    read.margins(main.margins());
    return read.notes;
  }

  private void listed(String name, Note.Kind kind, Map<String, TextPlace> places) throws Refusal {
    Relationship relationship = OpcPackage.first(ofMain, name + "s");
    if (relationship == null) {
      return;
    }
    byte[] part = parts.read(relationship.target());
    if (part == null) {
      return;
    }
    for (var note : DocxText.readBeside(part, styles, stored).entrySet()) {
      TextPlace place = places.get(name + " " + note.getKey());
      if (place != null) {
        add(kind, place, note.getValue());
      }
    }
  }

  private void margins(Set<String> ids) throws Refusal {
    for (var relationship : ofMain) {
      if (ids.contains(relationship.id()) && !relationship.external()) {
        byte[] part = parts.read(relationship.target());
        if (part != null) {
          for (String text : DocxText.readBeside(part, styles, stored).values()) {
            add(Note.Kind.PAGE_MARGIN, null, text);
          }
        }
      }
    }
  }

  private void add(Note.Kind kind, @Nullable TextPlace place, String text) {
    if (!text.isBlank()) {
      notes.add(new Note(kind, null, place, text));
    }
  }
}
