package dev.rollup.read.odf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.text.LineHeight;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The styles of one file, each with what it takes over from its parents. */
final class Styles {

  /** A chain of parents is shorter than this. */
  /** How many of the units that heights are told in make a point. */
  private static final int PARTS_OF_POINT = 20;

  private static final int MOST_PARENTS = 32;

  private static final Pattern QUOTES = Pattern.compile("^'|'$");

  /** The background of a paragraph, as opposed to that of its letters. */
  private static final String OF_PARAGRAPH = "paragraph-background";

  private final DataStyles formats = new DataStyles();
  private final Map<String, Map<String, String>> all = new HashMap<>();

  /** The names of fonts by what styles call them. */
  private final Map<String, String> fonts = new HashMap<>();

  /** By style those that are laid over it for some values. */
  private final Map<String, List<Mapped>> mapped = new HashMap<>();

  private int maps;

  /**
   * A style that is laid over another one.
   *
   * @param condition for which values; null where the file does not say
   */
  record Mapped(String applied, @Nullable String condition) {}

  /** Returns the same styles, to which others may be added. */
  Styles copy() {
    var copy = new Styles();
    copy.all.putAll(all);
    copy.fonts.putAll(fonts);
    copy.mapped.putAll(mapped);
    copy.formats.addAll(formats);
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

  /** Returns the name of the font that styles say; null where they say none. */
  @Nullable String font(List<Map<String, String>> said) {
    for (var style : said) {
      String called = style.get("font-name");
      String family = style.get("font-family");
      if (called != null || family != null) {
        return called == null
            ? unquoted(String.valueOf(family))
            : fonts.getOrDefault(called, called);
      }
    }
    return null;
  }

  private static String unquoted(String name) {
    return QUOTES.matcher(name).replaceAll("");
  }

  /** Reads what stands in a list of styles; the cursor is on the list. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "default-style" -> readStyle(xml, "");
        case "style" -> readStyle(xml, xml.attribute(Odf.STYLE, "name"));
        default -> {
          if (Odf.NUMBER.contains(xml.namespace())) {
            formats.read(xml);
          } else {
            xml.skip();
          }
        }
      }
    }
  }

  private void readStyle(XmlCursor xml, @Nullable String name) throws Refusal {
    String family = xml.attribute(Odf.STYLE, "family");
    String shown = xml.attribute(Odf.STYLE, "display-name");
    var properties = new HashMap<String, String>();
    keep(xml, Odf.STYLE, properties, "parent-style-name", "data-style-name", "master-page-name");
    while (xml.toChild()) {
      if (xml.name().equals("map")) {
        String applied = xml.attribute(Odf.STYLE, "apply-style-name");
        if (applied != null) {
          mapped
              .computeIfAbsent(family + '/' + name, key -> new ArrayList<>())
              .add(new Mapped(applied, xml.attribute(Odf.STYLE, "condition")));
          Limits.checkListed(++maps);
        }
      } else if (xml.name().endsWith("-properties")) {
        readProperties(xml, properties);
      }
      xml.skip();
    }
    all.put(family + '/' + name, properties);
    if (shown != null) {
      // Some programs call a style by the name that people see.
      all.putIfAbsent(family + '/' + shown, properties);
    }
    Limits.checkListed(all.size());
  }

  private static void readProperties(XmlCursor xml, Map<String, String> into) {
    keep(
        xml,
        Odf.STYLE,
        into,
        StyleChain.LINE_THROUGH + "style",
        StyleChain.LINE_THROUGH + "type",
        StyleChain.LINE_THROUGH + "text",
        "text-combine",
        "font-size-asian",
        "text-position",
        "column-width",
        "row-height",
        "use-optimal-row-height",
        "repeat-content",
        "cell-protect",
        "use-window-font-color",
        "text-scale",
        "font-name");
    keep(xml, Odf.FO, into, "color", "font-size", "font-family", "line-height", "letter-spacing");
    keep(xml, Odf.EXTENSION, into, "opacity");
    keep(xml, Odf.TEXT, into, "display");
    keep(xml, Odf.TABLE, into, "display");
    // A paragraph has a background of its own; in a sheet that of the cell is the one that counts.
    String ground = xml.attribute(Odf.FO, "background-color");
    if (ground == null && "solid".equals(xml.attribute(Odf.DRAW, "fill"))) {
      // The area of a paragraph may be said as that of a drawing.
      String filled = xml.attribute(Odf.DRAW, "fill-color");
      if (filled != null) {
        into.put(OF_PARAGRAPH, filled);
      }
    }
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
    return points.isEmpty() ? null : SheetSizes.digits(points.getAsDouble());
  }

  /**
   * Returns how high a row of that style is, in points; null where it does not say, or is as high
   * as what it holds.
   */
  @Nullable Double height(@Nullable String style) {
    var points = Length.points(property("table-row", style, "row-height"));
    boolean fits = "true".equals(property("table-row", style, "use-optimal-row-height"));
    return points.isEmpty() || fits ? null : points.getAsDouble();
  }

  /** Returns how values are written out. */
  DataStyles formats() {
    return formats;
  }

  /** Returns the styles that are laid over a style for some values. */
  List<Mapped> mapped(String family, String style) {
    return mapped.getOrDefault(family + '/' + style, List.of());
  }

  /** Returns what a style says, and what is said where it says nothing, the nearest first. */
  List<Map<String, String>> said(String family, @Nullable String style) {
    var said = chain(family, style);
    said.add(all.getOrDefault(family + '/', Map.of()));
    return said;
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

  /** Tells whether the lines of a paragraph of that style are so low that nobody reads them. */
  boolean squeezesLines(@Nullable String style) {
    var points = Length.points(property("paragraph", style, "line-height"));
    return points.isPresent() && isSqueezed(points.getAsDouble());
  }

  /** Tells whether a row of that style is so low that nobody reads what it holds. */
  boolean squeezesRow(@Nullable String style) {
    Double height = height(style);
    return height != null && isSqueezed(height);
  }

  private static boolean isSqueezed(double points) {
    return LineHeight.squeezes((int) (points * PARTS_OF_POINT), true);
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
    return TextLook.of(said, font(said));
  }

  private @Nullable String property(String family, @Nullable String style, String property) {
    return StyleChain.first(said(family, style), property);
  }

  /** Returns what a style says, and what those say that it goes back to. */
  List<Map<String, String>> chain(String family, @Nullable String style) {
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
