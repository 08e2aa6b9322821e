package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfStory.End;
import dev.rollup.read.rtf.RtfStory.Piece;
import dev.rollup.read.text.LineHeight;
import dev.rollup.read.text.RunningText;
import java.util.Set;

/** Writes what is seen into the story that is told, as it looks by the group that is open. */
final class RtfPen {

  static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  private final RtfGroups groups;
  private final RtfFonts fonts;
  private final RtfStyles styles;
  private RtfStory story;
  private int letters;

  /** How many pieces of text there were that look different, and of other things between them. */
  private int stretches;

  /**
   * One that writes.
   *
   * @param main the story that is told first
   */
  RtfPen(RtfGroups groups, RtfFonts fonts, RtfStyles styles, RtfStory main) {
    this.groups = groups;
    this.fonts = fonts;
    this.styles = styles;
    this.story = main;
  }

  /** Returns the story that is told. */
  RtfStory story() {
    return story;
  }

  /** Tells another story from now on. */
  void tell(RtfStory other) {
    story = other;
  }

  /** Returns how many letters were written. */
  int letters() {
    return letters;
  }

  /** Tells whether what comes is deleted or hidden. */
  boolean isGone() {
    return groups.current().deleted || groups.current().look.hidden();
  }

  /** Tells whether what comes is seen. */
  boolean isSeen() {
    return !isGone() && !story.fields().isCode();
  }

  /** Adds what is seen, if it is. */
  void append(String seen) throws Refusal {
    if (seen.isEmpty() || !isSeen()) {
      return;
    }
    letters += seen.length();
    if (letters > RtfCharacters.MOST) {
      throw Refusal.of(TOO_LARGE);
    }
    story.fields().result(seen);
    RtfGroup group = groups.current();
    if (story.add(seen, group.look, styles.doubts(group), fonts.name(group.font), Set.of())) {
      Limits.checkListed(++stretches);
    }
  }

  /** Adds to the code of a field; what is struck out or hidden there changes what it shows. */
  void appendCode(String code) {
    Set<Mark> marks = groups.current().look.marks(null);
    boolean certain = !isGone() && !marks.contains(Mark.STRUCK_OUT);
    story.fields().code(certain ? code : UNKNOWN);
  }

  /** Adds something between the letters. */
  void add(Piece piece) throws Refusal {
    Limits.checkListed(++stretches);
    story.add(piece);
  }

  /** Ends a paragraph, and a cell or a row of that many tables in each other. */
  void endParagraph(End end, int level) throws Refusal {
    RtfGroup group = groups.current();
    boolean squeezed =
        !group.lineFactor && LineHeight.squeezes(Math.abs(group.lineHeight), group.lineHeight < 0);
    story.end(end, level, isGone(), group.deleted, group.shading, squeezed);
  }

  /** Ends the paragraph that is open. */
  void endParagraph() throws Refusal {
    RtfGroup group = groups.current();
    boolean table = group.inTable || group.depth > 0;
    endParagraph(End.PARAGRAPH, table ? Math.max(1, group.depth) : 0);
  }

  /** Ends the paragraph that is open, unless nothing stands in it. */
  void endParagraphUnlessEmpty() throws Refusal {
    if (!story.isEmpty()) {
      endParagraph();
    }
  }
}
