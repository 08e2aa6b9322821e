package dev.rollup.read.xls;

import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SheetColor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a conditional format of a {@code .xls} lays over the look of a cell (DXFN, MS-XLS 2.5.95),
 * with what newer programs say of it besides (XFExtNoFRT, 2.5.342): a palette has 56 colours, a
 * theme has all.
 */
final class XlsDifferential {

  /** The bits that say what the structure leaves as it is, and which parts it has. */
  private static final int PATTERN_UNSAID = 1 << 16;

  private static final int FRONT_UNSAID = 1 << 17;
  private static final int BACK_UNSAID = 1 << 18;
  private static final int HAS_FORMAT = 1 << 25;
  private static final int HAS_FONT = 1 << 26;
  private static final int HAS_ALIGNMENT = 1 << 27;
  private static final int HAS_BORDER = 1 << 28;
  private static final int HAS_PATTERN = 1 << 29;
  private static final int HAS_PROTECTION = 1 << 30;

  /** Whether the number format is said by its code. */
  private static final int FORMAT_OF_ITS_OWN = 1;

  private static final int LENGTH_OF_ALIGNMENT = 8;
  private static final int LENGTH_OF_BORDER = 8;
  private static final int LENGTH_OF_PROTECTION = 2;

  /** The parts of a font (DXFFntD, MS-XLS 2.5.92). */
  private static final int LENGTH_OF_NAME = 63;

  private static final int UNSAID = -1;
  private static final int STRUCK = 1 << 7;
  private static final double TWIPS = 20;

  private static final int PATTERN_SHIFT = 10;
  private static final int NO_PATTERN = 0;
  private static final int SOLID = 1;
  private static final int COLOR_BITS = 7;
  private static final int COLOR_MASK = 0x7F;

  /** What newer programs say besides, each with its kind and length before it. */
  private static final int HEADER_OF_EXTENSIONS = 8;

  private static final int HEADER_OF_EXTENSION = 4;
  private static final int LENGTH_OF_COLOR = 8;
  private static final int FRONT_COLOR = 0x4;
  private static final int BACK_COLOR = 0x5;
  private static final int GRADIENT = 0x6;
  private static final int TEXT_COLOR = 0xD;
  private static final double FULL_TINT = 0x7FFF;

  private final ByteBuffer bytes;
  private final IntFunction<NumberFormat> formats;

  private @Nullable NumberFormat format;
  private @Nullable CellFont font;
  private boolean filled;
  private boolean patternSaid;
  private int pattern;
  private @Nullable SheetColor front;
  private @Nullable SheetColor back;
  private boolean gradient;

  private XlsDifferential(ByteBuffer bytes, IntFunction<NumberFormat> formats) {
    this.bytes = bytes;
    this.formats = formats;
  }

  /**
   * Uses up the structure, and no byte behind it.
   *
   * @param formats the number formats of the workbook, by id
   */
  static Differential read(ByteBuffer bytes, IntFunction<NumberFormat> formats) {
    var read = new XlsDifferential(bytes, formats);
    read.readParts();
    return read.made();
  }

  /** Uses up all bytes: the structure, and what extends it. */
  static Differential readExtended(ByteBuffer bytes, IntFunction<NumberFormat> formats) {
    var read = new XlsDifferential(bytes, formats);
    read.readParts();
    if (bytes.remaining() >= HEADER_OF_EXTENSIONS) {
      read.readExtensions();
    }
    return read.made();
  }

  private Differential made() {
    return new Differential(format, font, filled ? fill() : null);
  }

  private CellFill fill() {
    SheetColor before = front != null ? front : SheetColor.AUTOMATIC;
    if (gradient) {
      // Of more than one colour, whichever they are.
      return CellFill.pattern(SheetColor.AUTOMATIC, null);
    }
    if (!patternSaid || pattern == SOLID) {
      return CellFill.laidOver(before, back);
    }
    return pattern == NO_PATTERN ? CellFill.NONE : CellFill.pattern(before, back);
  }

