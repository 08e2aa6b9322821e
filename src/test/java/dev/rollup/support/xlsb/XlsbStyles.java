package dev.rollup.support.xlsb;

import dev.rollup.read.xml.EscapedText;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Writes how the cells of a workbook look. */
final class XlsbStyles {

  private static final List<String> PATTERNS =
      List.of(
          "none",
          "solid",
          "mediumGray",
          "darkGray",
          "lightGray",
          "darkHorizontal",
          "darkVertical",
          "darkDown",
          "darkUp",
          "darkGrid",
          "darkTrellis",
          "lightHorizontal",
          "lightVertical",
          "lightDown",
          "lightUp",
          "lightGrid",
          "lightTrellis",
          "gray125",
          "gray0625");

  private static final List<String> ALIGNMENTS =
      List.of(
          "general",
          "left",
          "center",
          "right",
          "fill",
          "justify",
          "centerContinuous",
          "distributed");

  private static final int GRADIENT = 40;

  private final Element root;

  /** The fonts of the workbook; those of runs are added behind them. */
  private final List<Element> fonts = new ArrayList<>();

  /** What newer rules lay over cells, in the order in which they came up. */
  private final List<Element> newer = new ArrayList<>();

  private final List<String> fontTexts = new ArrayList<>();

  /** The styles of a part; null where there is none. */
  XlsbStyles(Element root) {
    this.root = root;
    Element own = root == null ? null : Xml.child(root, "fonts");
    if (own != null) {
      Xml.children(own, "font").forEach(this::add);
    }
  }

  private void add(Element font) {
    fonts.add(font);
    fontTexts.add(written(font));
  }

  /** Returns the number of the font of a run. */
  int font(Element properties) {
    int known = fontTexts.indexOf(written(properties));
    if (known < 0) {
      add(properties);
      known = fonts.size() - 1;
    }
    return known;
  }

  /** Makes sure that there is a part for fonts to be in. */
  void requireFonts() {
    if (root == null || fonts.isEmpty()) {
      throw new IllegalArgumentException("runs without any fonts");
    }
  }

  /** Returns the number of the font of a style. */
  int fontOf(int style) {
    List<Element> all = children("cellXfs", "xf");
    return style < all.size() ? Xml.number(all.get(style), "fontId", 0) : 0;
  }

  /** Returns the number of what a newer rule lays over cells. */
  int newer(Element differential) {
    newer.add(differential);
    return newer.size() - 1;
  }

  private static String written(Element font) {
    var text = new StringBuilder();
    for (var child : Xml.children(font, "*")) {
      text.append(child.getLocalName().equals("rFont") ? "name" : child.getLocalName());
      for (int i = 0; i < child.getAttributes().getLength(); i++) {
        text.append(' ').append(child.getAttributes().item(i).getNodeValue());
      }
      text.append(';');
    }
    return text.toString();
  }

  byte[] part() {
    var to = new RecordWriter().record(278);
    to.record(615).i32(0);
    for (var format : children("numFmts", "numFmt")) {
      to.record(44)
          .u16(Xml.number(format, "numFmtId", 0))
          .text(EscapedText.decode(format.getAttribute("formatCode")));
    }
    to.record(616).record(611).i32(fonts.size());
    fonts.forEach(font -> font(to, font));
    to.record(612).record(603).i32(0);
    children("fills", "fill").forEach(fill -> fill(to, fill));
    to.record(604).record(613).i32(1).record(46).zeros(51).record(614);
    to.record(626).i32(1).record(47).u16(0xFFFF).zeros(10).u16(0x1010).u16(0).record(627);
    to.record(617).i32(0);
    children("cellXfs", "xf").forEach(style -> style(to, style));
    to.record(618).record(619).i32(1);
    to.record(48).i32(0).u16(1).u8(0).u8(0xFF).text("Normal").record(620);
    to.record(505).i32(0);
    children("dxfs", "dxf").forEach(look -> differential(to.record(507), look));
    to.record(506);
    palette(to);
    if (!newer.isEmpty()) {
      to.record(35).i32(0xE02).record(1172).i32(0).i32(newer.size());
      newer.forEach(look -> differential(to.record(1171).i32(0), look));
      to.record(1173).record(36);
    }
    return to.record(279).part();
  }

  private List<Element> children(String list, String name) {
    Element parent = root == null ? null : Xml.child(root, list);
    return parent == null ? List.of() : Xml.children(parent, name);
  }

  private void palette(RecordWriter to) {
    for (var colors : children("colors", "indexedColors")) {
      to.record(473).record(565).i32(64);
      for (var color : Xml.children(colors, "rgbColor")) {
        int rgb = rgb(color.getAttribute("rgb"));
        to.record(475).u8(rgb >> 16).u8(rgb >> 8).u8(rgb).u8(0xFF);
      }
      to.record(566).record(474);
    }
  }

  private static String value(Element font, String name, String otherwise) {
    Element child = Xml.child(font, name);
    return child == null ? otherwise : Xml.attribute(child, "val", otherwise);
  }

  private static boolean isOn(Element font, String name) {
    Element child = Xml.child(font, name);
    return child != null && Xml.flag(child, "val", true);
  }

  private static int shift(Element font) {
    return switch (value(font, "vertAlign", "")) {
      case "superscript" -> 1;
      case "subscript" -> 2;
      default -> 0;
    };
  }

  private static void font(RecordWriter to, Element font) {
    String name = value(font, "name", value(font, "rFont", ""));
    to.record(43)
        .u16((int) Math.round(20 * Double.parseDouble(value(font, "sz", "11"))))
        .u16(isOn(font, "strike") ? 8 : 0)
        .u16(400)
        .u16(shift(font))
        .zeros(4);
    color(to, Xml.child(font, "color")).u8(0).text(name);
  }

