package dev.rollup.read.sheet;

import dev.rollup.model.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in the words of a number format how a number is shown. The file keeps what is shown beside
 * what is stored, so that its own language of formats need not be understood.
 */
public final class SeenNumber {

  /** Shows nothing at all. */
  private static final String NOTHING = ";;;";

  private static final Pattern SHOWN =
      Pattern.compile(
          "([^0-9.,-]{0,20})(-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}|[0-9]{1,40}))(?:\\.([0-9]{0,20}))?(%?)([^0-9%]{0,20})");

  private SeenNumber() {}

  /**
   * How a cell writes out numbers.
   *
   * @param code the same as a format code, where it is one of the plain ones; null for any other
   * @param more whether more than digits is seen, or other digits, whatever the value
   */
  public record Written(@Nullable String code, boolean more) {}

  /**
   * Returns the format.
   *
   * @param shown what a person sees; null where the file does not tell
   * @param style how the cell writes out numbers; null where nothing says
   */
  public static String format(BigDecimal value, @Nullable String shown, @Nullable Written style) {
    if (shown == null) {
      // What is shown need not stand there; where nothing is, it does not.
      return style == null ? Cell.Number.GENERAL : style.code() == null ? NOTHING : style.code();
    }
    boolean formatted = style != null;
    var parts = SHOWN.matcher(shown.strip());
    if (!parts.matches()) {
      return shown.isBlank() ? NOTHING : quoted(shown);
    }
    String fraction = parts.group(3) == null ? "" : parts.group(3);
    boolean percent = !parts.group(4).isEmpty();
    String whole = parts.group(2);
    var seen = new BigDecimal(whole.replace(",", "") + (fraction.isEmpty() ? "" : "." + fraction));
    var stored = percent ? value.movePointRight(2) : value;
    if (stored.setScale(fraction.length(), RoundingMode.HALF_UP).compareTo(seen) != 0) {
      return quoted(shown);
    }
    if (style != null && contradicts(style, parts)) {
      // Programs show what the style says, and not what stands beside the number.
      return quoted("≠" + shown);
    }
    boolean plain = parts.group(1).isEmpty() && parts.group(5).isEmpty() && !percent;
    if (plain && !whole.contains(",") && stored.compareTo(seen) == 0 && !formatted) {
      return Cell.Number.GENERAL;
    }
    return quoted(parts.group(1))
        + (whole.contains(",") ? "#,##0" : "0")
        + (fraction.isEmpty() ? "" : "." + "0".repeat(fraction.length()))
        + parts.group(4)
        + quoted(parts.group(5));
  }

  /** Tells whether a number is not shown as its style writes out every number. */
  private static boolean contradicts(Written style, Matcher parts) {
    boolean percent = !parts.group(4).isEmpty();
    boolean digits = parts.group(1).isEmpty() && parts.group(5).isEmpty() && !percent;
    String code = style.code();
    return code == null ? digits && style.more() : code.endsWith("%") ? digits : !digits;
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "" : '"' + text.replace('"', '\'') + '"';
  }
}
