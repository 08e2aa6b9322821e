package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Mark;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes into the running text, as it looks by what surrounds it, or into the code of
 * the field that is open.
 */
final class OdtPen {

  static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  /** More letters than any text has in which a form stands. */
  private static final int MOST_LETTERS = 5_000_000;

  private static final char SOFT_HYPHEN = '\u00AD';

  private final Styles styles;
  private final OdtDeletions deletions;
  private final RunningText text = new RunningText();

  private OdtAround around = OdtAround.PAGE;
  private OdtFields fields = new OdtFields();
  private boolean inParagraph;

  /** Whether white space that comes says nothing. */
  private boolean blankBefore = true;

  /** What was not added to the text yet, and how it looks. */
  private final StringBuilder run = new StringBuilder();

  private Set<Mark> marksOfRun = Set.of();

  /** How many letters there were. */
  private int letters;

  private final Map<OdtAround, TextLook> looks = new HashMap<>();
  private @Nullable TextLook look;
  private @Nullable OdtAround lookIn;

  OdtPen(Styles styles, OdtDeletions deletions) {
    this.styles = styles;
    this.deletions = deletions;
  }

  /** Returns the text, with all that was written. */
  RunningText text() {
    finishRun();
    return text;
  }

  /** Returns the place of what is written now. */
  TextPlace place() {
    return text.place();
  }

  OdtAround around() {
    return around;
  }

  /** Writes inside something else from now on. */
  void enter(OdtAround inside) {
    around = inside;
  }

  OdtFields fields() {
    return fields;
  }

  boolean isInParagraph() {
    return inParagraph;
  }

  /** Writes in a paragraph or between paragraphs from now on; returns how it was before. */
  boolean inParagraph(boolean now) {
    boolean before = inParagraph;
    inParagraph = now;
    return before;
  }

  /** Takes white space that comes for none, as where a paragraph begins or ends. */
  void beginLine() {
    blankBefore = true;
  }

  /** What is outside a box. */
  record Outside(OdtAround around, OdtFields fields, boolean inParagraph, boolean blankBefore) {}

  /** Begins a box, which has fields and colours of its own. */
  Outside beginBox() throws Refusal {
    finishRun();
    var outside = new Outside(around, fields, inParagraph, blankBefore);
    if (inParagraph) {
      text.beginBox();
    } else {
      text.beginLooseBox();
    }
    around = around.inBox();
    fields = new OdtFields();
    inParagraph = false;
    blankBefore = true;
    return outside;
  }

  void endBox(Outside outside) throws Refusal {
    finishRun();
    text.endBox();
    leave(outside);
  }

  void endBoxUnlessBlank(Outside outside) throws Refusal {
    finishRun();
    text.endBoxUnlessBlank();
    leave(outside);
  }

  private void leave(Outside outside) {
    around = outside.around();
    fields = outside.fields();
    inParagraph = outside.inParagraph();
    blankBefore = outside.blankBefore();
  }

  /** Returns how much stands in the paragraph that is open. */
  int length() {
    return text.length() + run.length();
  }

  /** Writes a character that stands for itself, as blanks and line ends do that have elements. */
  void character(String character) {
    append(character);
    blankBefore = false;
  }

  /**
   * Writes text of the file. White space is one blank, however much of it there is (OpenDocument
   * 1.3 part 3, 6.1.2). A soft hyphen is seen only where a line ends in it.
   */
  void write(String piece) {
    var kept = new StringBuilder(piece.length());
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (c == SOFT_HYPHEN || blank && blankBefore) {
        continue;
      }
      kept.append(blank ? ' ' : c);
      blankBefore = blank;
    }
    append(kept.toString());
  }

  /** Adds what is seen, if it is. */
  void append(String more) {
    if (more.isEmpty() || fields.take(more)) {
      return;
    }
    TextLook own = look();
    if (own.hidden()) {
      return;
    }
    Set<Mark> marks = marks(own);
    if (!marks.equals(marksOfRun)) {
      finishRun();
      marksOfRun = marks;
    }
    letters += more.length();
    run.append(SymbolCharacter.shown(more, own.font()));
  }

  private Set<Mark> marks(TextLook own) {
    Set<Mark> marks = own.marks(around.ground());
    if (around.marks().isEmpty() && !deletions.isOpen()) {
      return marks;
    }
    var all = EnumSet.noneOf(Mark.class);
    all.addAll(around.marks());
    all.addAll(marks);
    if (deletions.isOpen()) {
      all.add(Mark.STRUCK_OUT);
    }
    return all;
  }

  /** Adds what was written so far to the text, so that what comes stands by itself. */
  void finishRun() {
    if (!run.isEmpty()) {
      text.append(run.toString(), marksOfRun);
      run.setLength(0);
    }
  }

  /** Counts letters that stand there again. */
  void count(int more) throws Refusal {
    letters += more;
    checkLength();
  }

  void checkLength() throws Refusal {
    if (letters > MOST_LETTERS) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  /** Tells whether what comes is hidden: its author took it out of the text. */
  boolean isHidden() {
    return look().hidden();
  }

  /** Tells whether what comes is seen. */
  boolean isSeen() {
    return !fields.isCode() && !isHidden();
  }

  private TextLook look() {
    TextLook known = look;
    if (known == null || !around.equals(lookIn)) {
      known =
          looks.computeIfAbsent(around, each -> styles.textLook(each.paragraph(), each.spans()));
      look = known;
      lookIn = around;
    }
    return known;
  }
}
