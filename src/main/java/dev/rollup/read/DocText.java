package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/**
 * Reads the text of a {@code .doc} as {@link DocxText} reads that of a {@code .docx}. Rows and
 * cells are not nested in it: paragraphs say how deep in tables they stand, and where a cell or a
 * row ends.
 */
final class DocText {

  private static final char PICTURE = 0x01;
  private static final String CELL_END = "\u0007";
  private static final char DRAWING = 0x08;
  private static final char LINE_BREAK = 0x0B;
  private static final String PARAGRAPH_END = "\r";
  private static final char COLUMN_BREAK = 0x0E;
  private static final char FIELD_BEGIN = 0x13;
  private static final char FIELD_SEPARATOR = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char NO_BREAK_HYPHEN = 0x1E;

  /** What a text may hold of the characters that are none. */
  private static final String STEERING =
      "\u0001\u0002\u0003\u0004\u0005\u0007\b\t\n\u000B\f\r\u000E\u0013\u0014\u0015\u001E\u001F";

  /** Characters that steer a text, and the signs of notes. */
  private static final Pattern STEERED = Pattern.compile("[\\x00-\\x1F]+");

  /** Fields that the program fills in: pages, days, the name of the file. */
  private static final Pattern OF_PAGE =
      Pattern.compile(
          "\\x13[^\\x13-\\x15]*\\b(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|FILENAME)\\b"
              + "[^\\x13-\\x15]*(?:\\x14[^\\x15]*)?\\x15");

  /** In half points; 1 is what people set who want to hide something. */
  private static final int SMALLEST_READ = 4;

  private static final int WHITE = 0xFFFFFF;

  /** White among the sixteen colours of Word 97 (MS-DOC 2.9.119). */
  private static final int WHITE_INDEX = 8;

  /** What of a table is open. */
  private static final class Open {
    private boolean row;
    private boolean cell;
  }

  private final RunningText text = new RunningText();
  private final Deque<Open> tables = new ArrayDeque<>();
  private FieldCodes fields = new FieldCodes();
  private boolean pictures;

  private DocText() {}

  /**
   * Reads the main text and then the boxes, of which nobody can tell which paragraph holds them.
   *
   * @param boxes where each box begins in the text of all boxes, and then where the last one ends
   */
  static DocText read(HWPFDocument document, int[] boxes) throws Refusal {
    var read = new DocText();
    Range main = document.getRange();
    checkEnd(main);
    read.paragraphs(main, 0, main.numParagraphs());
    read.boxes(document.getMainTextboxRange(), boxes);
    return read;
  }

  /** Returns what stands at the feet and heads of pages and in the margin, text by text. */
  static List<Note> notes(HWPFDocument document) {
    var notes = new ArrayList<Note>();
    add(notes, Note.Kind.FOOTNOTE, document.getFootnoteRange());
    add(notes, Note.Kind.FOOTNOTE, document.getEndnoteRange());
    add(notes, Note.Kind.COMMENT, document.getCommentsRange());
    add(notes, Note.Kind.PAGE_MARGIN, document.getHeaderStoryRange());
    return notes;
  }

  private static void add(List<Note> notes, Note.Kind kind, Range range) {
    for (int i = 0; i < range.numParagraphs(); i++) {
      String text = OF_PAGE.matcher(range.getParagraph(i).text()).replaceAll("");
      String seen = STEERED.matcher(Range.stripFields(text)).replaceAll(" ").strip();
      if (!seen.isEmpty()) {
        notes.add(new Note(kind, null, null, seen));
      }
    }
  }

