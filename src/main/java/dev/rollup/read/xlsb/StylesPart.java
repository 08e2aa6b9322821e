package dev.rollup.read.xlsb;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how the cells of a workbook look (MS-XLSB 2.1.7.50). */
final class StylesPart {

  /** How a number is displayed, by its id, before the styles that use it are known. */
  private final Map<Integer, NumberFormat> formats = new HashMap<>();

  private final List<CellFont> fonts = new ArrayList<>();
  private final List<CellFill> fills = new ArrayList<>();
  private final List<CellStyle> styles = new ArrayList<>();
  private final List<Differential> differentials = new ArrayList<>();
  private final List<Differential> newerDifferentials = new ArrayList<>();
  private final List<Integer> palette = new ArrayList<>();

  private static final double TWIPS = 20;
  private static final int STRUCK = 1 << 3;
  private static final int RAISED = 1;
  private static final int LOWERED = 2;

  private static final int NO_PATTERN = 0;
  private static final int SOLID = 1;
  private static final int GRADIENT = 40;

  /** What of a gradient stands before its colours: kind, angle, and the four sides. */
  private static final int LENGTH_OF_GRADIENT = Integer.BYTES + 5 * Double.BYTES;

  private static final int HORIZONTAL = 0x7;
  private static final int REPEATED = 4;

  private StylesPart() {}

  /** Reads a part. */
  static StylesPart read(byte[] part) throws Refusal {
    var read = new StylesPart();
    var records = Records.open(part, Record.STYLES_BEGIN, Record.STYLES_END);
    boolean ofCells = false;
    while (records.next()) {
      switch (records.type()) {
        case Record.CELL_STYLES_BEGIN -> ofCells = true;
        case Record.CELL_STYLES_END -> ofCells = false;
        case Record.STYLE -> {
          // Those of named styles are of the same kind.
          if (ofCells) {
            read.readStyle(records);
          }
        }
        default -> read.readOther(records);
      }
    }
    return read;
  }

  /** A workbook without styles. */
  static StylesPart none() {
    return new StylesPart();
  }

  List<CellFont> fonts() {
    return fonts;
  }

  List<CellStyle> styles() {
    return styles;
  }

  /** Returns what conditional formats lay over cells. */
  List<Differential> differentials() {
    return differentials;
  }

  /** Returns what those of newer programs lay over cells; they are counted by themselves. */
  List<Differential> newerDifferentials() {
    return newerDifferentials;
  }

  /** Returns the indexed colours of its own. */
  List<Integer> palette() {
    return palette;
  }

  private void readOther(Records records) throws Refusal {
    switch (records.type()) {
      case Record.NUMBER_FORMAT -> formats.put(records.u16(), NumberFormat.of(records.text()));
      case Record.FONT -> fonts.add(font(records));
      case Record.FILL -> fills.add(fill(records));
      case Record.DIFFERENTIAL -> differentials.add(DifferentialRecord.read(records, this::format));
      case Record.DIFFERENTIAL_14 -> {
        records.skip(Integer.BYTES);
        newerDifferentials.add(DifferentialRecord.read(records, this::format));
      }
      case Record.INDEXED_COLOR ->
          palette.add(records.u8() << 16 | records.u8() << 8 | records.u8());
      default -> {}
    }
    Limits.checkListed(formats.size());
    Limits.checkListed(fonts.size());
    Limits.checkListed(fills.size());
    Limits.checkListed(differentials.size() + newerDifferentials.size());
    Limits.checkListed(palette.size());
  }

  private NumberFormat format(int id) {
    NumberFormat format = formats.get(id);
    return format != null ? format : NumberFormat.builtIn(id);
  }

  private static CellFont font(Records records) throws Refusal {
    int height = records.u16();
    int flags = records.u16();
    records.skip(2); // how bold
    int shift = records.u16();
    records.skip(4); // underline, family, character set, nothing
    SheetColor color = ColorField.read(records);
    records.skip(1); // whether the theme names it
    String name = records.text();
    return new CellFont(
        (flags & STRUCK) != 0,
        shift == RAISED || shift == LOWERED,
        CellFont.isTiny(height / TWIPS),
        CellFont.hasPictograms(name),
        color);
  }

  private static CellFill fill(Records records) throws Refusal {
    int pattern = records.i32();
    SheetColor front = ColorField.read(records);
    SheetColor back = ColorField.read(records);
    return switch (pattern) {
      case NO_PATTERN -> CellFill.NONE;
      case SOLID -> CellFill.even(front);
      case GRADIENT -> gradient(records);
      default -> CellFill.pattern(front, back);
    };
  }

  private static CellFill gradient(Records records) throws Refusal {
    records.skip(LENGTH_OF_GRADIENT);
    var colors = new ArrayList<SheetColor>();
    for (int left = records.count(); left > 0; left--) {
      colors.add(ColorField.read(records));
      records.skip(Double.BYTES);
    }
    return new CellFill(colors);
  }

  private void readStyle(Records records) throws Refusal {
    records.skip(2); // the named style that it comes from
    NumberFormat format = format(records.u16());
    int font = records.u16();
    int fill = records.u16();
    records.skip(4); // border, rotation, indent
    boolean repeated = (records.u16() & HORIZONTAL) == REPEATED;
    styles.add(
        new CellStyle(
            format,
            font < fonts.size() ? fonts.get(font) : CellFont.PLAIN,
            fill < fills.size() ? fills.get(fill) : CellFill.NONE,
            repeated));
    Limits.checkListed(styles.size());
  }
}
