package dev.rollup.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blanks inside a text: brackets around nothing, rules, and wide white space. */
final class InlineScan {

  /** A blank from its first character to before its last. */
  record Gap(int from, int to) {}

  /** Answers to tick are one blank. */
  private static final String TICKED =
      "[□☐][^□☐\\s\\p{Z}，。；,;]{1,10}(?:[\\s\\p{Z}、/／]*[□☐][^□☐\\s\\p{Z}，。；,;]{1,10})+";

  /** So is a day with room for its parts. */
  private static final String DAY = "(?:20)?[_＿][_＿\\s\\p{Z}]*年[_＿\\s\\p{Z}]*月(?:[_＿\\s\\p{Z}]*日)?";

  private static final Pattern RULED =
      Pattern.compile(
          TICKED + "|" + DAY + "|[（(][\\s\\p{Z}_＿]*[)）]|[_＿][_＿\\s\\p{Z}]*[_＿]|[_＿]{2,}|＿+");
  private static final Pattern WIDE =
      Pattern.compile(
          "[（(][\\s\\p{Z}_＿]*[)）]|[_＿][_＿\\s\\p{Z}]*[_＿]|[_＿]{2,}|＿+|[\\u3000\\u00A0]{2,}|[ \\u2002\\u2003\\t]{3,}");

  /** In a title there may be room for no more than the number of a month or quarter. */
  private static final Pattern IN_TITLE =
      Pattern.compile(WIDE.pattern() + "|(?<=[年第（(])[\\s\\p{Z}]+(?=[月季])|(?<=20)[\\s\\p{Z}]+(?=年)");

  /** A day with room for its parts is no sentence. */
  private static final Pattern DATED =
      Pattern.compile("^.{0,12}年[_＿\\s\\p{Z}]*月(?:[_＿\\s\\p{Z}]*日)?[）)]?\\s*$");

  private static final Pattern OPEN = Pattern.compile("(.{2,25}[：:])[\\s\\p{Z}]{4,}");

  private InlineScan() {}

  /** Returns the blanks that somebody ruled or put brackets around. */
  static List<Gap> ruled(String text) {
    return gaps(RULED, text);
  }

  /** Returns the blanks of a sentence: ruled ones, else the room behind a label at its end. */
  static List<Gap> inSentence(String text) {
    if (DATED.matcher(text).find()) {
      return List.of();
    }
    List<Gap> ruled = ruled(text);
    Matcher open = OPEN.matcher(text);
    return ruled.isEmpty() && open.matches() ? List.of(new Gap(open.end(1), text.length())) : ruled;
  }

  /** Returns the blanks, wide white space among them. */
  static List<Gap> wide(String text) {
    return gaps(WIDE, text);
  }

  /** Returns the blanks of a title. */
  static List<Gap> inTitle(String text) {
    return gaps(IN_TITLE, text);
  }

  private static List<Gap> gaps(Pattern pattern, String text) {
    var gaps = new ArrayList<Gap>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      gaps.add(new Gap(matcher.start(), matcher.end()));
    }
    return gaps;
  }
}
