package dev.rollup.read.page;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Document;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a document of drawn pages. */
public final class PagesDocument {

  /** Where one letter in so many says nothing, the others say nothing that is certain. */
  private static final int UNMAPPED = 4;

  private PagesDocument() {}

  /**
   * Returns what stands on pages.
   *
   * @param pages in their order
   * @throws Refusal {@code unmapped-text} where nobody can tell what most letters are
   */
  public static Document of(List<Page> pages, Map<String, String> properties) throws Refusal {
    var layouts = new ArrayList<Layout>();
    int letters = 0;
    int unknown = 0;
    for (var page : pages) {
      Page upright = page.upright();
      Sight sight = Sight.of(upright);
      for (var glyph : sight.glyphs()) {
        letters += glyph.isBlank() ? 0 : 1;
        unknown += glyph.isUnknown() ? 1 : 0;
      }
      layouts.add(Layout.of(upright, sight));
    }
    if (unknown * UNMAPPED > letters) {
      throw Refusal.of(FindingCode.UNMAPPED_TEXT);
    }
    PagesText text = PagesText.of(Sequence.of(layouts));
    return new Document(List.of(text.grid()), text.tables(), text.notes(), properties);
  }
}
