package dev.rollup.read.workbook;

import dev.rollup.model.Cell;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.Looks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text whose runs may look different from each other, without the phonetic hints that are shown
 * above it.
 *
 * @param plain the text alone
 * @param runs the stretches that have a font; none where the text has that of its cell
 */
public record RichText(Cell.Text plain, List<Run> runs) {

  /** Copies the runs. */
  public RichText {
    runs = List.copyOf(runs);
  }

  /** A text that has the font of its cell. */
  public RichText(String text) {
    this(new Cell.Text(text), List.of());
  }

  /**
   * A stretch of the text.
   *
   * @param font null where it has that of the cell
   */
  public record Run(int from, int to, @Nullable CellFont font) {}

  /** Joins runs to a text. */
  public static final class Joined {
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    /**
     * Adds the next run.
     *
     * @param font null where it has that of the cell
     */
    public void add(String run, @Nullable CellFont font) throws Refusal {
      if (run.isEmpty()) {
        return;
      }
      int from = text.length();
      text.append(run);
      int last = runs.size() - 1;
      // Programs cut a text into runs for reasons of their own.
      boolean same = last >= 0 && Objects.equals(runs.get(last).font(), font);
      if (same) {
        runs.set(last, new Run(runs.get(last).from(), text.length(), font));
      } else {
        runs.add(new Run(from, text.length(), font));
      }
      Limits.checkListed(runs.size());
    }

    /** Returns the whole. */
    public RichText text() {
      boolean uniform = runs.stream().allMatch(run -> run.font() == null);
      return new RichText(new Cell.Text(text.toString()), uniform ? List.of() : runs);
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
