package dev.rollup.read.xlsb;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SheetColor;

/** Reads a colour (BrtColor, MS-XLSB 2.4.334, and XFPropColor, 2.5.161, which is the same). */
final class ColorField {

  private static final int INDEXED = 1;
  private static final int RGB = 2;
  private static final int THEME = 3;

  private static final double FULL_TINT = 0x7FFF;

  private ColorField() {}

  static SheetColor read(Records records) throws Refusal {
    int kind = records.u8() >> 1;
    int index = records.u8();
    double tint = Math.max(-1, records.i16() / FULL_TINT);
    int rgb = records.u8() << 16 | records.u8() << 8 | records.u8();
    records.skip(1); // how much shines through
    return switch (kind) {
      case INDEXED -> SheetColor.indexed(index, tint);
      case RGB -> new SheetColor(SheetColor.Kind.RGB, rgb, tint);
      case THEME -> new SheetColor(SheetColor.Kind.THEME, index, tint);
      default -> SheetColor.AUTOMATIC;
    };
  }
}
