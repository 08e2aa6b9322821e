package dev.rollup.read.sheet;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is behind the characters of a cell (CT_Fill, ECMA-376 part 1, 18.8.20).
 *
 * @param colors all colours of the pattern or gradient; none where the sheet shows
 */
public record CellFill(List<SheetColor> colors) {

  /** No fill: the sheet itself is seen. */
  public static final CellFill NONE = new CellFill(List.of());

  /** Copies the colours. */
  public CellFill {
    colors = List.copyOf(colors);
  }

  /**
   * Uses up the current element.
   *
   * @param differential whether it is laid over that of a cell: an even one then has its colour for
   *     a background, and need not say that it is even
   */
  public static CellFill read(XmlCursor xml, boolean differential) throws Refusal {
    CellFill fill = NONE;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "patternFill" -> fill = pattern(xml, differential);
        case "gradientFill" -> fill = gradient(xml);
        default -> xml.skip();
      }
    }
    return fill;
  }

  private static CellFill pattern(XmlCursor xml, boolean differential) throws Refusal {
    String type = xml.attribute("patternType");
    SheetColor front = SheetColor.AUTOMATIC;
    SheetColor back = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "fgColor" -> front = SheetColor.read(xml);
        case "bgColor" -> back = SheetColor.read(xml);
        default -> {}
      }
      xml.skip();
    }
    if (differential && (type == null || type.equals("solid"))) {
      return laidOver(front, back);
    }
    if (type == null || type.equals("none")) {
      return NONE;
    }
    return type.equals("solid") ? even(front) : pattern(front, back);
  }

  /** The fill of a cell that is of one colour all over. */
  public static CellFill even(SheetColor color) {
    return new CellFill(List.of(color));
  }

  /**
   * A fill of two colours.
   *
   * @param back null where it does not say
   */
  public static CellFill pattern(SheetColor front, @Nullable SheetColor back) {
    return new CellFill(List.of(front, back != null ? back : SheetColor.AUTOMATIC));
  }

  /**
   * The even fill of a conditional format.
   *
   * @param back null where it does not say
   */
  public static CellFill laidOver(SheetColor front, @Nullable SheetColor back) {
    return even(back != null ? back : front);
  }

  private static CellFill gradient(XmlCursor xml) throws Refusal {
    var colors = new ArrayList<SheetColor>();
    while (xml.toChild()) {
      if (xml.name().equals("stop")) {
        while (xml.toChild()) {
          colors.add(SheetColor.read(xml));
          Limits.checkListed(colors.size());
          xml.skip();
        }
      } else {
        xml.skip();
      }
    }
    return new CellFill(colors);
  }
}