  RunningText text() {
    return text;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  private static void checkEnd(Range main) throws Refusal {
    if (main.numParagraphs() > Limits.CELLS || main.numCharacterRuns() > Limits.LISTED) {
      throw Refusal.of(TOO_LARGE);
    }
    String text = main.text();
    check(text.endsWith(PARAGRAPH_END) || text.endsWith(CELL_END));
  }

  /** Refuses what no program writes: the redundancy of the format is all the checksum it has. */
  private static void check(boolean consistent) throws Refusal {
    if (!consistent) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  /** Shapes without text have a box, too, which nobody sees. */
  private void boxes(Range all, int[] starts) throws Refusal {
    int paragraph = 0;
    for (int box = 0; box + 1 < starts.length; box++) {
      int first = paragraph;
      int end = all.getStartOffset() + starts[box + 1];
      boolean blank = true;
      while (paragraph < all.numParagraphs()
          && all.getParagraph(paragraph).getStartOffset() < end) {
        blank &= all.getParagraph(paragraph).text().isBlank();
        paragraph++;
      }
      if (!blank) {
        text.beginLooseBox();
        paragraphs(all, first, paragraph);
        text.endBox();
      }
    }
  }

  private void paragraphs(Range range, int first, int end) throws Refusal {
    fields = new FieldCodes();
    for (int i = first; i < end; i++) {
      i = paragraph(range, i, end);
    }
    enter(0);
    check(!fields.isCode());
  }

  /** Reads a paragraph, or passes over a deleted row; returns the last one that is done with. */
  private int paragraph(Range range, int index, int end) throws Refusal {
    Paragraph paragraph = range.getParagraph(index);
    int level = level(paragraph);
    enter(level);
    boolean hasMark = paragraph.text().endsWith(CELL_END);
    if (level == 0) {
      check(!hasMark);
      if (!content(paragraph)) {
        text.endParagraph();
      }
      return index;
    }
    Open table = tables.element();
    if (endsRow(paragraph, level)) {
      check(table.row && !table.cell);
      table.row = false;
      return index;
    }
    if (!table.row) {
      int rowEnd = deletedRowEnd(range, index, end, level);
      if (rowEnd >= 0) {
        return rowEnd;
      }
    }
    openCell(table);
    boolean endsCell = level == 1 ? hasMark : paragraph.getProps().getFInnerTableCell();
    check(hasMark == (level == 1 && endsCell));
    boolean joined = content(paragraph);
    if (endsCell || !joined) {
      text.endParagraph();
    }
    if (endsCell) {
      table.cell = false;
      text.endCell();
    }
    return index;
  }

  /** Opens and closes tables until as many are open as the paragraph stands in. */
  private void enter(int level) throws Refusal {
    while (tables.size() > level) {
      Open table = tables.pop();
      check(!table.row && !table.cell);
    }
    while (tables.size() < level) {
      if (!tables.isEmpty()) {
        openCell(tables.element());
      }
      text.beginTable();
      tables.push(new Open());
    }
  }

  private void openCell(Open table) throws Refusal {
    if (!table.row) {
      table.row = true;
      text.beginRow();
    }
    if (!table.cell) {
      table.cell = true;
      text.beginCell();
    }
  }

  /** Files of Word 97 tell that a paragraph is in a table, and not in how many. */
  private static int level(Paragraph paragraph) throws Refusal {
    int level = paragraph.isInTable() ? Math.max(1, paragraph.getTableLevel()) : 0;
    check(level <= Limits.NESTED_TEXTS);
    return level;
  }

  private static boolean endsRow(Paragraph paragraph, int level) {
    return level == 1 ? paragraph.isTableRowEnd() : paragraph.getProps().getFTtpEmbedded();
  }

  /** Returns the end of the row that begins here where it is deleted; else a negative number. */
  private static int deletedRowEnd(Range range, int index, int end, int level) {
    if (!endIsDeleted(range.getParagraph(index))) {
      return -1;
    }
    for (int i = index + 1; i < end; i++) {
      Paragraph paragraph = range.getParagraph(i);
      int depth = paragraph.isInTable() ? Math.max(1, paragraph.getTableLevel()) : 0;
      if (depth < level) {
        return -1;
      }
      if (depth == level && endsRow(paragraph, level)) {
        return endIsDeleted(paragraph) ? i : -1;
      }
    }
    return -1;
  }

  private static boolean endIsDeleted(Paragraph paragraph) {
    int runs = paragraph.numCharacterRuns();
    return runs > 0 && paragraph.getCharacterRun(runs - 1).isMarkedDeleted();
  }

  /** Adds what is seen; returns whether the end of the paragraph is not, so that the next joins. */
  private boolean content(Paragraph paragraph) throws Refusal {
    boolean joined = false;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      boolean gone = run.isMarkedDeleted() || run.isVanished();
      var look =
          new WordRun()
              .font(run.getFontName())
              .mark(Mark.STRUCK_OUT, run.isStrikeThrough() || run.isDoubleStrikeThrough())
              .mark(Mark.SHIFTED, run.getSubSuperScriptIndex() != 0)
              .mark(Mark.HIDDEN, isUnseen(run));
      String characters = run.text();
      for (int at = 0; at < characters.length(); at++) {
        char character = characters.charAt(at);
        if (fields.isCode() && character >= ' ') {
          fields.code(String.valueOf(character));
        }
        String seen = seen(character, run, gone);
        if (!gone && !fields.isCode()) {
          fields.result(seen);
          look.append(seen);
        }
      }
      text.append(look.text(), look.marks());
      joined = gone;
    }
    return joined;
  }

  /** Tells whether a run is of no size that is read, or white on the white page. */
  private static boolean isUnseen(CharacterRun run) {
    boolean white = run.getIco24() == WHITE || run.getIco24() < 0 && run.getColor() == WHITE_INDEX;
    return run.getFontSize() < SMALLEST_READ || white && !run.isHighlighted();
  }

  /** Returns what a character stands for; whatever steers the text stands for nothing. */
  private String seen(char character, CharacterRun run, boolean gone) throws Refusal {
    check(character >= ' ' || STEERING.indexOf(character) >= 0);
    switch (character) {
      case FIELD_BEGIN -> fields.begin();
      case FIELD_SEPARATOR -> fields.separate();
      case FIELD_END -> {
        return fields.end();
      }
      case PICTURE, DRAWING -> {
        boolean drawn = !gone && !fields.isCode() && run.isSpecialCharacter();
        pictures |= drawn;
        return drawn ? String.valueOf(FieldCode.UNKNOWN) : "";
      }
      case LINE_BREAK, COLUMN_BREAK -> {
        return "\n";
      }
      case NO_BREAK_HYPHEN -> {
        return "-";
      }
      default -> {
        if (character == '\t' || character >= ' ' && !run.isSpecialCharacter()) {
          return String.valueOf(character);
        }
        if (run.isSymbol()) {
          var font = run.getSymbolFont();
          return SymbolCharacter.text(
              font == null ? null : font.getMainFontName(),
              Integer.toHexString(run.getSymbolCharacter()));
        }
      }
    }
    return "";
  }
}
