package dev.rollup.read.sheet;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the characters of a cell or of a run look (CT_Font and CT_RPrElt, ECMA-376 part 1, 18.8.22
 * and 18.4.7), as far as it decides whether a person sees what is stored.
 *
 * @param struck whether a line goes through them
 * @param shifted whether they are raised or lowered
 * @param tiny whether they are of a size that nobody reads
 * @param pictograms whether the font has pictures where others have letters and digits
 * @param color their colour; null where the font does not say
 */
public record CellFont(
    boolean struck, boolean shifted, boolean tiny, boolean pictograms, @Nullable SheetColor color) {

  /** Letters as everybody reads them. */
  public static final CellFont PLAIN = new CellFont(false, false, false, false, null);

  /** In points; 1 is what people set who want to hide something. */
  private static final double SMALLEST_READ = 2;

  private static final Set<String> PICTOGRAMS =
      Set.of("wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett");

  /** Uses up the current element. */
  public static CellFont read(XmlCursor xml) throws Refusal {
    boolean struck = false;
    boolean shifted = false;
    boolean tiny = false;
    boolean pictograms = false;
    SheetColor color = null;
    while (xml.toChild()) {
      String value = xml.attribute("val");
      switch (xml.name()) {
        case "strike" -> struck = value == null || XmlCursor.isTrue(value);
        case "vertAlign" -> shifted = "superscript".equals(value) || "subscript".equals(value);
        case "sz" -> tiny = value != null && isTiny(value);
        case "name", "rFont" -> pictograms = value != null && hasPictograms(value);
        case "color" -> color = SheetColor.read(xml);
        default -> {}
      }
      xml.skip();
    }
    return new CellFont(struck, shifted, tiny, pictograms, color);
  }

  /** Returns the same font in another colour. */
  public CellFont in(@Nullable SheetColor other) {
    return new CellFont(struck, shifted, tiny, pictograms, other);
  }

  /** Tells whether a font of that name has pictures where others have letters and digits. */
  public static boolean hasPictograms(String name) {
    return PICTOGRAMS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Tells whether nobody reads characters of that size. */
  public static boolean isTiny(double points) {
    return points < SMALLEST_READ;
  }

  private static boolean isTiny(String points) {
    try {
      return isTiny(Double.parseDouble(points));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
