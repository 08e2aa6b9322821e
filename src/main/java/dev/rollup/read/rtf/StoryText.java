package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.model.Mark;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfStory.Anchor;
import dev.rollup.read.rtf.RtfStory.Box;
import dev.rollup.read.rtf.RtfStory.End;
import dev.rollup.read.rtf.RtfStory.Floating;
import dev.rollup.read.rtf.RtfStory.Letters;
import dev.rollup.read.rtf.RtfStory.Paragraph;
import dev.rollup.read.text.OpenTables;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.TextRun;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tables, rows and cells of the paragraphs of a story, and says what of them is seen. */
final class StoryText {

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  /**
   * What surrounds letters.
   *
   * @param ground the colour behind them; null where nobody knows
   * @param marks what is the matter with everything in there
   */
  private record Around(@Nullable Integer ground, Set<Mark> marks) {
    static final Around PAGE = new Around(0xFFFFFF, Set.of());

    /** Boxes have a colour of their own, or show what is behind them. */
    Around inBox() {
      return new Around(null, marks);
    }

    Around on(@Nullable Integer colour) {
      return colour == null ? this : new Around(colour, marks);
    }

    Around unseen(boolean is) {
      if (!is || marks.contains(Mark.HIDDEN)) {
        return this;
      }
      var more = EnumSet.of(Mark.HIDDEN);
      more.addAll(marks);
      return new Around(ground, more);
    }
  }

  private final RunningText text = new RunningText();
  private final Map<String, TextPlace> places = new HashMap<>();

  private StoryText() {}

  static StoryText of(RtfStory story) throws Refusal {
    var made = new StoryText();
    made.new Telling(story.paragraphs(), Around.PAGE).all();
    return made;
  }

  RunningText text() {
    return text;
  }

  /** Returns the place of what hangs on a note; null where it is not seen. */
  @Nullable TextPlace place(String anchor) {
    return places.get(anchor);
  }

  /** One story, with the tables that are open in it. */
  private final class Telling {

    private final List<Paragraph> paragraphs;
    private final Around page;
    private final OpenTables<Around> tables = new OpenTables<>(text, this::row);

    Telling(List<Paragraph> paragraphs, Around page) {
      this.paragraphs = paragraphs;
      this.page = page;
    }

    void all() throws Refusal {
      for (int i = 0; i < paragraphs.size(); i++) {
        i = paragraph(i);
      }
      tables.enter(0, paragraphs.size(), page);
    }

    /** Reads a paragraph, or passes over a deleted row; returns the last one that is done with. */
    private int paragraph(int index) throws Refusal {
      Paragraph paragraph = paragraphs.get(index);
      int level = paragraph.level();
      if (level > Limits.NESTED_TEXTS) {
        throw Refusal.of(UNSAFE_CONTENT);
      }
      tables.enter(level, index, page);
      if (level == 0) {
        content(paragraph, page);
        if (!paragraph.gone()) {
          text.endParagraph();
        }
        return index;
      }
      if (paragraph.end() == End.ROW && paragraph.pieces().isEmpty()) {
        tables.endRow();
        return index;
      }
      if (!tables.isInRow()) {
        int rowEnd = paragraph.deleted() ? rowEnd(index, level) : -1;
        if (rowEnd >= 0 && paragraphs.get(rowEnd).deleted()) {
          return rowEnd;
        }
      }
      content(paragraph, tables.openCell(index));
      if (paragraph.end() != End.PARAGRAPH || !paragraph.gone()) {
        text.endParagraph();
      }
      if (paragraph.end() != End.PARAGRAPH) {
        tables.endCell();
        if (paragraph.end() == End.ROW) {
          // What stands behind the last cell is seen, too.
          tables.endRow();
        }
      }
      return index;
    }

    private OpenTables.Cells<Around> row(Around around, int number, int index, int level) {
      int rowEnd = rowEnd(index, level);
      RtfRow told = rowEnd < 0 ? null : paragraphs.get(rowEnd).row();
      RtfRow looks = told == null ? new RtfRow() : told;
      boolean hidden = rowEnd >= 0 && paragraphs.get(rowEnd).gone();
      Around inRow = around.unseen(hidden || looks.squeezed());
      return cell -> {
        boolean below = number > 1 && looks.goesOn(cell);
        return inRow.on(looks.ground(cell)).unseen(looks.covered(cell) || below);
      };
    }

    /** Returns the end of the row that a paragraph stands in; negative where none comes. */
    private int rowEnd(int index, int level) {
      for (int i = index; i < paragraphs.size(); i++) {
        int depth = paragraphs.get(i).level();
        if (depth < level) {
          return -1;
        }
        if (depth == level && paragraphs.get(i).end() == End.ROW) {
          return i;
        }
      }
      return -1;
    }

    private void content(Paragraph paragraph, Around outer) throws Refusal {
      Around around = outer.on(paragraph.shading().colour()).unseen(paragraph.squeezed());
      boolean floats = false;
      for (var piece : paragraph.pieces()) {
        if (piece instanceof Letters letters) {
          letters(letters, around);
        } else if (piece instanceof Box box) {
          text.beginBox();
          new Telling(box.story().paragraphs(), around.inBox()).all();
          text.endBox();
        } else if (piece instanceof Floating) {
          boolean answer = text.isInBlank();
          floats |= !answer;
          text.append(answer ? UNKNOWN : "");
        } else if (piece instanceof Anchor anchor) {
          places.putIfAbsent(anchor.name(), text.place());
        }
      }
      if (floats && text.isBlankCell()) {
        text.append(UNKNOWN);
      }
    }

    private void letters(Letters letters, Around around) {
      Set<Mark> own = letters.look().marks(around.ground());
      var surrounding = EnumSet.noneOf(Mark.class);
      surrounding.addAll(around.marks());
      surrounding.addAll(letters.marks());
      if (letters.doubts() != null) {
        var styled = letters.look().over(letters.doubts());
        // Programs differ in whether a style holds for letters that do not repeat it.
        if (styled.hidden() || !styled.marks(around.ground()).equals(own)) {
          surrounding.add(Mark.RESTYLED);
        }
      }
      var run = new TextRun().font(letters.font()).marks(surrounding, own);
      run.append(letters.text().toString());
      text.append(run.text(), run.marks());
    }
  }
}
