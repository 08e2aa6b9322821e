package dev.rollup.read.sheet;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.format.Shades;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the colours of a workbook look like. The theme, and a palette of the workbook's own, are
 * read when a colour first asks for them.
 */
public final class SheetColors {

  /** What nothing else is said of. */
  public static final int BLACK = 0x000000;

  static final int WHITE = 0xFFFFFF;

  private static final Set<String> DRAWING =
      Set.of(
          "http://schemas.openxmlformats.org/drawingml/2006/main",
          "http://purl.oclc.org/ooxml/drawingml/main");

  /** The colours of a theme in the order of its part (ECMA-376 part 1, 20.1.6.2); Office's own. */
  private static final List<Integer> OFFICE =
      List.of(
          BLACK, WHITE, 0x1F497D, 0xEEECE1, 0x4F81BD, 0xC0504D, 0x9BBB59, 0x8064A2, 0x4BACC6,
          0xF79646, 0x0000FF, 0x800080);

  /** The palette of indexed colours (ECMA-376 part 1, 18.8.27), from its ninth on. */
  private static final int[] PALETTE = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333
  };

  /** The first eight stand for the same colours as the second. */
  private static final int PALETTE_START = 8;

  /** Tells the indexed colours that a workbook has in the place of those that all have. */
  @FunctionalInterface
  public interface Palette {
    /** Returns the colours as {@code 0xRRGGBB}, from the first on; none where it has no own. */
    List<Integer> colors() throws Refusal;
  }

  private final @Nullable OpcPackage parts;
  private final List<OpcPackage.Relationship> ofWorkbook;
  private final Palette own;
  private @Nullable List<Integer> theme;
  private @Nullable List<Integer> palette;

  /**
   * The colours of one workbook.
   *
   * @param ofWorkbook what leads from the workbook to its theme
   * @param own asked for its own palette when a colour first needs one
   */
  public SheetColors(
      @Nullable OpcPackage parts, List<OpcPackage.Relationship> ofWorkbook, Palette own) {
    this.parts = parts;
    this.ofWorkbook = ofWorkbook;
    this.own = own;
  }

  /**
   * The colours of a workbook that is no package: its theme is Office's own.
   *
   * @param fromNinth its indexed colours without the first eight, which all workbooks share
   */
  public SheetColors(List<Integer> fromNinth) {
    this(null, List.of(), List::of);
    palette = new ArrayList<>();
    for (int i = 0; i < PALETTE_START; i++) {
      palette.add(PALETTE[i]);
    }
    palette.addAll(fromNinth);
  }

  /** Tells whether characters of that colour cannot be seen before what is behind them. */
  boolean unseen(@Nullable SheetColor font, CellFill fill) throws Refusal {
    if (fill.colors().isEmpty() && (font == null || isUsual(font))) {
      return false;
    }
    OptionalInt behind = behind(fill);
    return behind.isPresent() && Shades.alike(front(font), behind.getAsInt());
  }

  /** What nearly all text has: black of its own accord, or the theme's colour for text. */
  private static boolean isUsual(SheetColor font) {
    return switch (font.kind()) {
      case AUTOMATIC -> true;
      case THEME -> font.value() == 1 && font.tint() == 0;
      case RGB, INDEXED -> false;
    };
  }

  private int front(@Nullable SheetColor font) throws Refusal {
    return font == null || font.kind() == SheetColor.Kind.AUTOMATIC ? BLACK : look(font);
  }

  /** Returns the one colour that is behind everything, if it is one and certain. */
  private OptionalInt behind(CellFill fill) throws Refusal {
    if (fill.colors().isEmpty()) {
      return OptionalInt.of(WHITE);
    }
    OptionalInt only = OptionalInt.empty();
    for (var color : fill.colors()) {
      if (color.kind() == SheetColor.Kind.AUTOMATIC) {
        return OptionalInt.empty();
      }
      int look = look(color);
      if (only.isPresent() && !Shades.alike(only.getAsInt(), look)) {
        return OptionalInt.empty();
      }
      only = OptionalInt.of(look);
    }
    return only;
  }

  private int look(SheetColor color) throws Refusal {
    int plain =
        switch (color.kind()) {
          case RGB -> color.value();
          case THEME -> ofTheme(color.value());
          case INDEXED -> indexed(color.value());
          case AUTOMATIC -> BLACK;
        };
    return color.tint() == 0 ? plain : tinted(plain, color.tint());
  }

  private int ofTheme(int index) throws Refusal {
    if (theme == null) {
      byte[] part = parts == null ? null : parts.related(ofWorkbook, "theme");
      theme = part == null ? OFFICE : readTheme(part);
    }
    // Cells count light before dark, the theme's part dark before light.
    int place = index >= 0 && index < 4 ? index ^ 1 : index;
    return place >= 0 && place < theme.size() ? theme.get(place) : BLACK;
  }

  private static List<Integer> readTheme(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, DRAWING);
    while (xml.toChild()) {
      if (!xml.name().equals("themeElements")) {
        xml.skip();
        continue;
      }
      while (xml.toChild()) {
        if (xml.name().equals("clrScheme")) {
          return readScheme(xml);
        }
        xml.skip();
      }
    }
    return OFFICE;
  }

  private static List<Integer> readScheme(XmlCursor xml) throws Refusal {
    var colors = new ArrayList<Integer>();
    while (xml.toChild()) {
      int color = colors.size() < OFFICE.size() ? OFFICE.get(colors.size()) : BLACK;
      while (xml.toChild()) {
        String value = xml.attribute("val");
        if (xml.name().equals("srgbClr") && value != null) {
          color = rgb(value, color);
        } else if (xml.name().equals("sysClr")) {
          // Not the colour that it had where it was saved: a dark desktop is nobody else's.
          color =
              "window".equals(value)
                  ? WHITE
                  : "windowText".equals(value) ? BLACK : rgb(xml.attribute("lastClr"), color);
        }
        xml.skip();
      }
      colors.add(color);
      Limits.checkListed(colors.size());
    }
    return colors;
  }

  private int indexed(int index) throws Refusal {
    if (palette == null) {
      palette = own.colors();
    }
    if (index >= 0 && index < palette.size()) {
      return palette.get(index);
    }
    int place = index < PALETTE_START ? index : index - PALETTE_START;
    return place >= 0 && place < PALETTE.length ? PALETTE[place] : BLACK;
  }

  /**
   * Returns the last six of hexadecimal digits as a colour.
   *
   * @param otherwise what is returned where they are none
   */
  public static int rgb(@Nullable String digits, int otherwise) {
    try {
      int from = digits == null ? 0 : Math.max(0, digits.length() - 6);
      return digits == null ? otherwise : Integer.parseInt(digits.substring(from), 16);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Makes a colour lighter or darker, hue and saturation kept (ECMA-376 part 1, 18.8.19). */
  private static int tinted(int rgb, double tint) {
    double red = (rgb >> 16 & 0xFF) / 255.0;
    double green = (rgb >> 8 & 0xFF) / 255.0;
    double blue = (rgb & 0xFF) / 255.0;
    double most = Math.max(red, Math.max(green, blue));
    double least = Math.min(red, Math.min(green, blue));
    double light = (most + least) / 2;
    double tintedLight = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
    double spread = most - least;
    double full = 1 - Math.abs(2 * light - 1);
    // With the same saturation, the spread grows and shrinks with what lightness leaves room for.
    double tintedSpread = full == 0 ? 0 : spread / full * (1 - Math.abs(2 * tintedLight - 1));
    double floor = tintedLight - tintedSpread / 2;
    double scale = spread == 0 ? 0 : tintedSpread / spread;
    return channel(floor + (red - least) * scale) << 16
        | channel(floor + (green - least) * scale) << 8
        | channel(floor + (blue - least) * scale);
  }

  private static int channel(double share) {
    return (int) Math.round(Math.max(0, Math.min(1, share)) * 255);
  }
}
