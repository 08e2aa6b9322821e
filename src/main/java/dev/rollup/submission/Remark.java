package dev.rollup.submission;

import dev.rollup.finding.FindingCode;
import dev.rollup.text.Amount;
import dev.rollup.text.Doubt;
import dev.rollup.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a number, in brackets or behind a comma: a remark that leaves the number as it
 * is, or one that says that it is another.
 *
 * @param before what stands between the number and the remark
 * @param words the remark itself, without its brackets
 */
public record Remark(String before, String words) {

  /** How a remark begins that only takes the number apart. */
  private static final List<String> PARTS = List.of("其中", "含", "包括", "包含", "内含");

  private static final Set<String> NOTHING = Set.of("无", "没有", "/", "-", "—", "零");

  /**
   * Finds the remark in what stands behind a number.
   *
   * @param tail in half width, with every kind of bracket as ( and )
   */
  public static Optional<Remark> in(String tail) {
    int open = tail.indexOf('(');
    int close = tail.indexOf(')', open + 1);
    if (open >= 0 && close > open && tail.indexOf('(', open + 1) < 0) {
      String before = tail.substring(0, open).strip();
      String after = tail.substring(close + 1).strip();
      String words = tail.substring(open + 1, close).strip();
      boolean one = before.isEmpty() || after.isEmpty();
      return one && !words.isEmpty()
          ? Optional.of(new Remark(before + after, words))
          : Optional.empty();
    }
    for (int i = 0; i < tail.length(); i++) {
      String rest = tail.substring(i);
      boolean part = rest.startsWith("其中") || rest.startsWith("含") || rest.startsWith("包括");
      if (part && open < 0) {
        String before = tail.substring(0, i).strip();
        boolean comma =
            !before.isEmpty() && ",;:、".indexOf(before.charAt(before.length() - 1)) >= 0;
        return Optional.of(
            new Remark(comma ? before.substring(0, before.length() - 1).strip() : before, rest));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns why a number with this remark is none that is certain, or empty where it is.
   *
   * @param measures every word that measures something
   */
  public Optional<FindingCode> objection(BigDecimal number, Set<String> measures) {
    if (Doubt.takesBack(words)) {
      return Optional.of(
          Doubt.leavesOpen(words) ? FindingCode.APPROXIMATE_COUNT : FindingCode.NOT_A_COUNT);
    }
    return NOTHING.contains(words) || !leaves(number, measures)
        ? Optional.of(FindingCode.NOT_A_COUNT)
        : Optional.empty();
  }

  /** Tells whether the numbers in the remark are parts of the number, or it once more. */
  private boolean leaves(BigDecimal number, Set<String> measures) {
    List<Amount> amounts = amounts(measures);
    BigDecimal sum = BigDecimal.ZERO;
    for (var amount : amounts) {
      if (amount.value() == null) {
        return false;
      }
      sum = sum.add(amount.value());
    }
    boolean parts = PARTS.stream().anyMatch(words::startsWith);
    int difference = sum.compareTo(number);
    return amounts.isEmpty() || parts && difference <= 0 || amounts.size() > 1 && difference == 0;
  }

  /** Returns the numbers in the remark; a single Chinese sign in a word (统一) is none. */
  private List<Amount> amounts(Set<String> measures) {
    var amounts = new ArrayList<Amount>();
    for (int i = 0; i < words.length(); ) {
      int sign = words.codePointAt(i);
      if (!Numerals.isNumeral(sign)) {
        i += Character.charCount(sign);
        continue;
      }
      Amount amount = Amount.at(words, i);
      String behind = words.substring(amount.end());
      boolean single = amount.end() - i == 1 && Character.isIdeographic(sign);
      boolean inWord =
          !behind.isEmpty() && Character.isLetter(behind.codePointAt(0))
              || i > 0 && Character.isLetter(words.codePointBefore(i));
      if (!single || !inWord || measures.stream().anyMatch(behind::startsWith)) {
        amounts.add(amount);
      }
      i = amount.end();
    }
    return amounts;
  }
}
