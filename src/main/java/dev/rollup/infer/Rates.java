package dev.rollup.infer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses of which two numbers a rate is made, by its name and by what stands beside it. */
final class Rates {

  /** A rate's two numbers. */
  record Parts(FoundBlank numerator, FoundBlank denominator) {}

  private static final Pattern STEM = Pattern.compile("^(.{1,6}?)(?:率|比例|比重|占比|百分比|进度|度)?$");
  private static final Pattern OF_ALL =
      Pattern.compile(".*(?:应|计划|任务|目标|总|预算|排查|发现|抽检|检查|隐患|受理|全部|合计|立案|现有|在册).*");

  /** Growth is no part of a whole. */
  private static final Pattern GROWTH =
      Pattern.compile("(?i).*(?:增|降|同比|环比|±|growth|change|increase|decrease).*");

  /** What is not yet done, whatever the rate is of. */
  private static final Pattern OUTSIDE = Pattern.compile("(?:应|未|计划|需).*");

  /** What a rate is called by besides its words. */
  private static final Pattern BRACKETS_OR_PERCENT = Pattern.compile("[（(][^（()）]*[)）]|[%％]");

  /** What leads to a part. */
  private static final Pattern LEAD = Pattern.compile("^(?:其中|已)[：:]?");

  private Rates() {}

  /**
   * Returns what a rate may be made of, the most likely first; the returns must bear it out.
   *
   * @param rate the blank of the rate
   * @param line the numbers beside it, in order, those that may be added
   * @param name the words of one of them in this line
   */
  static List<Parts> of(
      FoundBlank rate,
      List<FoundBlank> line,
      java.util.function.Function<FoundBlank, String> name) {
    String label = bare(name.apply(rate));
    if (GROWTH.matcher(label).matches() || line.size() < 2) {
      return List.of();
    }
    List<FoundBlank> before = new ArrayList<>();
    List<FoundBlank> after = new ArrayList<>();
    for (var each : line) {
      (comesBefore(each, rate) ? before : after).add(each);
    }
    List<FoundBlank> near = before.size() > 1 ? before : line;
    Matcher matcher = STEM.matcher(label);
    String stem = matcher.matches() ? matcher.group(1) : label;
    FoundBlank numerator = null;
    boolean told = label.startsWith("占");
    for (int i = near.size() - 1; i >= 0; i--) {
      String own = bare(name.apply(near.get(i)));
      boolean better = numerator == null || Total.of(last(near.get(i))) != Total.NONE;
      if (better && own.contains(stem) && !OUTSIDE.matcher(own).matches()) {
        numerator = near.get(i);
        told = true;
      }
    }
    if (numerator == null) {
      numerator = near.get(near.size() - 1);
    }
    var denominators = new LinkedHashSet<FoundBlank>();
    FoundBlank nearest = null;
    FoundBlank whole = null;
    for (int i = near.size() - 1; i >= 0; i--) {
      FoundBlank each = near.get(i);
      // Some of all is what no other number is a share of.
      boolean some = Lexicon.isPart(name.apply(each)) || Lexicon.isPart(last(each));
      if (each.equals(numerator) || some || !isAlike(each, numerator)) {
        continue;
      }
      boolean all = OF_ALL.matcher(bare(name.apply(each))).matches();
      boolean total =
          whole != null
              && each.isBeside(whole)
              && each.column().size() > 1
              && Total.of(last(each)) != Total.NONE;
      whole = all && (whole == null || total) ? each : whole;
      nearest = nearest == null && i < near.indexOf(numerator) ? each : nearest;
    }
    if (nearest != null && nearest.column().size() < 2 && (told || nearest.equals(whole))) {
      denominators.add(nearest);
    }
    if (whole != null) {
      denominators.add(whole);
    }
    if (nearest != null && told) {
      denominators.add(nearest);
    }
    FoundBlank above = numerator;
    return denominators.stream().map(below -> new Parts(above, below)).toList();
  }

  private static boolean isAlike(FoundBlank a, FoundBlank b) {
    return a.measure().isEmpty() || b.measure().isEmpty() || a.measure().equals(b.measure());
  }

  private static String last(FoundBlank each) {
    return each.column().isEmpty() ? "" : each.column().get(each.column().size() - 1);
  }

  private static boolean comesBefore(FoundBlank each, FoundBlank rate) {
    return each.corner() == null
        ? each.at().blank() < rate.at().blank()
        : each.cell().compareTo(rate.cell()) < 0;
  }

  private static String bare(String label) {
    String words = Lexicon.SPACE.matcher(label).replaceAll("");
    return LEAD.matcher(BRACKETS_OR_PERCENT.matcher(words).replaceAll("")).replaceAll("");
  }
}
