package dev.rollup.match.find;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Cell;
import dev.rollup.model.Location;
import dev.rollup.text.Doubt;
import dev.rollup.text.OtherNumbers;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Weighs what stands beside answers and belongs to none of them. Safe for several threads. */
public final class Beside {

  /** What something beside an answer does to it. */
  public enum Weight {
    /** Nothing: it holds no number, and takes none back. */
    NOTHING,
    /** It holds a number and leaves the answer as it is. */
    NAMED,
    /** Nobody can tell whether the answer stands. */
    DOUBTFUL
  }

  /** A remark that only takes the number apart that it stands beside. */
  private static final Pattern BREAKDOWN = Pattern.compile("[\\s(（]*(?:其中|含|包括)[^约余]*");

  /** How much of a text a finding repeats in its message. */
  private static final int LONGEST = 60;

  /** So many letters are no remark. */
  private static final int PROSE = 40;

  private final Set<String> measures;

  /** Weighs with these words of measure. */
  public Beside(Set<String> measures) {
    this.measures = new HashSet<>(measures);
  }

  /**
   * Weighs what stands in the row of an answer.
   *
   * @param rest what stands there, without what was taken for something
   * @param open whether a blank in that row was left empty
   */
  public Weight weigh(String rest, boolean open) {
    boolean prose = isProse(rest);
    if (prose ? Doubt.replaces(rest) : Doubt.takesBack(rest)) {
      return Weight.DOUBTFUL;
    }
    if (!mayCount(rest)) {
      return Weight.NOTHING;
    }
    boolean remark = prose || !open && BREAKDOWN.matcher(rest).matches();
    return remark ? Weight.NAMED : Weight.DOUBTFUL;
  }

  /** Tells whether a text is an account of something, and no answer or remark. */
  public static boolean isProse(String text) {
    return text.codePoints().filter(Character::isLetter).limit(PROSE).count() == PROSE;
  }

  /** Tells whether a text holds a number that may be a count. */
  public boolean mayCount(String rest) {
    return OtherNumbers.mayCount(rest, measures);
  }

  /**
   * Names a number that belongs to no blank.
   *
   * @param text what stands there, without what was taken for something
   */
  public static Finding named(Location at, String text, Severity severity) {
    String shown = shown(text);
    return Finding.ofCell(FindingCode.NUMBER_ELSEWHERE, at, shown)
        .with(Argument.WORDS, cut(shown))
        .withSeverity(severity);
  }

  /**
   * Names several numbers that belong to no blank in one.
   *
   * @param at where the first of them stands
   * @param text what stands there
   * @param number how many there are
   */
  public static Finding namedTogether(Location at, String text, Severity severity, int number) {
    return named(at, text, severity).with(Argument.COUNT, number);
  }

  private static String shown(String text) {
    return text.replace(Claims.TAKEN, ' ').strip().replaceAll("\\s+", " ");
  }

  private static String cut(String shown) {
    return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
  }

  /** Tells whether a text holds a numeral with a word of measure behind it. */
  public boolean measured(String rest) {
    return OtherNumbers.measured(rest, measures);
  }

  /** Tells whether a cell holds nothing but the number that counts its line. */
  public static boolean countsLine(Cell cell) {
    String text = cell.raw().strip();
    int end = Ordinals.behind(text + "、", 0, text.length() + 1);
    return end > 0 && end >= text.length() && Ordinals.value(text) < Integer.MAX_VALUE;
  }
}
