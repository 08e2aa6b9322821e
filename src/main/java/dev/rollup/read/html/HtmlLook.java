package dev.rollup.read.html;

import dev.rollup.model.Mark;
import dev.rollup.read.html.CssColours.Colour;
import dev.rollup.read.html.StyleSheet.Found;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.LineHeight;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How what stands in an element looks, by all that it and what it stands in say.
 *
 * @param letters how its letters look
 * @param ground the colour behind them; null where nobody knows
 * @param gone whether it takes no place at all
 * @param unseen whether it takes its place and is not seen
 * @param marks what else is the matter with everything in there
 * @param font the name of the font, for letters that are pictures; null for the usual one
 * @param points the size of the letters
 * @param spaced whether white space and line ends are seen
 * @param absolute whether it lies over the page
 * @param format the code of the format that numbers are written out in; null for none
 */
record HtmlLook(
    LetterLook letters,
    @Nullable Integer ground,
    boolean gone,
    boolean unseen,
    Set<Mark> marks,
    @Nullable String font,
    double points,
    boolean spaced,
    boolean absolute,
    @Nullable String format) {

  private static final int WHITE = 0xFFFFFF;
  private static final double USUAL_POINTS = 12;
  private static final double POINTS_OF_PIXEL = 0.75;
  private static final double FAR_AWAY = 700;

  /** Nobody reads letters that were made so small. */
  private static final double UNREADABLE_ZOOM = 0.15;

  /** What a page looks like that says nothing. */
  static final HtmlLook PAGE =
      new HtmlLook(
          // Letters of no colour of their own are black whatever is behind them.
          new LetterLook.Builder().colour(0).build(),
          WHITE,
          false,
          false,
          Set.of(),
          null,
          USUAL_POINTS,
          false,
          false,
          null);

  private static final Pattern LENGTH =
      Pattern.compile("([+-]?[0-9]{0,6}(?:\\.[0-9]{0,6})?)(pt|px|em|rem|ex|%|in|cm|mm|pc)?");

  private static final Pattern SIZE_IN_FONT =
      Pattern.compile("(?i)(?:^|\\s)([0-9.]{1,8}(?:pt|px|em|rem|%|in|cm|mm|pc)|0)(?:\\s|/|$)");

  /** As programs before CSS 3 said that nothing is seen; none of these goes back over zeros. */
  private static final Pattern CLEAR = Pattern.compile("opacity[=(]0*+\\.?+0*+[0-5]?+[)%]");

  private static final Pattern NOTHING_LEFT = Pattern.compile("0*+\\.?+0*+%?+");

  private static final Pattern CUT_AWAY =
      Pattern.compile("rect\\(\\s*+0|inset\\(\\s*+(?:50|100)%|^circle\\(0");

  private static final Map<String, Double> SIZES =
      Map.of(
          "xx-small",
          7.5,
          "x-small",
          7.5,
          "small",
          10.0,
          "medium",
          12.0,
          "large",
          13.5,
          "x-large",
          18.0,
          "xx-large",
          24.0);

  /** What an element says by its name and attributes. */
  record Own(
      boolean struck,
      boolean shifted,
      boolean hidden,
      boolean turned,
      boolean spaced,
      @Nullable String colour,
      @Nullable String ground,
      @Nullable String face) {
    static final Own NOTHING = new Own(false, false, false, false, false, null, null, null);
  }

  /** Returns the look of an element inside. */
  HtmlLook inside(Own own, Found found, boolean isCell) {
    return own.equals(Own.NOTHING) && found.equals(Found.NOTHING)
        ? this
        : new Laying(this, isCell).all(own, found);
  }

  /** Returns the same for a row or column that takes no place: what it holds is not seen there. */
  HtmlLook keptUnseen() {
    return new HtmlLook(
        letters, ground, false, true, marks, font, points, spaced, absolute, format);
  }

  /** Returns the same where nobody knows whether what is written there stands so. */
  HtmlLook doubted() {
    var all = EnumSet.of(Mark.RESTYLED);
    all.addAll(marks);
    return new HtmlLook(
        letters, ground, gone, unseen, Set.copyOf(all), font, points, spaced, absolute, format);
  }

  /** Returns what keeps a person from seeing what is written so. */
  Set<Mark> seenMarks() {
    Set<Mark> own = letters.marks(ground);
    if (!unseen && marks.isEmpty()) {
      return own;
    }
    var all = EnumSet.noneOf(Mark.class);
    all.addAll(own);
    all.addAll(marks);
    if (unseen) {
      all.add(Mark.HIDDEN);
    }
    return all;
  }

  /** Returns a length in points; NaN where none is written. */
  static double points(String written, double ofLetters) {
    Matcher length = LENGTH.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!length.matches() || !length.group(1).matches(".*[0-9].*")) {
      return Double.NaN;
    }
    double number = Double.parseDouble(length.group(1));
    String unit = length.group(2) == null ? "px" : length.group(2);
    return switch (unit) {
      case "pt" -> number;
      case "em" -> number * ofLetters;
      case "rem" -> number * USUAL_POINTS;
      case "ex" -> number * ofLetters / 2;
      case "%" -> number * ofLetters / 100;
      case "in" -> number * 72;
      case "cm" -> number * 28.35;
      case "mm" -> number * 2.835;
      case "pc" -> number * 12;
      default -> number * POINTS_OF_PIXEL;
    };
  }

  /** One look laid over another. */
  private static final class Laying {
    private final HtmlLook outer;
    private final boolean isCell;
    private final LetterLook.Builder said = new LetterLook.Builder();
    private final EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    private @Nullable Integer ground;
    private boolean gone;
    private boolean unseen;
    private @Nullable String font;
    private double points;
    private boolean spaced;
    private boolean absolute;
    private @Nullable String format;

    Laying(HtmlLook outer, boolean isCell) {
      this.outer = outer;
      this.isCell = isCell;
      marks.addAll(outer.marks);
      ground = outer.ground;
      gone = outer.gone;
      unseen = outer.unseen;
      font = outer.font;
      points = outer.points;
      spaced = outer.spaced;
      absolute = outer.absolute;
      format = outer.format;
    }

    HtmlLook all(Own own, Found found) {
      if (own.struck()) {
        said.struckOut(true);
      }
      if (own.shifted()) {
        said.raisedOrLowered(true);
      }
      gone |= own.hidden();
      spaced |= own.spaced();
      if (own.turned()) {
        marks.add(Mark.RESTYLED);
      }
      if (own.colour() != null) {
        colour(own.colour());
      }
      if (own.ground() != null) {
        background(own.ground());
      }
      if (own.face() != null) {
        face(own.face());
      }
      Map<String, String> values = new HashMap<>();
      found.said().forEach((property, value) -> values.put(property, plain(value)));
      // Sizes first: other lengths are parts of them.
      size(values);
      found.said().keySet().forEach(property -> one(property, values.getOrDefault(property, "")));
      together(values);
      if (found.doubtful()) {
        marks.add(Mark.RESTYLED);
      }
      return new HtmlLook(
          said.build().over(outer.letters),
          ground,
          gone,
          unseen,
          Set.copyOf(marks),
          font,
          points,
          spaced,
          absolute,
          format);
    }

    private static String plain(String value) {
      return StyleSheet.isImportant(value)
          ? value.substring(0, value.lastIndexOf('!')).strip()
          : value;
    }

    private void size(Map<String, String> values) {
      String font = values.get("font");
      if (font != null) {
        Matcher size = SIZE_IN_FONT.matcher(font);
        if (size.find()) {
          size(size.group(1));
        }
      }
      String size = values.get("font-size");
      if (size != null) {
        size(size);
      }
    }

    private void size(String written) {
      String value = written.strip().toLowerCase(Locale.ROOT);
      double said = SIZES.getOrDefault(value, points(value, outer.points));
      if (!Double.isNaN(said)) {
        points = Math.max(0, Math.min(1_000, said));
        this.said.size((int) Math.round(2 * points));
      }
    }

    private void one(String property, String value) {
      String lower = value.toLowerCase(Locale.ROOT);
      switch (property) {
        case "color", "-webkit-text-fill-color" -> colour(value);
        case "background", "background-color" -> background(value);
        case "background-image" -> ground = lower.startsWith("none") ? ground : null;
        case "text-decoration", "text-decoration-line" -> {
          // A line of what an element stands in goes on through it.
          if (lower.contains("line-through")) {
            said.struckOut(true);
          }
        }
        case "text-line-through" -> {
          if (!lower.equals("none")) {
            said.struckOut(true);
          }
        }
        case "vertical-align" -> {
          if (!isCell) {
            shift(lower);
          }
        }
        case "mso-text-raise" -> raise(lower);
        case "display" -> gone |= lower.equals("none");
        case "mso-hide" -> gone |= lower.equals("all");
        case "visibility" -> unseen = lower.equals("hidden") || lower.equals("collapse");
        case "opacity" -> {
          double share = points(lower + "pt", 0);
          if (share <= 0.05) {
            marks.add(Mark.HIDDEN);
          }
        }
        case "filter" -> {
          if (CLEAR.matcher(lower.replace(" ", "")).find()) {
            marks.add(Mark.HIDDEN);
          }
        }
        case "font-family" -> face(value);
        case "font" -> {
          int quote = value.indexOf('"');
          face(quote < 0 ? value.replaceFirst("^.*[0-9a-z%]\\s", "") : value.substring(quote));
        }
        case "mso-font-width", "font-stretch" -> {
          double width = points(lower.replace("%", "pt"), 0);
          if (lower.endsWith("%") && !Double.isNaN(width)) {
            said.width((int) width);
          }
        }
        case "white-space" -> spaced = lower.startsWith("pre") || lower.equals("break-spaces");
        case "position" -> absolute |= lower.equals("absolute") || lower.equals("fixed");
        case "transform", "-webkit-transform" -> {
          if (!lower.equals("none")) {
            marks.add(Mark.RESTYLED);
          }
        }
        case "unicode-bidi" -> {
          if (lower.contains("override")) {
            marks.add(Mark.RESTYLED);
          }
        }
        case "letter-spacing" -> {
          double apart = points(lower, points);
          if (!Double.isNaN(apart)) {
            said.spacing((int) Math.round(20 * apart));
          }
        }
        case "text-indent", "margin-left", "left", "margin-top", "top" -> {
          double far = points(lower, points);
          if (far < -FAR_AWAY) {
            marks.add(Mark.HIDDEN);
          }
        }
        case "clip", "clip-path" -> {
          if (CUT_AWAY.matcher(lower).find()) {
            marks.add(Mark.HIDDEN);
          }
        }
        case "zoom" -> {
          double share = points(lower.endsWith("%") ? lower : lower + "em", 1);
          if (NOTHING_LEFT.matcher(lower).matches() || share <= UNREADABLE_ZOOM) {
            marks.add(Mark.HIDDEN);
          }
        }
        case "mso-number-format" -> format = StyleSheet.unquoted(value);
        default -> {}
      }
    }

    /** What several properties say together. */
    private void together(Map<String, String> values) {
      boolean cut = values.getOrDefault("overflow", "").toLowerCase(Locale.ROOT).equals("hidden");
      if (cut
          && (isNothing(values, "height")
              || isNothing(values, "width")
              || isNothing(values, "max-height")
              || isNothing(values, "max-width"))) {
        marks.add(Mark.HIDDEN);
      }
      double line = points(values.getOrDefault("line-height", ""), points);
      if ("relative".equals(values.get("position"))) {
        raise(values.getOrDefault("top", values.getOrDefault("bottom", "")));
      }
      boolean exact = "exactly".equals(values.get("mso-line-height-rule"));
      if (exact && !Double.isNaN(line) && LineHeight.squeezes((int) (line * 20), true)) {
        marks.add(Mark.HIDDEN);
      }
    }

    private boolean isNothing(Map<String, String> values, String property) {
      return points(values.getOrDefault(property, ""), points) <= 2;
    }

    private void colour(String written) {
      if (written.toLowerCase(Locale.ROOT).matches("inherit|currentcolor")) {
        return;
      }
      Colour colour = CssColours.of(written);
      if (colour != null && colour.clear()) {
        // As if they had the colour of whatever is behind them.
        marks.add(Mark.HIDDEN);
        return;
      }
      said.colour(colour == null ? null : Integer.valueOf(colour.rgb()));
    }

    private void background(String written) {
      String lower = written.toLowerCase(Locale.ROOT);
      if (lower.contains("url(") || lower.contains("gradient(")) {
        ground = null;
        return;
      }
      Colour whole = CssColours.of(lower);
      if (whole != null) {
        ground = whole.clear() ? ground : (Integer) whole.rgb();
        return;
      }
      int begin = 0;
      int brackets = 0;
      for (int i = 0; i <= lower.length(); i++) {
        char c = i < lower.length() ? lower.charAt(i) : ' ';
        brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (i == lower.length() || brackets == 0 && Character.isWhitespace(c)) {
          Colour colour = CssColours.of(lower.substring(begin, i));
          ground = colour != null && !colour.clear() ? Integer.valueOf(colour.rgb()) : ground;
          begin = i + 1;
        }
      }
    }

    private void face(String family) {
      String first = family.replaceFirst(",.*", "").replaceAll("[\"']", "").strip();
      if (!first.isEmpty()) {
        font = first;
      }
    }

    private void shift(String value) {
      if (value.equals("super") || value.equals("sub") || value.startsWith("text-")) {
        said.raisedOrLowered(!value.startsWith("text-"));
        return;
      }
      raise(value);
    }

    private void raise(String value) {
      double by = points(value, points);
      if (!Double.isNaN(by)) {
        said.position((int) Math.round(2 * by));
      }
    }
  }
}