  private static RecordWriter color(RecordWriter to, Element color) {
    int tint = color == null ? 0 : (int) Math.round(Xml.real(color, "tint", 0) * 0x7FFF);
    if (color != null && color.hasAttribute("rgb") && color.getAttribute("rgb").length() >= 6) {
      int rgb = rgb(color.getAttribute("rgb"));
      return to.u8(2 << 1 | 1).u8(0xFF).u16(tint).u8(rgb >> 16).u8(rgb >> 8).u8(rgb).u8(0xFF);
    }
    if (color != null && color.hasAttribute("theme")) {
      return to.u8(3 << 1).u8(Xml.number(color, "theme", 0)).u16(tint).i32(0xFF000000);
    }
    if (color != null && color.hasAttribute("indexed")) {
      return to.u8(1 << 1).u8(Xml.number(color, "indexed", 0)).u16(tint).i32(0xFF000000);
    }
    return to.u8(0).u8(0).u16(0).i32(0xFF000000);
  }

  private static int rgb(String digits) {
    return (int) Long.parseLong(digits.substring(Math.max(0, digits.length() - 6)), 16);
  }

  private static void fill(RecordWriter to, Element fill) {
    Element pattern = Xml.child(fill, "patternFill");
    Element gradient = Xml.child(fill, "gradientFill");
    int kind = pattern == null ? 0 : kind(pattern, "none");
    to.record(45).i32(gradient == null ? kind : GRADIENT);
    color(to, pattern == null ? null : Xml.child(pattern, "fgColor"));
    color(to, pattern == null ? null : Xml.child(pattern, "bgColor"));
    List<Element> stops = gradient == null ? List.of() : Xml.children(gradient, "stop");
    to.zeros(44).i32(stops.size());
    for (var stop : stops) {
      color(to, Xml.child(stop, "color")).real(Xml.real(stop, "position", 0));
    }
  }

  private static int kind(Element pattern, String otherwise) {
    return PATTERNS.indexOf(Xml.attribute(pattern, "patternType", otherwise));
  }

  private static void style(RecordWriter to, Element style) {
    Element alignment = Xml.child(style, "alignment");
    int horizontal =
        alignment == null
            ? 0
            : ALIGNMENTS.indexOf(Xml.attribute(alignment, "horizontal", "general"));
    to.record(47)
        .u16(0)
        .u16(Xml.number(style, "numFmtId", 0))
        .u16(Xml.number(style, "fontId", 0))
        .u16(Xml.number(style, "fillId", 0))
        .u16(0)
        .u16(0)
        .u16(horizontal | 2 << 3 | 1 << 12)
        .u16(0x3F);
  }

  private static void differential(RecordWriter to, Element look) {
    var properties = new ArrayList<byte[]>();
    Element format = Xml.child(look, "numFmt");
    if (format != null && format.hasAttribute("formatCode")) {
      String code = EscapedText.decode(format.getAttribute("formatCode"));
      properties.add(property(0x26, new RecordWriter().shortText(code)));
      properties.add(property(0x29, new RecordWriter().u16(Xml.number(format, "numFmtId", 0))));
    } else if (format != null) {
      properties.add(property(0x29, new RecordWriter().u16(Xml.number(format, "numFmtId", 0))));
    }
    Element font = Xml.child(look, "font");
    if (font != null) {
      font(properties, font);
    }
    Element fill = Xml.child(look, "fill");
    if (fill != null) {
      fill(properties, fill);
    }
    to.u16(0).u16(0).u16(properties.size());
    properties.forEach(to::bytes);
  }

  private static void font(List<byte[]> properties, Element font) {
    Element color = Xml.child(font, "color");
    if (color != null) {
      properties.add(property(0x05, color(new RecordWriter(), color)));
    }
    String name = value(font, "name", null);
    if (name != null) {
      properties.add(property(0x18, new RecordWriter().shortText(name)));
    }
    if (Xml.child(font, "vertAlign") != null) {
      properties.add(property(0x1B, new RecordWriter().u16(shift(font))));
    }
    properties.add(property(0x1D, new RecordWriter().u8(isOn(font, "strike") ? 1 : 0)));
    String size = value(font, "sz", null);
    if (size != null) {
      int twips = (int) Math.round(20 * Double.parseDouble(size));
      properties.add(property(0x24, new RecordWriter().i32(twips)));
    }
  }

  private static void fill(List<byte[]> properties, Element fill) {
    Element pattern = Xml.child(fill, "patternFill");
    Element gradient = Xml.child(fill, "gradientFill");
    if (pattern != null) {
      if (pattern.hasAttribute("patternType")) {
        properties.add(property(0x00, new RecordWriter().u8(kind(pattern, "solid"))));
      }
      Element front = Xml.child(pattern, "fgColor");
      if (front != null) {
        properties.add(property(0x01, color(new RecordWriter(), front)));
      }
      Element back = Xml.child(pattern, "bgColor");
      if (back != null) {
        properties.add(property(0x02, color(new RecordWriter(), back)));
      }
    }
    if (gradient != null) {
      properties.add(property(0x03, new RecordWriter().zeros(44)));
      for (var stop : Xml.children(gradient, "stop")) {
        var written = new RecordWriter().u16(0).real(Xml.real(stop, "position", 0));
        properties.add(property(0x04, color(written, Xml.child(stop, "color"))));
      }
    }
  }

  private static byte[] property(int kind, RecordWriter data) {
    byte[] body = data.body();
    return new RecordWriter().u16(kind).u16(4 + body.length).bytes(body).body();
  }
}
