package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfRow.Shading;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.LetterLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text of its own: that of the file, of a box, a note, a margin. Paragraphs say how deep in
 * tables they stand, and where a cell or a row ends; what a row says may come after its cells.
 */
final class RtfStory {

  /** How a paragraph ends. */
  enum End {
    PARAGRAPH,
    CELL,
    ROW
  }

  /** What a paragraph holds. */
  sealed interface Piece {}

  /**
   * Letters that look the same.
   *
   * @param doubts what a style says that may hold for them, too; null where nothing does
   */
  record Letters(
      StringBuilder text,
      LetterLook look,
      @Nullable LetterLook doubts,
      @Nullable String font,
      Set<Mark> marks)
      implements Piece {}

  /** A box that hangs here. */
  record Box(RtfStory story) implements Piece {}

  /** Something that is drawn over the page, and hangs here. */
  record Floating() implements Piece {}

  /** The place of a note. */
  record Anchor(String name) implements Piece {}

  /**
   * A paragraph.
   *
   * @param level in how many tables it stands
   * @param gone whether its end is not seen, so that the next one joins it
   * @param deleted whether its end was deleted
   * @param row what the row says that it ends; null where it ends none
   */
  record Paragraph(
      List<Piece> pieces,
      int level,
      End end,
      boolean gone,
      boolean deleted,
      Shading shading,
      boolean squeezed,
      @Nullable RtfRow row) {}

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final FieldCodes fields;
  private List<Piece> pieces = new ArrayList<>();
  private RtfRow row = new RtfRow();
  private RtfRow nestedRow = new RtfRow();

  RtfStory(FieldCodes fields) {
    this.fields = fields;
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  FieldCodes fields() {
    return fields;
  }

  /** Takes a control word about the row that is described; returns whether it is one. */
  boolean takesRow(RtfTokens word, RtfColours colours, boolean nested) throws Refusal {
    if (!word.word().equals("trowd")) {
      return row(nested).takes(word, colours);
    }
    if (nested) {
      nestedRow = new RtfRow();
    } else {
      row = new RtfRow();
    }
    return true;
  }

  private RtfRow row(boolean nested) {
    return nested ? nestedRow : row;
  }

  /** Tells whether nothing stands in the paragraph that is open. */
  boolean isEmpty() {
    return pieces.isEmpty();
  }

  void add(Piece piece) throws Refusal {
    pieces.add(piece);
    Limits.checkListed(pieces.size());
  }

  /**
   * Adds letters.
   *
   * @param marks what is the matter with all that surrounds them
   * @return whether they look other than what stands before them
   */
  boolean add(
      String text,
      LetterLook look,
      @Nullable LetterLook doubts,
      @Nullable String font,
      Set<Mark> marks)
      throws Refusal {
    if (!pieces.isEmpty()
        && pieces.get(pieces.size() - 1) instanceof Letters last
        && last.look() == look
        && last.doubts() == doubts
        && Objects.equals(last.font(), font)
        && last.marks().equals(marks)) {
      last.text().append(text);
      return false;
    }
    add(new Letters(new StringBuilder(text), look, doubts, font, marks));
    return true;
  }

  void end(End end, int level, boolean gone, boolean deleted, Shading shading, boolean squeezed)
      throws Refusal {
    RtfRow ended = end == End.ROW ? row(level > 1) : null;
    paragraphs.add(new Paragraph(pieces, level, end, gone, deleted, shading, squeezed, ended));
    pieces = new ArrayList<>();
    if (paragraphs.size() > Limits.CELLS) {
      throw Refusal.of(TOO_LARGE);
    }
  }
}
