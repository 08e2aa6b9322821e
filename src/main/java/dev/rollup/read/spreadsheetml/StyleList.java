package dev.rollup.read.spreadsheetml;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.sheet.SheetColors;
import dev.rollup.read.xml.XmlCursor;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The styles of one workbook, each with what it takes over from its parent. */
final class StyleList {

  private static final String DEFAULT = "Default";

  /** Formats that have a name, as codes. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("General Number", "General"),
          Map.entry("Fixed", "0.00"),
          Map.entry("Standard", "#,##0.00"),
          Map.entry("Percent", "0.00%"),
          Map.entry("Scientific", "0.00E+00"),
          Map.entry("Currency", "\"¥\"#,##0.00"),
          Map.entry("Euro Currency", "\"€\"#,##0.00"),
          Map.entry("Yes/No", "\"Yes\";\"Yes\";\"No\""),
          Map.entry("True/False", "\"True\";\"True\";\"False\""),
          Map.entry("On/Off", "\"On\";\"On\";\"Off\""),
          Map.entry("General Date", "yyyy-mm-dd hh:mm"),
          Map.entry("Long Date", "yyyy-mm-dd"),
          Map.entry("Medium Date", "yyyy-mm-dd"),
          Map.entry("Short Date", "yyyy-mm-dd"),
          Map.entry("Long Time", "hh:mm:ss"),
          Map.entry("Medium Time", "hh:mm"),
          Map.entry("Short Time", "hh:mm"));

  private final Looks looks = new Looks(new SheetColors(List.of()));
  private final Map<String, CellStyle> styles = new HashMap<>();

  /** Reads the list; the cursor is on it and uses it up. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      String id = xml.attribute(Namespaces.SPREADSHEET, "ID");
      String parent = xml.attribute(Namespaces.SPREADSHEET, "Parent");
      CellStyle style = style(xml, of(parent));
      if (id != null) {
        styles.put(id, style);
        Limits.checkListed(styles.size());
      }
    }
  }

  /** Returns the style of that id; what cells without a style have for null or an unknown one. */
  CellStyle of(@Nullable String id) {
    CellStyle usual = styles.getOrDefault(DEFAULT, CellStyle.PLAIN);
    return id == null ? usual : styles.getOrDefault(id, usual);
  }

  /** Returns what a style does to a text or to anything else in a cell. */
  Set<Mark> marks(CellStyle style, boolean text) throws Refusal {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(looks.marks(style.font(), style.fill()));
    marks.addAll(Looks.beyondFont(style, text));
    return marks;
  }

  /** Returns what a font does to a stretch of text before the fill of a cell. */
  Set<Mark> marks(CellFont font, CellFill fill) throws Refusal {
    return looks.marks(font, fill);
  }

  private static CellStyle style(XmlCursor xml, CellStyle parent) throws Refusal {
    CellFont font = parent.font();
    CellFill fill = parent.fill();
    NumberFormat format = parent.format();
    boolean repeated = parent.repeated();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Font" -> font = font(xml, font);
        case "Interior" -> fill = fill(xml);
        case "NumberFormat" -> {
          String code = xml.attribute(Namespaces.SPREADSHEET, "Format");
          if (code != null) {
            format = NumberFormat.of(NAMED.getOrDefault(code, code));
          }
        }
        case "Alignment" ->
            repeated = "Fill".equals(xml.attribute(Namespaces.SPREADSHEET, "Horizontal"));
        default -> {}
      }
      xml.skip();
    }
    return new CellStyle(format, font, fill, repeated);
  }

  private static CellFont font(XmlCursor xml, CellFont parent) {
    String struck = xml.attribute(Namespaces.SPREADSHEET, "StrikeThrough");
    String shifted = xml.attribute(Namespaces.SPREADSHEET, "VerticalAlign");
    String size = xml.attribute(Namespaces.SPREADSHEET, "Size");
    String name = xml.attribute(Namespaces.SPREADSHEET, "FontName");
    String color = xml.attribute(Namespaces.SPREADSHEET, "Color");
    return new CellFont(
        struck == null ? parent.struck() : XmlCursor.isTrue(struck),
        shifted == null
            ? parent.shifted()
            : shifted.equals("Superscript") || shifted.equals("Subscript"),
        size == null ? parent.tiny() : isTiny(size),
        name == null ? parent.pictograms() : CellFont.hasPictograms(name),
        color == null ? parent.color() : color(color));
  }

  private static CellFill fill(XmlCursor xml) {
    String pattern = xml.attribute(Namespaces.SPREADSHEET, "Pattern");
    SheetColor back = color(xml.attribute(Namespaces.SPREADSHEET, "Color"));
    SheetColor front = color(xml.attribute(Namespaces.SPREADSHEET, "PatternColor"));
    if (pattern == null || pattern.equals("None")) {
      return CellFill.NONE;
    }
    if (pattern.equals("Solid")) {
      return back == null ? CellFill.NONE : CellFill.even(back);
    }
    return CellFill.pattern(front == null ? SheetColor.AUTOMATIC : front, back);
  }

  /** Tells whether nobody reads characters of a size in points. */
  static boolean isTiny(String size) {
    try {
      return CellFont.isTiny(Double.parseDouble(size));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Returns a colour as {@code #ff0000} says it; null where none is said, or the usual one. */
  static @Nullable SheetColor color(@Nullable String written) {
    return written != null && written.matches("#[0-9a-fA-F]{6}")
        ? new SheetColor(SheetColor.Kind.RGB, Integer.parseInt(written.substring(1), 16), 0)
        : "white".equalsIgnoreCase(written)
            ? new SheetColor(SheetColor.Kind.RGB, 0xFFFFFF, 0)
            : null;
  }
}
