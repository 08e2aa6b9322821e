package dev.rollup.read.spreadsheetml;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.ColorNames;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.StoredNumber;
import dev.rollup.read.xml.XmlCursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one cell holds: a value of a type, or a text in the elements of HTML that says how its
 * stretches look.
 */
final class CellData {

  private final StyleList styles;
  private final CellStyle style;
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private boolean runs;

  private CellData(StyleList styles, CellStyle style) {
    this.styles = styles;
    this.style = style;
  }

  /**
   * What was read.
   *
   * @param marks what is the matter with the cell as a whole
   */
  record Read(Cell cell, Set<Mark> marks) {}

  /** Reads a value in a cell of a style; the cursor is on it and uses it up. */
  static Read read(XmlCursor xml, StyleList styles, CellStyle style) throws Refusal {
    String type = xml.attribute(Namespaces.SPREADSHEET, "Type");
    var data = new CellData(styles, style);
    data.content(xml, style.font());
    Cell cell = data.cell(type == null ? "String" : type);
    boolean isText = cell instanceof Cell.Text;
    // The stretches of a text say themselves what their fonts do.
    Set<Mark> marks =
        isText && data.runs ? Looks.beyondFont(style, true) : styles.marks(style, isText);
    return new Read(cell, marks);
  }

  private void content(XmlCursor xml, CellFont font) throws Refusal {
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          return;
        }
        case TEXT -> append(xml.piece(), font);
        case CHILD -> {
          runs = true;
          if (xml.name().equals("Br") || xml.name().equals("br")) {
            append("\n", font);
          }
          content(xml, changed(xml, font));
        }
      }
    }
  }

  private void append(String piece, CellFont font) throws Refusal {
    int from = text.length();
    text.append(piece);
    if (!piece.isBlank()) {
      for (var mark : styles.marks(font, style.fill())) {
        spans.add(new Span(from, text.length(), mark));
        Limits.checkListed(spans.size());
      }
    }
  }

  private static CellFont changed(XmlCursor xml, CellFont font) {
    String color = html(xml, "Color");
    String size = html(xml, "Size");
    String face = html(xml, "Face");
    String name = xml.name();
    return new CellFont(
        font.struck() || name.equals("S") || name.equals("Strike") || name.equals("Del"),
        font.shifted() || name.equals("Sub") || name.equals("Sup"),
        size == null ? font.tiny() : StyleList.isTiny(size),
        face == null ? font.pictograms() : CellFont.hasPictograms(face),
        color == null ? font.color() : ColorNames.of(color));
  }

  /** Excel writes the namespace before the name, others do not. */
  private static @Nullable String html(XmlCursor xml, String name) {
    String value = xml.attribute(Namespaces.HTML, name);
    return value != null ? value : xml.attribute(name);
  }

  private Cell cell(String type) {
    String value = text.toString();
    if (type.equals("String")) {
      return value.isEmpty() ? Cell.EMPTY : new Cell.Text(value, runs ? spans : List.of());
    }
    if (value.isBlank()) {
      return Cell.EMPTY;
    }
    return switch (type) {
      case "Number" -> number(value);
      case "DateTime" -> date(value.strip());
      case "Boolean" -> new Cell.Bool(value.strip().equals("1"));
      default -> new Cell.ErrorValue(value.strip());
    };
  }

  private Cell number(String value) {
    BigDecimal number = StoredNumber.parse(value);
    // Not as text: a text of digits would be counted.
    return number == null ? new Cell.ErrorValue(value) : style.format().cell(number, false);
  }

  private static Cell date(String value) {
    try {
      return new Cell.Date(LocalDateTime.parse(value));
    } catch (DateTimeException e) {
      return new Cell.ErrorValue(value);
    }
  }
}
