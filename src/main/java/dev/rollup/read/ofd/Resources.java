package dev.rollup.read.ofd;

import dev.rollup.read.format.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the objects of pages refer to by number: fonts, colours, ways to draw, drawings. */
final class Resources {

  private static final int DEEPEST = 8;

  private final Map<String, Node> parameters = new HashMap<>();
  private final Map<String, Node> units = new HashMap<>();
  private final Map<String, Node> spaces = new HashMap<>();
  private final Map<String, String> fonts = new HashMap<>();

  /** Adds what a part holds, where it is there; what is known already stays. */
  void add(OfdFile file, String folder, Iterable<Node> places) throws Refusal {
    for (var place : places) {
      var part = file.optional(folder, place.text());
      if (part.isPresent()) {
        add(part.get().root());
      }
    }
  }

  private void add(Node root) {
    for (var list : root.children()) {
      for (var each : list.children()) {
        String id = each.attribute("ID");
        if (id == null) {
          continue;
        }
        switch (each.name()) {
          case "DrawParam" -> parameters.putIfAbsent(id, each);
          case "CompositeGraphicUnit" -> units.putIfAbsent(id, each);
          case "ColorSpace" -> spaces.putIfAbsent(id, each);
          case "Font" -> {
            String name = each.attribute("FontName");
            fonts.putIfAbsent(id, name == null ? "" : name);
          }
          default -> {}
        }
      }
    }
  }

  /** Returns the drawing of a number, or null. */
  @Nullable Node unit(@Nullable String id) {
    return id == null ? null : units.get(id);
  }

  /** Returns the name of a font; empty where nobody knows it. */
  String font(@Nullable String id) {
    return id == null ? "" : fonts.getOrDefault(id, "");
  }

  /**
   * Returns what an object says about how it is drawn, else what it refers to says, and that refers
   * to.
   *
   * @param name of a child, as {@code FillColor}
   */
  @Nullable Node said(Node object, @Nullable String layer, String name) {
    Node own = object.child(name);
    String next = object.attribute("DrawParam");
    next = next == null ? layer : next;
    for (int i = 0; own == null && next != null && i < DEEPEST; i++) {
      Node parameter = parameters.get(next);
      own = parameter == null ? null : parameter.child(name);
      next = parameter == null ? null : parameter.attribute("Relative");
    }
    return own;
  }

  /** Returns a number that an object or what it refers to says. */
  double number(Node object, @Nullable String layer, String name, double otherwise) {
    double own = object.number(name, Double.NaN);
    String next = object.attribute("DrawParam");
    next = next == null ? layer : next;
    for (int i = 0; Double.isNaN(own) && next != null && i < DEEPEST; i++) {
      Node parameter = parameters.get(next);
      own = parameter == null ? Double.NaN : parameter.number(name, Double.NaN);
      next = parameter == null ? null : parameter.attribute("Relative");
    }
    return Double.isNaN(own) ? otherwise : own;
  }

  /** Returns a colour as {@code 0xRRGGBB}; null where nobody knows. */
  @Nullable Integer colour(Node colour) {
    if (!colour.children().isEmpty()) {
      return null;
    }
    String id = colour.attribute("ColorSpace");
    Node space = id == null ? null : spaces.get(id);
    String value = colour.attribute("Value");
    if (value == null && space != null && colour.attribute("Index") != null) {
      Node palette = space.child("Palette");
      int index = (int) colour.number("Index", 0);
      value =
          palette != null && index >= 0 && index < palette.children().size()
              ? palette.children().get(index).text()
              : null;
    }
    if (value == null) {
      return 0;
    }
    int[] parts = parts(value);
    return switch (parts.length) {
      case 1 -> parts[0] << 16 | parts[0] << 8 | parts[0];
      case 3 -> parts[0] << 16 | parts[1] << 8 | parts[2];
      case 4 -> {
        int light = 255 - parts[3];
        yield (255 - parts[0]) * light / 255 << 16
            | (255 - parts[1]) * light / 255 << 8
            | (255 - parts[2]) * light / 255;
      }
      default -> null;
    };
  }

  /** Parts of a colour go from 0 to 255, in tens or, behind a sign, in sixteens. */
  private static int[] parts(String value) {
    String[] words = value.strip().split("\\s+", -1);
    int[] parts = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        double part =
            words[i].startsWith("#")
                ? Integer.parseInt(words[i].substring(1), 16)
                : Double.parseDouble(words[i]);
        parts[i] = (int) Math.round(Math.min(255, Math.max(0, part)));
      } catch (NumberFormatException e) {
        return new int[0];
      }
    }
    return parts;
  }
}
