package dev.rollup.read.odf;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.sheet.SheetColors;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The styles of one file, each with what it takes over from its parents. */
final class Styles {

  /** A chain of parents is shorter than this. */
  private static final int MOST_PARENTS = 32;

  private static final String LINE_THROUGH = "text-line-through-";

  /** The background of a paragraph, as opposed to that of its letters. */
  private static final String OF_PARAGRAPH = "paragraph-background";

  /** Columns are measured in digits of seven pixels. */
  private static final double POINTS_OF_DIGIT = 5.25;

  private final Looks looks = new Looks(new SheetColors(List.of()));
  private final Map<String, Map<String, String>> all = new HashMap<>();

  /** The names of fonts by what styles call them. */
  private final Map<String, String> fonts = new HashMap<>();

  /** By style what it does to a cell: most cells of a form have one of a few. */
  private final Map<@Nullable String, Set<Mark>> ofCells = new HashMap<>();

  /** Returns the same styles, to which others may be added. */
  Styles copy() {
    var copy = new Styles();
    copy.all.putAll(all);
    copy.fonts.putAll(fonts);
    return copy;
  }

  /** Reads a list of fonts; the cursor is on the list. */
  void readFonts(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      String name = xml.attribute(Odf.STYLE, "name");
      String family = xml.attribute(Odf.SVG, "font-family");
      if (name != null && family != null) {
        fonts.put(name, unquoted(family));
        Limits.checkListed(fonts.size());
      }
      xml.skip();
    }
  }

  private static String unquoted(String name) {
    return name.replaceAll("^'|'$", "");
  }

  /** Reads what stands in a list of styles; the cursor is on the list. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      boolean standard = xml.name().equals("default-style");
      if (!standard && !xml.name().equals("style")) {
        xml.skip();
        continue;
      }
      String name = standard ? "" : xml.attribute(Odf.STYLE, "name");
      String family = xml.attribute(Odf.STYLE, "family");
      var properties = new HashMap<String, String>();
      keep(xml, Odf.STYLE, properties, "parent-style-name", "data-style-name", "master-page-name");
      while (xml.toChild()) {
        if (xml.name().equals("map")) {
          String applied = xml.attribute(Odf.STYLE, "apply-style-name");
          properties.merge(
              "map", applied == null ? "" : applied, (one, other) -> one + '\n' + other);
        } else if (xml.name().endsWith("-properties")) {
          readProperties(xml, properties);
        }
        xml.skip();
      }
      all.put(family + '/' + name, properties);
      Limits.checkListed(all.size());
    }
  }

  private static void readProperties(XmlCursor xml, Map<String, String> into) {
    keep(
        xml,
        Odf.STYLE,
        into,
        LINE_THROUGH + "style",
        LINE_THROUGH + "type",
        "text-position",
        "column-width",
        "row-height",
        "cell-protect",
        "use-window-font-color",
        "text-scale",
        "font-name");
    keep(xml, Odf.FO, into, "color", "font-size", "font-family", "line-height");
    keep(xml, Odf.EXTENSION, into, "opacity");
    keep(xml, Odf.TEXT, into, "display");
    keep(xml, Odf.TABLE, into, "display");
    // A paragraph has a background of its own; in a sheet that of the cell is the one that counts.
    String ground = xml.attribute(Odf.FO, "background-color");
    if (ground != null) {
      into.put(
          xml.name().equals("paragraph-properties") ? OF_PARAGRAPH : "background-color", ground);
    }
  }

  private static void keep(
      XmlCursor xml, Set<String> namespace, Map<String, String> into, String... names) {
    for (String name : names) {
      String value = xml.attribute(namespace, name);
      if (value != null) {
        into.put(name, value);
      }
    }
  }

  /** Tells whether a sheet of that style is shown. */
  boolean sheetHidden(@Nullable String style) {
    return "false".equals(property("table", style, "display"));
  }

  /** Returns how wide a column of that style is, in digits; null where it does not say. */
  @Nullable Double width(@Nullable String style) {
    var points = Length.points(property("table-column", style, "column-width"));
    return points.isEmpty() ? null : points.getAsDouble() / POINTS_OF_DIGIT;
  }

  /** Returns how high a row of that style is, in points; null where it does not say. */
  @Nullable Double height(@Nullable String style) {
    var points = Length.points(property("table-row", style, "row-height"));
    return points.isEmpty() ? null : points.getAsDouble();
  }

  /** Tells whether the style has a format for numbers. */
  boolean formatsNumbers(@Nullable String style) {
    return property("table-cell", style, "data-style-name") != null;
  }

  /** Returns what a style does to the look of a cell, be it for some values only. */
  Set<Mark> ofCell(@Nullable String style) throws Refusal {
    Set<Mark> known = ofCells.get(style);
    if (known == null) {
      known = lookOfCell(style);
      ofCells.put(style, known);
    }
    return known;
  }

  private Set<Mark> lookOfCell(@Nullable String style) throws Refusal {
    var marks = look("table-cell", style, null);
    String hides = property("table-cell", style, "cell-protect");
    if ("hidden-and-protected".equals(hides)) {
      marks.add(Mark.HIDDEN);
    }
    String maps = property("table-cell", style, "map");
    for (String applied : maps == null ? List.<String>of() : maps.lines().toList()) {
      if (changesWhatIsSeen(applied)) {
        marks.add(Mark.RESTYLED);
      }
    }
    return marks;
  }

  /** Tells whether a cell of that style may not show what it holds. */
  boolean changesWhatIsSeen(String style) throws Refusal {
    // It takes a format over from its parent, as the cell does that it is applied to.
    boolean formats =
        all.getOrDefault("table-cell/" + style, Map.of()).containsKey("data-style-name");
    return formats || !look("table-cell", style, null).isEmpty();
  }

  /** Returns what a style does to a stretch of text in a cell. */
  Set<Mark> ofText(String style, @Nullable String cell) throws Refusal {
    return look("text", style, property("table-cell", cell, "background-color"));
  }

  private EnumSet<Mark> look(String family, @Nullable String style, @Nullable String behind)
      throws Refusal {
    String line = property(family, style, LINE_THROUGH + "style");
    String type = property(family, style, LINE_THROUGH + "type");
    String position = property(family, style, "text-position");
    OptionalDouble size = Length.points(property(family, style, "font-size"));
    String font = property(family, style, "font-name");
    boolean automatic = "true".equals(property(family, style, "use-window-font-color"));
    String own = property(family, style, "background-color");
    SheetColor ground = color(own == null || own.equals("transparent") ? behind : own);
    var characters =
        new CellFont(
            TextLook.isStruck(line, type),
            position != null && !position.matches("0%?(?: .*)?"),
            size.isPresent() && CellFont.isTiny(size.getAsDouble()),
            font != null && CellFont.hasPictograms(font),
            automatic ? null : color(property(family, style, "color")));
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(looks.marks(characters, ground == null ? CellFill.NONE : CellFill.even(ground)));
    if ("none".equals(property(family, style, "display"))) {
      marks.add(Mark.HIDDEN);
    }
    return marks;
  }

  /** Returns a colour as {@code #ff0000} says it; null for none. */
  private static @Nullable SheetColor color(@Nullable String written) {
    return written != null && written.matches("#[0-9a-fA-F]{6}")
        ? new SheetColor(SheetColor.Kind.RGB, Integer.parseInt(written.substring(1), 16), 0)
        : null;
  }

  /** Returns the page that begins with a paragraph or table of that style; null for none. */
  @Nullable String page(String family, @Nullable String style) {
    String name = property(family, style, "master-page-name");
    return name == null || name.isEmpty() ? null : name;
  }

  /** Returns the colour behind what has that style, as 0xRRGGBB; null where it says none. */
  @Nullable Integer ground(String family, @Nullable String style) {
    return TextLook.colour(
        property(family, style, family.equals("paragraph") ? OF_PARAGRAPH : "background-color"));
  }

  /** Returns how high the lines of a paragraph of that style are; null where they just fit. */
  @Nullable Double lineHeight(@Nullable String style) {
    var points = Length.points(property("paragraph", style, "line-height"));
    return points.isEmpty() ? null : points.getAsDouble();
  }

  /**
   * Returns how characters look.
   *
   * @param spans the styles of the stretches that they stand in, the innermost first
   */
  TextLook textLook(@Nullable String paragraph, List<String> spans) {
    var said = new ArrayList<Map<String, String>>();
    for (String span : spans) {
      said.addAll(chain("text", span));
    }
    said.addAll(chain("paragraph", paragraph));
    said.add(all.getOrDefault("paragraph/", Map.of()));
    return TextLook.of(said, fonts);
  }

  private @Nullable String property(String family, @Nullable String style, String property) {
    for (var properties : chain(family, style)) {
      String value = properties.get(property);
      if (value != null) {
        return value;
      }
    }
    return all.getOrDefault(family + '/', Map.of()).get(property);
  }

  /** Returns what a style says, and what those say that it goes back to. */
  private List<Map<String, String>> chain(String family, @Nullable String style) {
    var chain = new ArrayList<Map<String, String>>(2);
    String name = style;
    while (name != null && chain.size() < MOST_PARENTS) {
      Map<String, String> properties = all.getOrDefault(family + '/' + name, Map.of());
      chain.add(properties);
      name = properties.get("parent-style-name");
    }
    return chain;
  }
}