  private void readParts() {
    int parts = bytes.getInt();
    int more = bytes.getShort();
    if ((parts & HAS_FORMAT) != 0) {
      readFormat((more & FORMAT_OF_ITS_OWN) != 0);
    }
    if ((parts & HAS_FONT) != 0) {
      readFont();
    }
    skip((parts & HAS_ALIGNMENT) != 0 ? LENGTH_OF_ALIGNMENT : 0);
    skip((parts & HAS_BORDER) != 0 ? LENGTH_OF_BORDER : 0);
    if ((parts & HAS_PATTERN) != 0) {
      readPattern(parts);
    }
    skip((parts & HAS_PROTECTION) != 0 ? LENGTH_OF_PROTECTION : 0);
  }

  private void readFormat(boolean ofItsOwn) {
    if (!ofItsOwn) {
      skip(1);
      format = formats.apply(u8());
      return;
    }
    int start = bytes.position();
    int length = u16();
    format = NumberFormat.of(text(u16()));
    bytes.position(start + length);
  }

  private void readFont() {
    int characters = u8();
    int end = bytes.position() + LENGTH_OF_NAME;
    String name = characters == 0 ? "" : text(characters);
    bytes.position(end);
    int height = bytes.getInt();
    int style = bytes.getInt();
    skip(2); // how bold
    int shift = u16();
    skip(4); // underline, family, character set
    int color = bytes.getInt();
    skip(4);
    int styleUnsaid = bytes.getInt();
    int shiftUnsaid = bytes.getInt();
    skip(22); // underline and weight unsaid; where in a text the font begins
    font =
        new CellFont(
            (style & STRUCK) != 0 && (styleUnsaid & STRUCK) == 0,
            shiftUnsaid == 0 && (shift == 1 || shift == 2),
            height != UNSAID && CellFont.isTiny(height / TWIPS),
            CellFont.hasPictograms(name),
            color == UNSAID ? null : SheetColor.indexed(color, 0));
  }

  private void readPattern(int parts) {
    int kind = u16();
    int colors = u16();
    filled = true;
    patternSaid = (parts & PATTERN_UNSAID) == 0;
    pattern = kind >> PATTERN_SHIFT;
    if ((parts & FRONT_UNSAID) == 0) {
      front = SheetColor.indexed(colors & COLOR_MASK, 0);
    }
    if ((parts & BACK_UNSAID) == 0) {
      back = SheetColor.indexed(colors >> COLOR_BITS & COLOR_MASK, 0);
    }
  }

  private void readExtensions() {
    skip(HEADER_OF_EXTENSIONS - 2);
    for (int left = u16(); left > 0 && bytes.remaining() >= HEADER_OF_EXTENSION; left--) {
      int start = bytes.position();
      int kind = u16();
      int length = u16();
      boolean color = length >= HEADER_OF_EXTENSION + LENGTH_OF_COLOR;
      switch (kind) {
        case FRONT_COLOR -> front = color ? color(front) : front;
        case BACK_COLOR -> back = color ? color(back) : back;
        case TEXT_COLOR -> {
          CellFont known = font == null ? CellFont.PLAIN : font;
          font = color ? known.in(color(known.color())) : font;
        }
        case GRADIENT -> gradient = true;
        default -> {}
      }
      filled |= kind == FRONT_COLOR || kind == BACK_COLOR || kind == GRADIENT;
      bytes.position(start + Math.max(HEADER_OF_EXTENSION, length));
    }
  }

  /** Reads a colour (FullColorExt, MS-XLS 2.5.155). */
  private @Nullable SheetColor color(@Nullable SheetColor otherwise) {
    int kind = u16();
    double tint = Math.max(-1, bytes.getShort() / FULL_TINT);
    int value = bytes.getInt();
    return switch (kind) {
      case 0 -> SheetColor.AUTOMATIC;
      case 1 -> SheetColor.indexed(value, tint);
      case 2 ->
          // Red is stored first, and how much shines through last.
          new SheetColor(SheetColor.Kind.RGB, Integer.reverseBytes(value) >>> 8, tint);
      case 3 -> new SheetColor(SheetColor.Kind.THEME, value, tint);
      default -> otherwise;
    };
  }

  /** Reads characters after the byte that says how wide they are. */
  private String text(int characters) {
    boolean wide = (u8() & 1) != 0;
    byte[] encoded = new byte[wide ? characters * 2 : characters];
    bytes.get(encoded);
    return new String(encoded, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
  }

  private void skip(int count) {
    bytes.position(bytes.position() + count);
  }

  private int u8() {
    return Byte.toUnsignedInt(bytes.get());
  }

  private int u16() {
    return Short.toUnsignedInt(bytes.getShort());
  }
}
