package dev.rollup.read.odf;

import dev.rollup.model.Mark;
import dev.rollup.read.text.LetterLook;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How characters of a text look by all the styles that say something about them (OpenDocument 1.3
 * part 3, 16.29.5 and 20).
 *
 * @param hidden whether their author took them out of the text
 * @param font the name of their font; null where nobody says it
 * @param always what is the matter with them whatever is behind them
 * @param colour their own colour, as 0xRRGGBB; null for whatever is seen
 * @param opacity how little is seen through them, in percent
 * @param behind the colour of their own ground; null for none
 */
record TextLook(
    boolean hidden,
    @Nullable String font,
    Set<Mark> always,
    @Nullable Integer colour,
    int opacity,
    @Nullable Integer behind) {

  private static final Integer BLACK = 0;

  /** Nobody reads letters of this size, in points. */
  private static final double UNREADABLE_SIZE = 2;

  /** Who raises a word by this much or more wants it to stand out of its line, in points. */
  private static final double LEAST_SHIFT = 3;

  /** The size of letters of which nothing is said. */
  private static final double USUAL_SIZE = 12;

  /** Raised or lowered by how much of the size, and how small. */
  private static final Pattern POSITION =
      Pattern.compile("(super|sub|-?[0-9.]{1,8}%)(?:\\s+([0-9.]{1,8}%))?");

  /**
   * Returns what styles make of characters.
   *
   * @param said what each of them says, the nearest first
   * @param font the name of the font that they say; null where they say none
   */
  static TextLook of(List<Map<String, String>> said, @Nullable String font) {
    double size = size(said);
    var marks = EnumSet.noneOf(Mark.class);
    if (StyleChain.isStruck(said)) {
      marks.add(Mark.STRUCK_OUT);
    }
    String combined = StyleChain.first(said, "text-combine");
    if (combined != null && !combined.equals("none")) {
      marks.add(Mark.RESTYLED);
    }
    if (isShifted(StyleChain.first(said, "text-position"), size)) {
      marks.add(Mark.SHIFTED);
    }
    if (StyleChain.isSqueezed(said, size)) {
      marks.add(Mark.DRAWN_OVER);
    }
    var asian = Length.points(StyleChain.first(said, "font-size-asian"));
    if (size <= UNREADABLE_SIZE
        || asian.isPresent() && asian.getAsDouble() <= UNREADABLE_SIZE
        || StyleChain.isNarrow(said)) {
      marks.add(Mark.HIDDEN);
    }
    Integer colour = null;
    for (var style : said) {
      if ("true".equals(style.get("use-window-font-color"))) {
        break;
      }
      colour = colour(style.get("color"));
      if (colour != null) {
        break;
      }
    }
    return new TextLook(
        "none".equals(StyleChain.first(said, "display")),
        font,
        Set.copyOf(marks),
        colour,
        StyleChain.opacity(said),
        colour(StyleChain.first(said, "background-color")));
  }

  /**
   * Returns what keeps a person from seeing what is written so.
   *
   * @param ground the colour of what it is written on; null where nobody knows
   */
  Set<Mark> marks(@Nullable Integer ground) {
    // Letters of no colour of their own turn white on a dark ground; on their own nobody knows.
    Integer front = colour == null && behind != null ? BLACK : colour;
    Integer back = behind == null ? ground : behind;
    if (!LetterLook.isUnseen(front, back, opacity)) {
      return always;
    }
    var marks = EnumSet.of(Mark.HIDDEN);
    marks.addAll(always);
    return marks;
  }

  /** Returns a colour as {@code #ff0000} says it; null for none. */
  static @Nullable Integer colour(@Nullable String written) {
    return written != null && written.matches("#[0-9a-fA-F]{6}")
        ? Integer.valueOf(written.substring(1), 16)
        : null;
  }

  /** A size may be a part of that of the style before. */
  private static double size(List<Map<String, String>> said) {
    double part = 1;
    for (var style : said) {
      String size = style.get("font-size");
      var points = Length.points(size);
      if (points.isPresent()) {
        return part * points.getAsDouble();
      }
      part *= StyleChain.percent(size, 100) / 100;
    }
    return part * USUAL_SIZE;
  }

  private static boolean isShifted(@Nullable String position, double size) {
    Matcher parts = POSITION.matcher(position == null ? "" : position.strip());
    if (!parts.matches()) {
      return false;
    }
    if (parts.group(1).startsWith("s")) {
      return true;
    }
    double shift = StyleChain.percent(parts.group(1), 0);
    return shift != 0
        && (StyleChain.percent(parts.group(2), 100) < 100
            || Math.abs(shift) / 100 * size >= LEAST_SHIFT);
  }
}
