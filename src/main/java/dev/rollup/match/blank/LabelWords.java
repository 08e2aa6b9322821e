package dev.rollup.match.blank;

import dev.rollup.text.Folding;
import dev.rollup.text.MeasureNames;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a label as a blank's and a return's are compared: folded, but with the point inside
 * a number, so that 1.1月 is not 11月, and with one name for each measure, so that ㎡ is 平方米.
 */
final class LabelWords {

  private static final Pattern POINT = Pattern.compile("(?<=\\p{Nd})[.．](?=\\p{Nd})");

  private LabelWords() {}

  /** Returns the words of any text, null is none; empty where it has no letter and no digit. */
  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean pointed = text.indexOf('.') >= 0 || text.indexOf('．') >= 0;
    return MeasureNames.same(Folding.label(pointed ? POINT.matcher(text).replaceAll("点") : text));
  }
}
