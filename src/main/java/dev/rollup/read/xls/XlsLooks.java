package dev.rollup.read.xls;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.CellStyles;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.sheet.SheetColors;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;

/** How the cells of a {@code .xls} look, and what that keeps a person from seeing of them. */
final class XlsLooks implements CellStyles {

  /** The palette of a workbook takes the places after the eight that all workbooks share. */
  private static final int PALETTE_START = 8;

  private static final int PALETTE_END = 64;

  /** The height of a font is said in parts of a point. */
  private static final double PARTS_OF_POINT = 20;

  private final HSSFWorkbook workbook;
  private final Map<Integer, NumberFormat> formats;
  private final Looks looks;
  private final Map<Integer, CellStyle> styles = new HashMap<>();

  /**
   * The looks of one workbook.
   *
   * @param formats the number formats that it defines, by id
   */
  XlsLooks(HSSFWorkbook workbook, Map<Integer, NumberFormat> formats) {
    this.workbook = workbook;
    this.formats = formats;
    this.looks = new Looks(new SheetColors(palette(workbook)));
  }

  private static List<Integer> palette(HSSFWorkbook workbook) {
    var own = workbook.getCustomPalette();
    var colors = new ArrayList<Integer>();
    for (short index = PALETTE_START; index < PALETTE_END; index++) {
      HSSFColor color = own.getColor(index);
      if (color == null) {
        break;
      }
      short[] rgb = color.getTriplet();
      colors.add(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
    }
    return colors;
  }

  @Override
  public CellStyle style(int index) {
    return styles.computeIfAbsent(
        index, number -> style(workbook.getCellStyleAt(number.shortValue())));
  }

  /** Conditional formats of a {@code .xls} have no numbers: they say themselves what they do. */
  @Override
  public @Nullable Differential differential(int index) {
    return null;
  }

  @Override
  public Looks looks() {
    return looks;
  }

  /** Returns how a number is displayed where a style or a conditional format says that id. */
  NumberFormat format(int id) {
    NumberFormat format = formats.get(id);
    return format != null ? format : NumberFormat.builtIn(id);
  }

  /** Returns what the style of a cell does to everything in it. */
  Set<Mark> of(HSSFCell cell, Cell read) throws Refusal {
    CellStyle style = style(cell.getCellStyle().getIndex());
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(looks.marks(style.font(), style.fill()));
    marks.addAll(Looks.beyondFont(style, shown(read) instanceof Cell.Text));
    return marks;
  }

  private static Cell shown(Cell cell) {
    return cell instanceof Cell.Formula formula ? formula.cached() : cell;
  }

  /** Returns the stretches of a text that have a font of their own which does something to them. */
  List<Span> spans(HSSFCell cell) throws Refusal {
    HSSFRichTextString text = cell.getRichStringCellValue();
    CellFill fill = style(cell.getCellStyle().getIndex()).fill();
    var spans = new ArrayList<Span>();
    for (int run = 0; run < text.numFormattingRuns(); run++) {
      int from = text.getIndexOfFormattingRun(run);
      boolean last = run + 1 == text.numFormattingRuns();
      int to = last ? text.length() : text.getIndexOfFormattingRun(run + 1);
      short font = text.getFontOfFormattingRun(run);
      if (from < to && font < workbook.getNumberOfFonts() + 1) {
        for (var mark : looks.marks(font(workbook.getFontAt(font)), fill)) {
          spans.add(new Span(from, to, mark));
        }
      }
    }
    return spans;
  }

  private CellStyle style(HSSFCellStyle style) {
    return new CellStyle(
        format(style.getDataFormat()),
        font(style.getFont(workbook)),
        fill(style),
        style.getAlignment() == HorizontalAlignment.FILL);
  }

  private static CellFont font(HSSFFont font) {
    return new CellFont(
        font.getStrikeout(),
        font.getTypeOffset() != Font.SS_NONE,
        CellFont.isTiny(font.getFontHeight() / PARTS_OF_POINT),
        CellFont.hasPictograms(font.getFontName()),
        SheetColor.indexed(font.getColor(), 0));
  }

  private static CellFill fill(HSSFCellStyle style) {
    SheetColor front = SheetColor.indexed(style.getFillForegroundColor(), 0);
    if (style.getFillPattern() == FillPatternType.NO_FILL) {
      return CellFill.NONE;
    }
    return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
        ? CellFill.even(front)
        : CellFill.pattern(front, SheetColor.indexed(style.getFillBackgroundColor(), 0));
  }
}
