package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Note;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.RunningText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code .rtf}, be it named {@code .doc}, as its twin in Word is read: the same places, the
 * same marks for what a person does not see. A file whose groups do not close was cut off.
 */
public final class RtfReader implements DocumentReader {

  /**
   * {@inheritDoc}
   *
   * <p>The only grid is a running text. Properties are the custom ones and {@code title}.
   *
   * @return instead of a value: {@code damaged-file}, {@code too-large}, {@code unsafe-content},
   *     {@code picture-only}
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      if (content.length > Limits.INFLATED_BYTES) {
        throw Refusal.of(TOO_LARGE);
      }
      return Outcome.of(document(RtfText.read(content)), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private static Document document(RtfText read) throws Refusal {
    StoryText main = StoryText.of(read.main());
    RunningText text = main.text();
    if (text.isBlank() && read.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
    var notes = new ArrayList<Note>();
    for (var kind : RtfStories.Beside.values()) {
      for (var note : read.notes()) {
        if (note.kind() == kind) {
          add(notes, note, main);
        }
      }
    }
    return new Document(List.of(text.grid()), text.tables(), notes, read.properties());
  }

  private static void add(List<Note> notes, RtfStories.Hanging note, StoryText main)
      throws Refusal {
    TextPlace place = main.place(note.from());
    place = place == null ? main.place(note.at()) : place;
    boolean onPages = note.kind() == RtfStories.Beside.MARGIN;
    if (place == null && !onPages) {
      // Nothing that is seen leads to it.
      return;
    }
    String said = StoryText.of(note.story()).text().lines();
    if (!said.isBlank()) {
      notes.add(new Note(kind(note.kind()), null, onPages ? null : place, said));
    }
  }

  private static Note.Kind kind(RtfStories.Beside kind) {
    return switch (kind) {
      case COMMENT -> Note.Kind.COMMENT;
      case FOOTNOTE, ENDNOTE -> Note.Kind.FOOTNOTE;
      case MARGIN -> Note.Kind.PAGE_MARGIN;
    };
  }
}
