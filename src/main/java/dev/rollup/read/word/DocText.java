package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Mark;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.OpenTables;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.text.TextRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;

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

  private final DocStyles styles;

  /** What the elements of fields are made of; null where the file has none. */
  private final byte @Nullable [] data;

  private final RunningText text = new RunningText();
  private final OpenTables<Surroundings> tables = new OpenTables<>(text, this::row);
  private FieldCodes fields = new FieldCodes();
  private boolean pictures;

  /** Where in the main text something hangs, and in which paragraphs that was met. */
  private final Set<Integer> anchors;

  private final Map<Integer, TextPlace> places = new HashMap<>();

  /** What is being read, and where it ends. */
  private Range range;

  private int end;

  /** What surrounds it. */
  private Surroundings page = Surroundings.PAGE;

  private DocText(HWPFDocument document, Set<Integer> anchors) {
    this.anchors = anchors;
    this.styles = new DocStyles(document);
    this.data = document.getDataStream();
    this.range = document.getRange();
  }

  /**
   * Reads the main text and then the boxes, of which nobody can tell which paragraph holds them.
   *
   * @param boxes where each box begins in the text of all boxes, and then where the last one ends
   * @param anchors where in the main text something hangs
   */
  static DocText read(HWPFDocument document, int[] boxes, Set<Integer> anchors) throws Refusal {
    var read = new DocText(document, anchors);
    Range main = read.range;
    checkEnd(main);
    read.paragraphs(main, 0, main.numParagraphs());
    read.boxes(document.getMainTextboxRange(), boxes);
    return read;
  }

  /** Returns the place of the paragraph where something hangs; null where it is not seen. */
  @Nullable TextPlace place(int anchor) {
    return places.get(anchor);
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
        page = Surroundings.PAGE.inBox();
        paragraphs(all, first, paragraph);
        text.endBox();
      }
    }
  }

  private void paragraphs(Range all, int first, int limit) throws Refusal {
    fields = new FieldCodes();
    range = all;
    end = limit;
    for (int i = first; i < end; i++) {
      i = paragraph(i);
    }
    tables.enter(0, end, page);
    check(!fields.isCode());
  }

  /** Reads a paragraph, or passes over a deleted row; returns the last one that is done with. */
  private int paragraph(int index) throws Refusal {
    Paragraph paragraph = range.getParagraph(index);
    int level = level(paragraph);
    tables.enter(level, index, page);
    boolean hasMark = paragraph.text().endsWith(CELL_END);
    if (level == 0) {
      check(!hasMark);
      if (!content(paragraph, page)) {
        text.endParagraph();
      }
      return index;
    }
    if (endsRow(paragraph, level)) {
      tables.endRow();
      return index;
    }
    if (!tables.isInRow()) {
      int rowEnd = deletedRowEnd(index, level);
      if (rowEnd >= 0) {
        return rowEnd;
      }
    }
    Surroundings inCell = tables.openCell(index);
    boolean endsCell = level == 1 ? hasMark : paragraph.getProps().getFInnerTableCell();
    check(hasMark == (level == 1 && endsCell));
    boolean joined = content(paragraph, inCell);
    if (endsCell || !joined) {
      text.endParagraph();
    }
    if (endsCell) {
      tables.endCell();
    }
    return index;
  }

  /** Looks at the end of a row, which says what its cells look like. */
  private OpenTables.Cells<Surroundings> row(Surroundings around, int number, int index, int level)
      throws Refusal {
    int rowEnd = rowEnd(index, level);
    DocRow looks = rowEnd < 0 ? DocRow.PLAIN : styles.row(range.getParagraph(rowEnd));
    Surroundings inRow = rowEnd < 0 ? around : inRow(around, range.getParagraph(rowEnd), looks);
    return cell ->
        inRow
            .on(looks.ground(cell))
            .marked(Mark.HIDDEN, looks.covered(cell))
            .below(number, looks.goesOn(cell));
  }

  private static Surroundings inRow(Surroundings around, Paragraph last, DocRow looks) {
    int runs = last.numCharacterRuns();
    boolean hidden = runs > 0 && last.getCharacterRun(runs - 1).isVanished();
    return around.marked(Mark.HIDDEN, hidden || looks.squeezed());
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
  private int deletedRowEnd(int index, int level) throws Refusal {
    if (!endIsDeleted(range.getParagraph(index))) {
      return -1;
    }
    int rowEnd = rowEnd(index, level);
    return rowEnd >= 0 && endIsDeleted(range.getParagraph(rowEnd)) ? rowEnd : -1;
  }

  /** Returns the end of the row that a paragraph stands in; a negative number where none comes. */
  private int rowEnd(int index, int level) throws Refusal {
    for (int i = index; i < end; i++) {
      Paragraph paragraph = range.getParagraph(i);
      int depth = level(paragraph);
      if (depth < level) {
        return -1;
      }
      if (depth == level && endsRow(paragraph, level)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean endIsDeleted(Paragraph paragraph) {
    int runs = paragraph.numCharacterRuns();
    return runs > 0 && paragraph.getCharacterRun(runs - 1).isMarkedDeleted();
  }

  /** Adds what is seen; returns whether the end of the paragraph is not, so that the next joins. */
  private boolean content(Paragraph paragraph, Surroundings outer) throws Refusal {
    boolean joined = false;
    Surroundings around = styles.inside(outer, paragraph);
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      boolean gone = run.isMarkedDeleted() || run.isVanished();
      Set<Mark> marks = styles.look(run, paragraph).marks(around.ground());
      var look = new TextRun().font(run.getFontName()).marks(around.marks(), marks);
      String characters = run.text();
      for (int at = 0; at < characters.length(); at++) {
        char character = characters.charAt(at);
        if (!gone && anchors.contains(run.getStartOffset() + at)) {
          places.put(run.getStartOffset() + at, text.place());
        }
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
        if (character == PICTURE && fields.isCode() && run.isData()) {
          fields.form(DocForm.read(data, run.getPicOffset()));
          return "";
        }
        boolean drawn = !gone && !fields.isCode() && run.isSpecialCharacter();
        pictures |= drawn;
        return drawn ? String.valueOf(RunningText.UNKNOWN) : "";
      }
      case LINE_BREAK, COLUMN_BREAK -> {
        return "\n";
      }
      case NO_BREAK_HYPHEN -> {
        return "-";
      }
      default -> {
        boolean symbol = run.isSpecialCharacter() && run.isSymbol();
        if (character == '\t' || character >= ' ' && !symbol) {
          // What is called special beside the signs of a field is a letter all the same.
          return String.valueOf(character);
        }
        if (symbol) {
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
