package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.model.Cell;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A string item (CT_Rst, ECMA-376 part 1, 18.4.8): a text whose runs may look different from each
 * other.
 *
 * @param plain the text alone
 * @param runs the stretches that have a font; none where the text has that of its cell
 */
record RichText(Cell.Text plain, List<Run> runs) {

  /**
   * A stretch of the text.
   *
   * @param font null where it has that of the cell
   */
  record Run(int from, int to, @Nullable CellFont font) {}

  /** Uses up a string item: its runs joined, without the phonetic hints that are shown above it. */
  static RichText read(XmlCursor item) throws Refusal {
    String own = null;
    StringBuilder joined = null;
    List<Run> runs = List.of();
    while (item.toChild()) {
      switch (item.name()) {
        case "t" -> {
          if (own != null || joined != null) {
            // Two texts: nobody can tell which of them was meant.
            throw Refusal.of(DAMAGED_FILE);
          }
          own = EscapedText.decode(item.text());
        }
        case "r" -> {
          if (joined == null) {
            joined = new StringBuilder();
            runs = new ArrayList<>();
          }
          readRun(item, joined, runs);
          Limits.checkListed(runs.size());
        }
        default -> item.skip();
      }
    }
    if (own != null && joined != null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    String text = own != null ? own : joined != null ? joined.toString() : "";
    boolean uniform = runs.stream().allMatch(run -> run.font() == null);
    return new RichText(new Cell.Text(text), uniform ? List.of() : List.copyOf(runs));
  }

  private static void readRun(XmlCursor run, StringBuilder joined, List<Run> runs) throws Refusal {
    String text = null;
    CellFont font = null;
    while (run.toChild()) {
      switch (run.name()) {
        case "t" -> {
          if (text != null) {
            throw Refusal.of(DAMAGED_FILE);
          }
          text = EscapedText.decode(run.text());
        }
        case "rPr" -> font = CellFont.read(run);
        default -> run.skip();
      }
    }
    if (text != null && !text.isEmpty()) {
      int from = joined.length();
      joined.append(text);
      int last = runs.size() - 1;
      // Programs cut a text into runs for reasons of their own.
      boolean same = last >= 0 && Objects.equals(runs.get(last).font(), font);
      if (same) {
        runs.set(last, new Run(runs.get(last).from(), joined.length(), font));
      } else {
        runs.add(new Run(from, joined.length(), font));
      }
    }
  }

  /** Returns the text as it looks in a cell of that style, run by run. */
  Cell.Text in(CellStyle style, Looks looks) throws Refusal {
    var spans = new ArrayList<Span>();
    for (var run : runs) {
      if (!plain.value().substring(run.from(), run.to()).isBlank()) {
        for (var mark : looks.marks(run.font() == null ? style.font() : run.font(), style.fill())) {
          spans.add(new Span(run.from(), run.to(), mark));
        }
      }
    }
    return spans.isEmpty() ? plain : new Cell.Text(plain.value(), spans);
  }
}
