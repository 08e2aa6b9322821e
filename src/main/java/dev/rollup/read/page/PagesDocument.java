package dev.rollup.read.page;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a document of drawn pages. */
public final class PagesDocument {

  /** Where one letter in so many says nothing, the others say nothing that is certain. */
  private static final int UNMAPPED = 4;

  /** What pages are taken for: nothing on them tells what they were printed from. */
  public enum As {
    /** A sheet, as a spreadsheet program shows it. */
    SHEET,
    /** Several sheets of one workbook. */
    SHEETS,
    /** A text, as a word processor shows it. */
    TEXT
  }

  private PagesDocument() {}

  /**
   * Returns what stands on pages.
   *
   * @param pages in their order
   * @param as what they are taken for
   * @param properties what the file says about itself
   * @throws Refusal {@code unmapped-text} where nobody can tell what most letters are
   */
  public static Document of(List<Page> pages, As as, Map<String, String> properties)
      throws Refusal {
    var layouts = new ArrayList<PageLayout>();
    int letters = 0;
    int unknown = 0;
    for (var page : pages) {
      Page upright = page.upright();
      Visibility sight = Visibility.of(upright);
      for (var glyph : sight.glyphs()) {
        letters += glyph.isBlank() ? 0 : 1;
        unknown += glyph.isUnknown() ? 1 : 0;
      }
      layouts.add(PageLayout.of(upright, sight));
    }
    if (unknown * UNMAPPED > letters) {
      throw Refusal.of(FindingCode.UNMAPPED_TEXT);
    }
    Sequence sequence = Sequence.of(layouts);
    var notes = new ArrayList<Note>();
    sequence.margins().stream()
        .filter(said -> !said.isBlank())
        .forEach(said -> notes.add(new Note(Note.Kind.PAGE_MARGIN, null, null, said)));
    if (as == As.TEXT) {
      PagesText text = PagesText.of(sequence);
      notes.addAll(text.notes());
      return new Document(List.of(text.grid()), text.tables(), notes, properties);
    }
    var grids = new ArrayList<Grid>();
    for (var sheet : PagesSheet.of(sequence, as == As.SHEETS)) {
      grids.add(sheet.grid());
      notes.addAll(sheet.notes());
    }
    return new Document(grids, notes, properties);
  }
}
