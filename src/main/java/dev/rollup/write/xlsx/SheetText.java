package dev.rollup.write.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;

/** Makes text from outside safe to stand in a cell. */
public final class SheetText {

  /** What a spreadsheet takes for the beginning of a formula, the wide forms included. */
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  /** Excel reads this as an escaped character, so that the words themselves must be escaped. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final int MAX_LENGTH = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

  private SheetText() {}

  /**
   * Returns text that XML and a cell can hold: characters that XML 1.0 forbids become U+FFFD, line
   * ends become {@code \n}, and what is longer than a cell ends with an ellipsis.
   */
  public static String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    String escaped =
        ESCAPE.matcher(XmlSafeText.of(text)).replaceAll(Matcher.quoteReplacement("_x005F_"));
    if (escaped.length() <= MAX_LENGTH) {
      return escaped;
    }
    int end = MAX_LENGTH - 1;
    return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /**
   * Tells whether a cell with this text needs the quote prefix: without it, a program that edits
   * the cell again would take the text for a formula.
   */
  public static boolean needsQuote(String text) {
    return !text.isEmpty() && (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 || text.charAt(0) < ' ');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' || c == '_' || c >= 0xD800 && c < 0xE000 || c >= 0xFFFE) {
        return false;
      }
    }
    return text.length() <= MAX_LENGTH;
  }
}
