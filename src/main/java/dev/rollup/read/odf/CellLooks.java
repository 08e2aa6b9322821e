package dev.rollup.read.odf;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.odf.DataStyles.DataStyle;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.CellStyles;
import dev.rollup.read.sheet.ColorNames;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.sheet.SheetColors;
import dev.rollup.read.sheet.StyleTable;
import dev.rollup.read.text.LetterLook;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the cells of a spreadsheet look by their styles, in the words of other spreadsheets. */
final class CellLooks {

  private static final String FAMILY = "table-cell";

  /** In points, where nothing is said. */
  private static final double USUAL_SIZE = 10;

  /** The style of cells that name none. */
  private static final String USUAL = "Default";

  private static final Set<String> OF_FONT =
      Set.of(
          StyleChain.LINE_THROUGH + "style",
          StyleChain.LINE_THROUGH + "type",
          StyleChain.LINE_THROUGH + "text",
          "text-position",
          "font-size",
          "font-size-asian",
          "font-name",
          "font-family",
          "color",
          "use-window-font-color",
          "display");

  /** Shows something else than the number, nobody needs to know what. */
  private static final NumberFormat ANOTHER = NumberFormat.of("\"\"");

  private final Styles styles;
  private final Looks looks = new Looks(new SheetColors(List.of()));
  private final StyleTable table = new StyleTable(looks);

  /** By style; most cells of a form have one of a few. */
  private final Map<@Nullable String, Look> known = new HashMap<>();

  private final Map<String, Set<Mark>> ofTexts = new HashMap<>();
  private final Map<String, Differential> laidOver = new HashMap<>();

  /**
   * How the cells of one style look.
   *
   * @param style the same in the words of other spreadsheets
   * @param number its number among the {@link #table}
   * @param marks what it does to whatever a cell holds
   * @param format how values are written out; null where nothing says
   * @param mapped what is laid over for some values
   */
  record Look(
      CellStyle style,
      int number,
      Set<Mark> marks,
      @Nullable DataStyle format,
      ConditionalFormats mapped) {}

  CellLooks(Styles styles) {
    this.styles = styles;
  }

  /** Returns all looks by number. */
  CellStyles table() {
    return table;
  }

  /** Returns the look of cells of a style; null is the style of cells that name none. */
  Look of(@Nullable String style) throws Refusal {
    Look look = known.get(style);
    if (look == null) {
      look = look(style == null ? USUAL : style);
      known.put(style, look);
    }
    return look;
  }

  private Look look(String style) throws Refusal {
    List<Map<String, String>> said = styles.said(FAMILY, style);
    DataStyle format = styles.formats().of(StyleChain.first(said, "data-style-name"));
    boolean repeated = "true".equals(StyleChain.first(said, "repeat-content"));
    var seen = new CellStyle(CellStyle.PLAIN.format(), font(said), fill(said), repeated);
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(looks.marks(seen.font(), seen.fill()));
    marks.addAll(Looks.beyondFont(seen, false));
    boolean gone = "none".equals(StyleChain.first(said, "display"));
    if (gone || "hidden-and-protected".equals(StyleChain.first(said, "cell-protect"))) {
      marks.add(Mark.HIDDEN);
    }
    marks.addAll(beyondFont(said));
    if (format != null && hidesAny(format, seen.fill())) {
      marks.add(Mark.RESTYLED);
    }
    var mapped = new ConditionalFormats();
    for (var each : styles.mapped(FAMILY, style)) {
      mapped.add(OdfCondition.rule(each.condition(), laidOver(each.applied())));
    }
    return new Look(seen, table.number(seen), marks, format, mapped);
  }

