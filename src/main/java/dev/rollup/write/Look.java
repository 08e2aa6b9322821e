package dev.rollup.write;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/**
 * How a cell looks and behaves. Equal looks are one style of the workbook.
 *
 * @param type the type of the text
 * @param frame the lines around the cell
 * @param fill the background as {@code rrggbb}; null for none
 * @param format the number format; {@code General} for words
 * @param across where the text stands between left and right
 * @param down where it stands between top and bottom
 * @param locked whether a protected sheet keeps the cell from being changed
 * @param quoted whether the text only looks like a formula
 */
record Look(
    Type type,
    Frame frame,
    String fill,
    String format,
    HorizontalAlignment across,
    VerticalAlignment down,
    boolean locked,
    boolean quoted) {

  /** Words as most cells show them: no lines, no background, from the left, locked. */
  static final Look WORDS =
      new Look(
          Type.TEXT,
          Frame.NONE,
          null,
          "General",
          HorizontalAlignment.LEFT,
          VerticalAlignment.CENTER,
          true,
          false);

  /**
   * A type.
   *
   * @param font a font that Chinese office desktops have
   * @param points the size
   * @param colour {@code rrggbb}; null for the default
   */
  record Type(String font, double points, String colour) {
    static final Type TEXT = new Type("宋体", 10.5, null);
    static final Type HEAD = new Type("黑体", 10.5, null);
    static final Type TITLE = new Type("黑体", 18, null);
    static final Type SMALL = new Type("宋体", 9, null);
    static final Type SMALL_HEAD = new Type("黑体", 9, null);
    static final Type HEADING = new Type("黑体", 12, null);
    static final Type LEAD = new Type("黑体", 14, null);
    static final Type FIGURE = new Type("黑体", 22, null);
    static final Type LINK = new Type("宋体", 10.5, "0563C1");
    static final Type FAINT = new Type("宋体", 8, "808080");
  }

  /** The lines around a cell. */
  record Frame(BorderStyle top, BorderStyle right, BorderStyle bottom, BorderStyle left) {
    static final Frame NONE = all(BorderStyle.NONE);
    static final Frame THIN = all(BorderStyle.THIN);

    static Frame all(BorderStyle style) {
      return new Frame(style, style, style, style);
    }
  }

  Look type(Type other) {
    return new Look(other, frame, fill, format, across, down, locked, quoted);
  }

  Look frame(Frame other) {
    return new Look(type, other, fill, format, across, down, locked, quoted);
  }

  Look fill(String other) {
    return new Look(type, frame, other, format, across, down, locked, quoted);
  }

  Look format(String other) {
    return new Look(type, frame, fill, other, across, down, locked, quoted);
  }

  Look across(HorizontalAlignment other) {
    return new Look(type, frame, fill, format, other, down, locked, quoted);
  }

  Look down(VerticalAlignment other) {
    return new Look(type, frame, fill, format, across, other, locked, quoted);
  }

  Look unlocked() {
    return new Look(type, frame, fill, format, across, down, false, quoted);
  }

  Look asQuoted() {
    return new Look(type, frame, fill, format, across, down, locked, true);
  }
}
