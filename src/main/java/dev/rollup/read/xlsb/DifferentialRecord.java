package dev.rollup.read.xlsb;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a conditional format lays over the look of a cell (BrtDXF, MS-XLSB 2.4.356): a list of
 * properties (XFProp, 2.5.159), each with its length.
 */
final class DifferentialRecord {
  private static final int PATTERN = 0x00;
  private static final int FRONT = 0x01;
  private static final int BACK = 0x02;
  private static final int GRADIENT = 0x03;
  private static final int GRADIENT_STOP = 0x04;
  private static final int TEXT_COLOR = 0x05;
  private static final int FONT_NAME = 0x18;
  private static final int FONT_FIRST = FONT_NAME;
  private static final int FONT_SHIFT = 0x1B;
  private static final int FONT_STRUCK = 0x1D;
  private static final int FONT_SIZE = 0x24;
  private static final int FONT_LAST = 0x25;
  private static final int FORMAT = 0x26;
  private static final int FORMAT_ID = 0x29;

  private static final int LENGTH_OF_HEAD = 4;
  private static final int NO_PATTERN = 0;
  private static final int SOLID = 1;
  private static final int RAISED = 1;
  private static final int LOWERED = 2;
  private static final double TWIPS = 20;

  private final Records records;
  private final IntFunction<NumberFormat> formats;

  private @Nullable NumberFormat format;
  private @Nullable NumberFormat formatById;
  private boolean hasFont;
  private boolean struck;
  private boolean shifted;
  private boolean tiny;
  private boolean pictograms;
  private @Nullable SheetColor textColor;
  private boolean filled;
  private int pattern = SOLID;
  private SheetColor front = SheetColor.AUTOMATIC;
  private @Nullable SheetColor back;
  private boolean gradient;
  private final List<SheetColor> stops = new ArrayList<>();

  private DifferentialRecord(Records records, IntFunction<NumberFormat> formats) {
    this.records = records;
    this.formats = formats;
  }

  /**
   * Reads the current record from where its properties begin.
   *
   * @param formats the number formats of the workbook, by id
   */
  static Differential read(Records records, IntFunction<NumberFormat> formats) throws Refusal {
    var read = new DifferentialRecord(records, formats);
    read.readAll();
    // The id of a format that has its own code here may be another's elsewhere.
    return new Differential(
        read.format != null ? read.format : read.formatById,
        read.hasFont ? read.font() : null,
        read.filled ? read.fill() : null);
  }

  private CellFont font() {
    return new CellFont(struck, shifted, tiny, pictograms, textColor);
  }

  private CellFill fill() {
    if (gradient) {
      return new CellFill(stops);
    }
    return switch (pattern) {
      case SOLID -> CellFill.laidOver(front, back);
      case NO_PATTERN -> CellFill.NONE;
      default -> CellFill.pattern(front, back);
    };
  }

  private void readAll() throws Refusal {
    records.skip(4); // whether borders between cells are said, and nothing
    for (int left = records.u16(); left > 0; left--) {
      int kind = records.u16();
      int length = records.u16() - LENGTH_OF_HEAD;
      int after = records.remaining() - length;
      if (length < 0 || after < 0) {
        throw Records.damaged();
      }
      read(kind);
      if (records.remaining() < after) {
        throw Records.damaged();
      }
      records.skip(records.remaining() - after);
    }
  }

  private void read(int kind) throws Refusal {
    hasFont |= kind == TEXT_COLOR || kind >= FONT_FIRST && kind <= FONT_LAST;
    filled |= kind >= PATTERN && kind <= GRADIENT_STOP;
    switch (kind) {
      case PATTERN -> pattern = records.u8();
      case FRONT -> front = ColorField.read(records);
      case BACK -> back = ColorField.read(records);
      case GRADIENT -> gradient = true;
      case GRADIENT_STOP -> {
        records.skip(2 + Double.BYTES); // nothing, and where it is
        stops.add(ColorField.read(records));
      }
      case TEXT_COLOR -> textColor = ColorField.read(records);
      case FONT_NAME -> pictograms = CellFont.hasPictograms(records.shortText());
      case FONT_SHIFT -> {
        int shift = records.u16();
        shifted = shift == RAISED || shift == LOWERED;
      }
      case FONT_STRUCK -> struck = records.u8() != 0;
      case FONT_SIZE -> tiny = CellFont.isTiny(records.i32() / TWIPS);
      case FORMAT -> format = NumberFormat.of(records.shortText());
      case FORMAT_ID -> formatById = formats.apply(records.u16());
      default -> {}
    }
  }
}
