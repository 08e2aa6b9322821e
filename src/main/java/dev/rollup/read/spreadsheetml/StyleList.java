package dev.rollup.read.spreadsheetml;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.ColorNames;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.sheet.SheetColors;
import dev.rollup.read.sheet.StyleTable;
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

  /** A chain of parents is shorter than this. */
  private static final int MOST_PARENTS = 32;

  private final Looks looks = new Looks(new SheetColors(List.of()));
  private final StyleTable table = new StyleTable(looks);
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<@Nullable String, CellStyle> known = new HashMap<>();
  private final Map<CellStyle, Set<Mark>> onTexts = new HashMap<>();
  private final Map<CellStyle, Set<Mark>> onOthers = new HashMap<>();

  /**
   * What one style says; null for what it takes over from its parent.
   *
   * @param parent the id of its parent; null for the style of cells that have none
   */
  private record Definition(
      @Nullable String parent,
      @Nullable Boolean struck,
      @Nullable Boolean shifted,
      @Nullable Boolean tiny,
      @Nullable Boolean pictograms,
      @Nullable SheetColor color,
      @Nullable CellFill fill,
      @Nullable NumberFormat format,
      @Nullable Boolean repeated) {

    CellStyle over(CellStyle under) {
      CellFont font = under.font();
      return new CellStyle(
          format == null ? under.format() : format,
          new CellFont(
              struck == null ? font.struck() : struck,
              shifted == null ? font.shifted() : shifted,
              tiny == null ? font.tiny() : tiny,
              pictograms == null ? font.pictograms() : pictograms,
              color == null ? font.color() : color),
          fill == null ? under.fill() : fill,
          repeated == null ? under.repeated() : repeated);
    }
  }

  /** Reads the list; the cursor is on it and uses it up. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      String id = xml.attribute(Namespaces.SPREADSHEET, "ID");
      Definition definition = definition(xml);
      if (id != null) {
        definitions.put(id, definition);
        Limits.checkListed(definitions.size());
      }
    }
  }

  /** Returns the style of that id; what cells without a style have for null or an unknown one. */
  CellStyle of(@Nullable String id) {
    CellStyle style = known.get(id);
    if (style == null) {
      style = over(id, MOST_PARENTS);
      known.put(id, style);
    }
    return style;
  }

  private CellStyle over(@Nullable String id, int parents) {
    Definition definition = id == null ? null : definitions.get(id);
    if (definition == null) {
      Definition usual = DEFAULT.equals(id) ? null : definitions.get(DEFAULT);
      return usual == null ? CellStyle.PLAIN : usual.over(CellStyle.PLAIN);
    }
    boolean last = DEFAULT.equals(id) || parents == 0;
    return definition.over(last ? CellStyle.PLAIN : over(definition.parent(), parents - 1));
  }

  /** Returns the styles by number, for formats that depend on what cells hold. */
  StyleTable table() {
    return table;
  }

  /** Returns what a style does to a text or to anything else in a cell. */
  Set<Mark> marks(CellStyle style, boolean text) throws Refusal {
    Map<CellStyle, Set<Mark>> before = text ? onTexts : onOthers;
    Set<Mark> marks = before.get(style);
    if (marks == null) {
      marks = marksAnew(style, text);
      before.put(style, marks);
    }
    return marks;
  }

  private Set<Mark> marksAnew(CellStyle style, boolean text) throws Refusal {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(looks.marks(style.font(), style.fill()));
    marks.addAll(Looks.beyondFont(style, text));
    return marks;
  }

  /** Returns what a font does to a stretch of text before the fill of a cell. */
  Set<Mark> marks(CellFont font, CellFill fill) throws Refusal {
    return looks.marks(font, fill);
  }

  private static Definition definition(XmlCursor xml) throws Refusal {
    String parent = xml.attribute(Namespaces.SPREADSHEET, "Parent");
    Boolean struck = null;
    Boolean shifted = null;
    Boolean tiny = null;
    Boolean pictograms = null;
    SheetColor color = null;
    CellFill fill = null;
    NumberFormat format = null;
    Boolean repeated = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "Font" -> {
          String line = xml.attribute(Namespaces.SPREADSHEET, "StrikeThrough");
          String position = xml.attribute(Namespaces.SPREADSHEET, "VerticalAlign");
          String size = xml.attribute(Namespaces.SPREADSHEET, "Size");
          String name = xml.attribute(Namespaces.SPREADSHEET, "FontName");
          struck = line == null ? null : (Boolean) XmlCursor.isTrue(line);
          shifted =
              position == null
                  ? null
                  : (Boolean) (position.equals("Superscript") || position.equals("Subscript"));
          tiny = size == null ? null : (Boolean) isTiny(size);
          pictograms = name == null ? null : (Boolean) CellFont.hasPictograms(name);
          color = ColorNames.of(xml.attribute(Namespaces.SPREADSHEET, "Color"));
        }
        case "Interior" -> fill = fill(xml);
        case "NumberFormat" -> {
          String code = xml.attribute(Namespaces.SPREADSHEET, "Format");
          format = code == null ? null : NumberFormat.named(code);
        }
        case "Alignment" ->
            repeated = "Fill".equals(xml.attribute(Namespaces.SPREADSHEET, "Horizontal"));
        default -> {}
      }
      xml.skip();
    }
    return new Definition(parent, struck, shifted, tiny, pictograms, color, fill, format, repeated);
  }

  private static CellFill fill(XmlCursor xml) {
    String pattern = xml.attribute(Namespaces.SPREADSHEET, "Pattern");
    SheetColor back = ColorNames.of(xml.attribute(Namespaces.SPREADSHEET, "Color"));
    SheetColor front = ColorNames.of(xml.attribute(Namespaces.SPREADSHEET, "PatternColor"));
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
}
