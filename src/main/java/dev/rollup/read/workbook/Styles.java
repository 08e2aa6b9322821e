package dev.rollup.read.workbook;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.CellStyles;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.Looks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The looks of a workbook's cells. */
public final class Styles implements CellStyles {

  /** Tells what the conditional formats of a workbook lay over cells. */
  @FunctionalInterface
  public interface Differentials {
    /** Returns all of them in the order of their numbers. */
    List<Differential> all() throws Refusal;
  }

  private final Looks looks;
  private final @Nullable List<CellStyle> styles;
  private final Differentials unread;

  /** By style what is the matter with numbers, and with texts, in it; null until one asks. */
  private final List<Set<Mark>> onNumbers = new ArrayList<>();

  private final List<Set<Mark>> onTexts = new ArrayList<>();

  private @Nullable List<Differential> differentials;

  /**
   * The looks of one workbook.
   *
   * @param styles how cells look, in the order of their numbers; null where nothing says it
   * @param unread asked for the looks of conditional formats when one first needs them
   */
  public Styles(Looks looks, @Nullable List<CellStyle> styles, Differentials unread) {
    this.looks = looks;
    this.styles = styles == null ? null : List.copyOf(styles);
    this.unread = unread;
  }

  @Override
  public Looks looks() {
    return looks;
  }

  /**
   * Returns the style of that number; without any styles a plain one, as every program shows it.
   *
   * @return null where there are styles but not this one
   */
  @Override
  public @Nullable CellStyle style(int index) {
    if (styles != null && index >= 0 && index < styles.size()) {
      return styles.get(index);
    }
    return styles == null || index == 0 ? CellStyle.PLAIN : null;
  }

  /** Returns what is the matter with a number in a cell of that style, but for its format. */
  Set<Mark> onNumber(int index) throws Refusal {
    return known(index, onNumbers, false);
  }

  /** Returns what is the matter with a text in a cell of that style, its runs apart. */
  Set<Mark> onText(int index) throws Refusal {
    return known(index, onTexts, true);
  }

  private Set<Mark> known(int index, List<Set<Mark>> known, boolean text) throws Refusal {
    if (styles == null || index < 0 || index >= styles.size()) {
      return Set.of();
    }
    while (known.size() < styles.size()) {
      known.add(null);
    }
    Set<Mark> marks = known.get(index);
    if (marks == null) {
      CellStyle style = styles.get(index);
      marks = looks.marks(style.font(), style.fill());
      marks.addAll(Looks.beyondFont(style, text));
      known.set(index, marks);
    }
    return marks;
  }

  @Override
  public @Nullable Differential differential(int index) throws Refusal {
    if (differentials == null) {
      differentials = unread.all();
    }
    return index >= 0 && index < differentials.size() ? differentials.get(index) : null;
  }
}
