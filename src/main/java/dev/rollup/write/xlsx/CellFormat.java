package dev.rollup.write.xlsx;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.jspecify.annotations.Nullable;

/**
 * How a cell looks and behaves. Equal formats are one style of the workbook.
 *
 * @param type the type of the text
 * @param frame the lines around the cell
 * @param fill the background as {@code rrggbb}; null for none
 * @param numberFormat the number format; {@code General} for words
 * @param across where the text stands between left and right
 * @param down where it stands between top and bottom
 * @param locked whether a protected sheet keeps the cell from being changed
 * @param quoted whether the text only looks like a formula
 */
public record CellFormat(
    Type type,
    Frame frame,
    @Nullable String fill,
    String numberFormat,
    HorizontalAlignment across,
    VerticalAlignment down,
    boolean locked,
    boolean quoted) {

  /** Words as most cells show them: no lines, no background, from the left, locked. */
  public static final CellFormat WORDS =
      new CellFormat(
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
   * @param name what an office calls it
   * @param font a font that Chinese office desktops have
   * @param points the size
   * @param colour {@code rrggbb}; null for the default
   */
  public record Type(String name, String font, double points, @Nullable String colour) {
    /** Running text and numbers. */
    public static final Type TEXT = new Type("正文", "宋体", 10.5, null);

    /** The heads of tables. */
    public static final Type HEAD = new Type("表头", "黑体", 10.5, null);

    /** The title of a sheet. */
    public static final Type TITLE = new Type("大标题", "黑体", 18, null);

    /** Notes. */
    public static final Type SMALL = new Type("小字", "宋体", 9, null);

    /** The heads of notes. */
    public static final Type SMALL_HEAD = new Type("小表头", "黑体", 9, null);

    /** The heading of a part. */
    public static final Type HEADING = new Type("小标题", "黑体", 12, null);

    /** The sentence that is read first. */
    public static final Type LEAD = new Type("结论", "黑体", 14, null);

    /** A figure that is seen from afar. */
    public static final Type FIGURE = new Type("大数字", "黑体", 22, null);

    /** What leads to another sheet. */
    public static final Type LINK = new Type("链接", "宋体", 10.5, "0563C1");

    static final Type FAINT = new Type("灰字", "宋体", 8, "808080");
  }

  /** The lines around a cell. */
  public record Frame(BorderStyle top, BorderStyle right, BorderStyle bottom, BorderStyle left) {
    static final Frame NONE = all(BorderStyle.NONE);

    /** A thin line on every side. */
    public static final Frame THIN = all(BorderStyle.THIN);

    static Frame all(BorderStyle style) {
      return new Frame(style, style, style, style);
    }
  }

  /** Returns the same format in another type. */
  public CellFormat type(Type other) {
    return new CellFormat(other, frame, fill, numberFormat, across, down, locked, quoted);
  }

  /** Returns the same format with another frame. */
  public CellFormat frame(Frame other) {
    return new CellFormat(type, other, fill, numberFormat, across, down, locked, quoted);
  }

  /** Returns the same format on another colour, in hex; null for none. */
  public CellFormat fill(@Nullable String other) {
    return new CellFormat(type, frame, other, numberFormat, across, down, locked, quoted);
  }

  /** Returns the same format with another number format. */
  public CellFormat numberFormat(String other) {
    return new CellFormat(type, frame, fill, other, across, down, locked, quoted);
  }

  /** Returns the same format with another horizontal place in the cell. */
  public CellFormat across(HorizontalAlignment other) {
    return new CellFormat(type, frame, fill, numberFormat, other, down, locked, quoted);
  }

  CellFormat down(VerticalAlignment other) {
    return new CellFormat(type, frame, fill, numberFormat, across, other, locked, quoted);
  }

  CellFormat unlocked() {
    return new CellFormat(type, frame, fill, numberFormat, across, down, false, quoted);
  }

  CellFormat asQuoted() {
    return new CellFormat(type, frame, fill, numberFormat, across, down, locked, true);
  }
}
