package dev.rollup.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that a person sees beside the cells or paragraphs of a document, and that belongs to none
 * of them.
 *
 * @param kind what it is
 * @param sheet the sheet that it stands on; null where the format has no sheets
 * @param place the cell or paragraph that it hangs on, as {@link Grid#place} names it; null where
 *     it hangs on none
 * @param text what it says, without any formatting; never blank
 */
public record Note(Kind kind, @Nullable String sheet, @Nullable Address place, String text) {

  /** What a note is. */
  public enum Kind {
    /** Said about a cell or a stretch of text, in the margin. */
    COMMENT,
    /** At the foot of the page or the end of the text, by a number. */
    FOOTNOTE,
    /** At the top or the foot of every page. */
    PAGE_MARGIN,
    /** In a box that floats over the cells. */
    BOX
  }

  /** Refuses null, but for the places. */
  public Note {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }
}
