package dev.rollup.read.word;

import dev.rollup.model.Note;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.word.DocAnchors.Anchor;
import dev.rollup.read.word.DocAnchors.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands beside the text of a {@code .doc}: comments, notes at the foot of a page or at
 * the end, and what is at the top and the foot of every page.
 */
final class DocNotes {

  /** Characters that steer a text, and the signs of notes. */
  private static final Pattern STEERED = Pattern.compile("[\\x00-\\x1F]+");

  /** Fields that the program fills in: pages, days, the name of the file. */
  private static final Pattern OF_PAGE =
      Pattern.compile(
          "\\x13[^\\x13-\\x15]*\\b(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|FILENAME)\\b"
              + "[^\\x13-\\x15]*(?:\\x14[^\\x15]*)?\\x15");

  private final Map<Kind, List<Anchor>> anchors = new EnumMap<>(Kind.class);
  private final List<Note> notes = new ArrayList<>();

  /** Finds what hangs where. */
  DocNotes(WordStream stream, byte[] tables) throws Refusal {
    for (var kind : Kind.values()) {
      anchors.put(kind, DocAnchors.read(stream, tables, kind));
    }
  }

  /** Returns all that leads from the main text to a note. */
  Set<Integer> anchors() {
    var all = new HashSet<Integer>();
    for (var ofKind : anchors.values()) {
      for (var anchor : ofKind) {
        all.add(anchor.start());
        all.add(anchor.sign());
      }
    }
    return all;
  }

  /** Returns them, with the places that they hang on, as far as these are seen in the text. */
  List<Note> read(HWPFDocument document, DocText text) {
    hanging(Note.Kind.COMMENT, Kind.COMMENT, document.getCommentsRange(), text);
    hanging(Note.Kind.FOOTNOTE, Kind.FOOTNOTE, document.getFootnoteRange(), text);
    hanging(Note.Kind.FOOTNOTE, Kind.ENDNOTE, document.getEndnoteRange(), text);
    Range margins = document.getHeaderStoryRange();
    for (int i = 0; i < margins.numParagraphs(); i++) {
      add(Note.Kind.PAGE_MARGIN, null, List.of(seen(margins, i)));
    }
    return notes;
  }

  private void hanging(Note.Kind kind, Kind where, Range all, DocText text) {
    int paragraph = 0;
    for (var anchor : anchors.getOrDefault(where, List.of())) {
      int end = all.getStartOffset() + anchor.to();
      var lines = new ArrayList<String>();
      while (paragraph < all.numParagraphs()
          && all.getParagraph(paragraph).getStartOffset() < end) {
        lines.add(seen(all, paragraph));
        paragraph++;
      }
      TextPlace start = text.place(anchor.start());
      add(kind, start == null ? text.place(anchor.sign()) : start, lines);
    }
    // What nothing leads to is named all the same; of a story without a letter POI tells one
    // paragraph, that of the story behind it.
    boolean empty = all.getStartOffset() >= all.getEndOffset();
    for (; !empty && paragraph < all.numParagraphs(); paragraph++) {
      add(kind, null, List.of(seen(all, paragraph)));
    }
  }

  private void add(Note.Kind kind, @Nullable TextPlace place, List<String> lines) {
    String text = String.join("\n", lines).strip();
    if (!text.isEmpty()) {
      notes.add(new Note(kind, null, place, text));
    }
  }

  private static String seen(Range range, int paragraph) {
    String text = OF_PAGE.matcher(range.getParagraph(paragraph).text()).replaceAll("");
    return STEERED.matcher(Range.stripFields(text)).replaceAll(" ").strip();
  }
}
