package dev.rollup.read.odf;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.ColorNames;
import dev.rollup.read.sheet.SheetColor;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values are written out (OpenDocument 1.3 part 3, 16.29), as far as it must be known. */
final class DataStyles {

  /** More decimals than anybody displays. */
  private static final int MOST_DECIMALS = 20;

  private static final Set<String> VALUES =
      Set.of("number", "scientific-number", "fraction", "boolean", "text-content");

  private final Map<String, DataStyle> all = new HashMap<>();

  /**
   * One of them.
   *
   * @param code the same as a format code, where it is one of the plain ones; null for any other
   * @param showsNumber whether the number itself is a part of what is seen
   * @param more whether more than digits is seen, or other digits, whatever the value
   * @param onText what it does to a text; null for nothing
   * @param colors the colours that it writes in, its own and those for some values
   */
  record DataStyle(
      @Nullable String code,
      boolean showsNumber,
      boolean more,
      @Nullable Mark onText,
      List<SheetColor> colors) {}

  /** Returns the style of that name; null where there is none. */
  @Nullable DataStyle of(@Nullable String name) {
    return name == null ? null : all.get(name);
  }

  /** Puts in what another list holds. */
  void addAll(DataStyles others) {
    all.putAll(others.all);
  }

  /** Reads one; the cursor is on it and uses it up. */
  void read(XmlCursor xml) throws Refusal {
    String name = xml.attribute(Odf.STYLE, "name");
    boolean ofText = xml.name().equals("text-style");
    boolean percent = xml.name().equals("percentage-style");
    boolean plain = percent || xml.name().equals("number-style");
    var colors = new ArrayList<SheetColor>();
    String digits = null;
    boolean shows = false;
    boolean more = percent;
    boolean mapped = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "text-properties" -> {
          SheetColor color = ColorNames.of(xml.attribute(Odf.FO, "color"));
          if (color != null) {
            colors.add(color);
          }
        }
        case "map" -> {
          // Those for some values stand before the one that uses them.
          DataStyle applied = of(xml.attribute(Odf.STYLE, "apply-style-name"));
          plain = false;
          mapped = true;
          if (applied != null) {
            colors.addAll(applied.colors());
            shows |= applied.showsNumber();
          }
        }
        case "number" -> {
          digits = digits(xml);
          plain &= !shows && digits != null;
          more |= xml.attribute(Odf.NUMBER, "display-factor") != null;
        }
        case "text" -> {
          plain &= percent;
          more |= !xml.text().isBlank();
          continue;
        }
        default -> plain = false;
      }
      shows |= VALUES.contains(xml.name());
      Limits.checkListed(colors.size());
      xml.skip();
    }
    Mark onText = !ofText ? null : !shows ? Mark.HIDDEN : more ? Mark.RESTYLED : null;
    if (name != null) {
      String code = plain && digits != null ? digits + (percent ? "%" : "") : null;
      all.put(
          name,
          new DataStyle(code, shows, !mapped && (more || !shows), onText, List.copyOf(colors)));
      Limits.checkListed(all.size());
    }
  }

  /** Returns {@code #,##0.00} for two decimals and grouped digits; null for what is not plain. */
  private static @Nullable String digits(XmlCursor xml) {
    String decimals = xml.attribute(Odf.NUMBER, "decimal-places");
    String least = xml.attribute(Odf.NUMBER, "min-decimal-places");
    String factor = xml.attribute(Odf.NUMBER, "display-factor");
    boolean grouped = "true".equals(xml.attribute(Odf.NUMBER, "grouping"));
    String whole = xml.attribute(Odf.NUMBER, "min-integer-digits");
    if (factor != null || whole != null && !whole.equals("1")) {
      return null;
    }
    if (decimals == null && !grouped) {
      return Cell.Number.GENERAL;
    }
    if (decimals == null || !decimals.matches("[0-9]{1,2}")) {
      return null;
    }
    int places = Integer.parseInt(decimals);
    return places > MOST_DECIMALS || least != null && !least.equals(decimals)
        ? null
        : (grouped ? "#,##0" : "0") + (places == 0 ? "" : "." + "0".repeat(places));
  }
}
