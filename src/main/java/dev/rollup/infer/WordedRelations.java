package dev.rollup.infer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the relations that a form states by the names of its rows and columns: 结余=收入-支出. */
final class WordedRelations {

  /**
   * One relation as it is written.
   *
   * @param sort what the right side makes of its names
   * @param whole the name left of the sign, bare
   * @param plus the names that are added; of a ratio the numerator and the denominator
   * @param minus the names that are subtracted
   */
  record Worded(NotedRelations.Sort sort, String whole, List<String> plus, List<String> minus) {

    /** Returns the names on the right, those that are subtracted last. */
    List<String> parts() {
      var all = new ArrayList<>(plus);
      all.addAll(minus);
      return all;
    }
  }

  private static final String NAME = "[^=<>≥≤+\\-*/÷×()\\d%][^=<>≥≤+\\-*/÷×]{0,23}?";
  private static final Pattern SUM =
      Pattern.compile("(" + NAME + ")=(" + NAME + "(?:[+-]" + NAME + ")+)");
  private static final Pattern RATIO =
      Pattern.compile(
          "(" + NAME + ")=\\(?(" + NAME + ")[/÷](" + NAME + ")\\)?(?:[*×](?:100%?|1000‰))?");
  private static final Pattern AT_LEAST = Pattern.compile("(" + NAME + ")(≥|≤)(" + NAME + ")");
  private static final Pattern TERM = Pattern.compile("([+-]?)(" + NAME + ")(?=[+-]|$)");

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:[^=:]{0,8}[:]|[(]?[一二三四五六七八九十\\d]{1,2}[)]?[.、)]|注[:]?|其中[:]?|(?:填表|填报)?说明[:]?)+");

  /** Quotation marks. */
  private static final Pattern QUOTES = Pattern.compile("[“”\"「」『』《》‘’']");

  /** Every kind of minus. */
  private static final Pattern MINUS = Pattern.compile("[－﹣−–—]");

  /** The end of what is said. */
  private static final Pattern STOP = Pattern.compile("[;。,，\\r\\n\\u2029]");

  /** What a name is compared without. */
  private static final Pattern BRACKETS_OR_SIGNS = Pattern.compile("[(][^()]*[)]|[%“”\"]");

  /** The number of a row. */
  private static final Pattern ORDINAL = Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|\\d{1,2}[.、])");

  /** What leads to a part. */
  private static final Pattern OF_WHICH = Pattern.compile("^其中[:]?");

  /** A colon at the end. */
  private static final Pattern COLON = Pattern.compile("[:]$");

  private WordedRelations() {}

  /** Returns what a text states, in order. */
  static List<Worded> in(String text) {
    var all = new ArrayList<Worded>();
    String plain =
        MINUS
            .matcher(
                QUOTES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""))
            .replaceAll("-")
            .replace("≧", "≥")
            .replace("≦", "≤")
            .replace(">=", "≥")
            .replace("<=", "≤");
    for (var sentence : STOP.split(plain, -1)) {
      String bare = Lexicon.SPACE.matcher(sentence).replaceAll("");
      one(LEAD.matcher(bare).replaceFirst("")).ifPresent(all::add);
    }
    return all;
  }

  /** Returns a name as names are compared: without brackets, number, and white space. */
  static String bare(String label) {
    String words =
        Lexicon.SPACE.matcher(Normalizer.normalize(label, Normalizer.Form.NFKC)).replaceAll("");
    words = BRACKETS_OR_SIGNS.matcher(words).replaceAll("");
    words = OF_WHICH.matcher(ORDINAL.matcher(words).replaceFirst("")).replaceFirst("");
    return COLON.matcher(words).replaceFirst("");
  }

  private static Optional<Worded> one(String sentence) {
    Matcher sum = SUM.matcher(sentence);
    if (sum.matches()) {
      var plus = new ArrayList<String>();
      var minus = new ArrayList<String>();
      Matcher term = TERM.matcher(sum.group(2));
      while (term.find()) {
        (term.group(1).equals("-") ? minus : plus).add(bare(term.group(2)));
      }
      return Optional.of(new Worded(NotedRelations.Sort.SUM, bare(sum.group(1)), plus, minus));
    }
    Matcher ratio = RATIO.matcher(sentence);
    if (ratio.matches()) {
      List<String> parts = List.of(bare(ratio.group(2)), bare(ratio.group(3)));
      return Optional.of(
          new Worded(NotedRelations.Sort.RATIO, bare(ratio.group(1)), parts, List.of()));
    }
    Matcher least = AT_LEAST.matcher(sentence);
    if (least.matches()) {
      boolean less = least.group(2).equals("≤");
      String whole = bare(least.group(less ? 3 : 1));
      String part = bare(least.group(less ? 1 : 3));
      return Optional.of(new Worded(NotedRelations.Sort.AT_LEAST, whole, List.of(part), List.of()));
    }
    return Optional.empty();
  }
}