  private boolean hidesAny(DataStyle format, CellFill fill) throws Refusal {
    for (var color : format.colors()) {
      if (!looks.marks(CellFont.PLAIN.in(color), fill).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns what a style does to cells that it is laid over. */
  Differential laidOver(String style) {
    return laidOver.computeIfAbsent(style, this::differential);
  }

  private Differential differential(String style) {
    List<Map<String, String>> said = styles.chain(FAMILY, style);
    // What all cells have is no reason to look otherwise.
    said.remove(styles.chain(FAMILY, USUAL).get(0));
    // A format is taken over from its parent by the cell as well.
    String own = said.isEmpty() ? null : said.get(0).get("data-style-name");
    DataStyle format = styles.formats().of(own);
    boolean anyFont = OF_FONT.stream().anyMatch(name -> StyleChain.first(said, name) != null);
    CellFill fill = fill(said);
    return new Differential(
        own == null
            ? null
            : format == null || format.code() == null ? ANOTHER : NumberFormat.of(format.code()),
        anyFont ? font(said) : null,
        fill.equals(CellFill.NONE) ? null : fill);
  }

  /** Returns what a style does to a stretch of text in a cell. */
  Set<Mark> ofText(String style, @Nullable String cell) throws Refusal {
    String key = style + '\n' + cell;
    Set<Mark> marks = ofTexts.get(key);
    if (marks == null) {
      marks = lookOfText(style, of(cell));
      ofTexts.put(key, marks);
    }
    return marks;
  }

  private Set<Mark> lookOfText(String style, Look cell) throws Refusal {
    List<Map<String, String>> said = styles.said("text", style);
    CellFill own = fill(said);
    var marks = EnumSet.noneOf(Mark.class);
    // What the cell does to all its characters is told of the cell.
    CellFont font = font(said);
    boolean coloured = font.color() != null || isAutomatic(said);
    var shown = coloured ? font : font.in(cell.style().font().color());
    marks.addAll(looks.marks(shown, own.equals(CellFill.NONE) ? cell.style().fill() : own));
    if ("none".equals(StyleChain.first(said, "display"))) {
      marks.add(Mark.HIDDEN);
    }
    marks.addAll(beyondFont(said));
    return marks;
  }

  /** What no font of another spreadsheet says: clear letters, narrow ones, some on each other. */
  private static Set<Mark> beyondFont(List<Map<String, String>> said) {
    var marks = EnumSet.noneOf(Mark.class);
    if (StyleChain.isNarrow(said) || LetterLook.isUnseen(null, null, StyleChain.opacity(said))) {
      marks.add(Mark.HIDDEN);
    }
    var size = Length.points(StyleChain.first(said, "font-size"));
    if (StyleChain.isSqueezed(said, size.orElse(USUAL_SIZE))) {
      marks.add(Mark.DRAWN_OVER);
    }
    return marks;
  }

  private CellFont font(List<Map<String, String>> said) {
    String position = StyleChain.first(said, "text-position");
    var size = Length.points(StyleChain.first(said, "font-size"));
    var asian = Length.points(StyleChain.first(said, "font-size-asian"));
    String name = styles.font(said);
    return new CellFont(
        StyleChain.isStruck(said),
        position != null && !position.matches("0%?(?: .*)?"),
        size.isPresent() && CellFont.isTiny(size.getAsDouble())
            || asian.isPresent() && CellFont.isTiny(asian.getAsDouble()),
        name != null && CellFont.hasPictograms(name),
        color(said));
  }

  /** Returns the nearest colour that is said; null for the usual one. */
  private static @Nullable SheetColor color(List<Map<String, String>> said) {
    for (var style : said) {
      if ("true".equals(style.get("use-window-font-color"))) {
        return null;
      }
      if (style.containsKey("color")) {
        return ColorNames.of(style.get("color"));
      }
    }
    return null;
  }

  private static boolean isAutomatic(List<Map<String, String>> said) {
    for (var style : said) {
      if (style.containsKey("color") || style.containsKey("use-window-font-color")) {
        return "true".equals(style.get("use-window-font-color"));
      }
    }
    return false;
  }

  private static CellFill fill(List<Map<String, String>> said) {
    SheetColor color = ColorNames.of(StyleChain.first(said, "background-color"));
    return color == null ? CellFill.NONE : CellFill.even(color);
  }
}
