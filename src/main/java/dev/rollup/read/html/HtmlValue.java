package dev.rollup.read.html;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SeenNumber;
import dev.rollup.read.sheet.StoredNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a page holds in a spreadsheet: its text, as the page shows it, unless the program
 * that wrote it says what it stored.
 *
 * @param cell what it holds
 * @param mark what is the matter with all of it; null for nothing
 */
record HtmlValue(Cell cell, @Nullable Mark mark) {

  /** How Excel says what a cell holds, and how LibreOffice does. */
  static final List<String> ATTRIBUTES =
      List.of("x:num", "x:str", "x:fmla", "x:err", "x:bool", "sdval", "sdnum");

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?");

  private static final Pattern CONSTANT = Pattern.compile("=\"([^\"]*)\"");

  /** Excel knows them by names that files in XML do not have. */
  private static final Map<String, String> NAMED = Map.of("Text", "@", "General", "General");

  /**
   * Reads a cell.
   *
   * @param text what the page shows
   * @param said what the cell says by {@link #ATTRIBUTES}
   * @param code how it writes out numbers; null where it does not say
   */
  static HtmlValue of(Cell.Text text, Map<String, String> said, @Nullable String code) {
    String sdnum = said.get("sdnum");
    String written = sdnum == null ? code : sdnum.replaceFirst("^[^;]*;[^;]*;?", "");
    NumberFormat format =
        written == null || written.isBlank()
            ? NumberFormat.of(Cell.Number.GENERAL)
            : NumberFormat.named(NAMED.getOrDefault(written, written));
    Cell held = held(text, said, format);
    String formula = said.get("x:fmla");
    boolean isText = held instanceof Cell.Text;
    Mark mark = isText ? format.onText() : null;
    if (formula == null) {
      return new HtmlValue(held, mark);
    }
    return new HtmlValue(
        new Cell.Formula(formula.startsWith("=") ? formula.substring(1) : formula, held), mark);
  }

  private static Cell held(Cell.Text text, Map<String, String> said, NumberFormat format) {
    String shown = text.value().strip();
    if (said.containsKey("x:err")) {
      return new Cell.ErrorValue(shown);
    }
    if (said.containsKey("x:bool")) {
      String value = said.get("x:bool");
      return new Cell.Bool((value.isBlank() ? shown : value).equalsIgnoreCase("true"));
    }
    if (said.containsKey("x:str")) {
      String stored = said.get("x:str").strip();
      boolean same = stored.isEmpty() || words(stored).equals(words(shown));
      return same ? asText(text) : new Cell.Number(BigDecimal.ZERO, quoted(shown));
    }
    String stored = said.getOrDefault("x:num", said.get("sdval"));
    if (stored != null) {
      return number(stored.isBlank() ? shown : stored, shown, text, format);
    }
    var constant = CONSTANT.matcher(shown);
    if (constant.matches()) {
      return new Cell.Formula(shown.substring(1), new Cell.Text(constant.group(1)));
    }
    boolean plain = format.code().equals(Cell.Number.GENERAL) || format.code().equals("@");
    if (!plain && DIGITS.matcher(shown).matches() && text.spans().isEmpty()) {
      // Excel reads the number, and shows it as the format says.
      BigDecimal value = StoredNumber.parse(shown);
      return value == null ? asText(text) : format.cell(value, /* since1904= */ false);
    }
    return asText(text);
  }

  private static Cell number(String stored, String shown, Cell.Text text, NumberFormat format) {
    BigDecimal value = StoredNumber.parse(stored);
    if (value == null) {
      return asText(text);
    }
    Cell cell = format.cell(value, /* since1904= */ false);
    if (!(cell instanceof Cell.Number)) {
      return cell;
    }
    // Whoever opens the page elsewhere sees what is written there.
    String seen = SeenNumber.format(value, shown, null);
    boolean general = format.code().equals(Cell.Number.GENERAL);
    return general || seen.startsWith("\"") || seen.equals(";;;")
        ? new Cell.Number(value, seen)
        : cell;
  }

  private static Cell asText(Cell.Text text) {
    return text.value().isEmpty() ? Cell.EMPTY : text;
  }

  private static String words(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  private static String quoted(String shown) {
    return '"' + shown.replace('"', '\'') + '"';
  }
}
