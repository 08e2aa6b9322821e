package dev.rollup.read;

import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** What the fonts and fills of a {@code .xls} keep a person from seeing of its cells. */
final class XlsLooks {

  /** In points; 1 is what people set who want to hide something. */
  private static final int SMALLEST_READ = 2;

  private static final int WHITE = 0xFFFFFF;
  private static final int BLACK = 0;
  private static final short AUTOMATIC = HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex();

  /** A font of Wingdings shows pictures where others have digits. */
  private static final Set<String> PICTOGRAMS =
      Set.of("wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett");

  private final HSSFWorkbook workbook;
  private final Map<Short, Set<Mark>> byStyle = new HashMap<>();

  XlsLooks(HSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** Returns what the font of a cell does to everything in it. */
  Set<Mark> of(HSSFCell cell) {
    HSSFCellStyle style = cell.getCellStyle();
    return byStyle.computeIfAbsent(
        style.getIndex(), index -> marks(style.getFont(workbook), fill(style)));
  }

  /** Returns the stretches of a text that have a font of their own which does something to them. */
  List<Span> spans(HSSFCell cell) {
    HSSFRichTextString text = cell.getRichStringCellValue();
    int fill = fill(cell.getCellStyle());
    var spans = new ArrayList<Span>();
    for (int run = 0; run < text.numFormattingRuns(); run++) {
      int from = text.getIndexOfFormattingRun(run);
      boolean last = run + 1 == text.numFormattingRuns();
      int to = last ? text.length() : text.getIndexOfFormattingRun(run + 1);
      short font = text.getFontOfFormattingRun(run);
      if (from < to && font < workbook.getNumberOfFonts() + 1) {
        for (var mark : marks(workbook.getFontAt(font), fill)) {
          spans.add(new Span(from, to, mark));
        }
      }
    }
    return spans;
  }

  private Set<Mark> marks(HSSFFont font, int fill) {
    var marks = EnumSet.noneOf(Mark.class);
    if (font.getStrikeout()) {
      marks.add(Mark.STRUCK_OUT);
    }
    if (font.getTypeOffset() != Font.SS_NONE) {
      marks.add(Mark.SHIFTED);
    }
    if (font.getFontHeightInPoints() < SMALLEST_READ
        || color(font.getHSSFColor(workbook), BLACK) == fill) {
      marks.add(Mark.HIDDEN);
    }
    if (PICTOGRAMS.contains(font.getFontName().toLowerCase(Locale.ROOT))) {
      marks.add(Mark.RESTYLED);
    }
    return marks;
  }

  private static int fill(HSSFCellStyle style) {
    return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
        ? color(style.getFillForegroundColorColor(), WHITE)
        : WHITE;
  }

  /** Returns a colour as red, green and blue; the automatic one where there is none. */
  private static int color(HSSFColor color, int automatic) {
    if (color == null || color.getIndex() == AUTOMATIC) {
      return automatic;
    }
    short[] rgb = color.getTriplet();
    return rgb[0] << 16 | rgb[1] << 8 | rgb[2];
  }
}
