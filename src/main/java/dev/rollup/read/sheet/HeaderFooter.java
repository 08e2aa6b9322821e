package dev.rollup.read.sheet;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a unit wrote at the top and the foot of its pages (CT_HeaderFooter, ECMA-376 part 1,
 * 18.3.1.46), without the codes for fonts, and without the numbers of pages, the days and the names
 * of files that the program puts there.
 */
public final class HeaderFooter {

  private HeaderFooter() {}

  /** Uses up the current element; returns what is printed, a text for each header and footer. */
  public static List<String> read(XmlCursor xml) throws Refusal {
    boolean ofFirst = xml.flag("differentFirst");
    boolean ofEven = xml.flag("differentOddEven");
    Map<String, String> all = new LinkedHashMap<>();
    while (xml.toChild()) {
      all.put(xml.name(), EscapedText.decode(xml.text()));
      Limits.checkListed(all.size());
    }
    return printed(all, ofFirst, ofEven);
  }

  /**
   * Returns what is printed, a text for each header and footer.
   *
   * @param all the texts with their codes, by the names of their elements
   * @param ofFirst whether the first page has its own
   * @param ofEven whether pages with even numbers have their own
   */
  public static List<String> printed(Map<String, String> all, boolean ofFirst, boolean ofEven) {
    var printed = new ArrayList<String>();
    all.forEach(
        (name, codes) -> {
          boolean shown = name.startsWith("first") ? ofFirst : !name.startsWith("even") || ofEven;
          String text = shown ? plain(codes) : "";
          if (!text.isBlank()) {
            printed.add(text);
          }
        });
    return printed;
  }

  /** Returns what is printed of a text with codes in it. */
  public static String plain(String codes) {
    var text = new StringBuilder();
    int next = 0;
    while (next < codes.length()) {
      char c = codes.charAt(next++);
      if (c != '&' || next == codes.length()) {
        text.append(c);
        continue;
      }
      char code = codes.charAt(next++);
      switch (Character.toUpperCase(code)) {
        case '&' -> text.append('&');
        case 'L', 'C', 'R' -> text.append('\n');
        case '"' -> {
          int end = codes.indexOf('"', next);
          next = end < 0 ? codes.length() : end + 1;
        }
        case 'K' -> next += COLOR_DIGITS;
        // A number that is added to, or taken from, that of the page.
        case 'P', 'N' -> next = afterSum(codes, next);
        case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> next = afterDigits(codes, next);
        default -> {}
      }
    }
    return text.toString().strip();
  }

  /** As in {@code &KFF0000} and {@code &K01+000}. */
  private static final int COLOR_DIGITS = 6;

  private static int afterSum(String codes, int sign) {
    boolean sum =
        sign + 1 < codes.length()
            && "+-".indexOf(codes.charAt(sign)) >= 0
            && isDigit(codes.charAt(sign + 1));
    return sum ? afterDigits(codes, sign + 1) : sign;
  }

  private static int afterDigits(String codes, int from) {
    int at = from;
    while (at < codes.length() && isDigit(codes.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
