package dev.rollup.support.xlsb;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.StoredNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FormulaError;
import org.w3c.dom.Element;

/** Writes one worksheet. */
final class XlsbSheet {

  private static final List<String> MARGINS =
      List.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

  private static final List<String> OPERATORS =
      List.of(
          "",
          "between",
          "notBetween",
          "equal",
          "notEqual",
          "greaterThan",
          "lessThan",
          "greaterThanOrEqual",
          "lessThanOrEqual");

  private static final double LARGEST_SHORT = 1 << 29;

  private final Element root;
  private final XlsbBook book;
  private final XlsbStyles styles;
  private final RecordWriter to = new RecordWriter();

  /** The first cells of formulas of several, by the numbers that XML gives these. */
  private final Map<String, Position> shared = new HashMap<>();

  private final List<Area> arrays = new ArrayList<>();

  XlsbSheet(Element root, XlsbBook book, XlsbStyles styles) {
    this.root = root;
    this.book = book;
    this.styles = styles;
  }

  byte[] part() {
    to.record(129).record(148).zeros(16);
    views();
    defaults();
    columns();
    to.record(145);
    rows();
    to.record(146);
    Element merged = Xml.child(root, "mergeCells");
    if (merged != null) {
      to.record(177).i32(0);
      for (var cell : Xml.children(merged, "mergeCell")) {
        Area area = CellReference.area(cell.getAttribute("ref"));
        if (area != null && area.severalCells()) {
          area(to.record(176), area);
        }
      }
      to.record(178);
    }
    Xml.children(root, "conditionalFormatting").forEach(this::rules);
    margins();
    drawing("drawing", 550);
    drawing("legacyDrawing", 551);
    if (!Xml.children(root, "oleObjects").isEmpty() || !Xml.children(root, "controls").isEmpty()) {
      to.record(638).record(639).i32(1).i32(0).i32(1025).u16(0).text("P").text("rId1").record(640);
    }
    for (var list : Xml.children(root, "extLst")) {
      to.record(35).i32(0xE02);
      newerRules(list);
      to.record(36);
    }
    return to.record(130).part();
  }

  private void drawing(String name, int type) {
    Element drawing = Xml.child(root, name);
    if (drawing != null) {
      to.record(type).optional(Xml.arrow(drawing));
    }
  }

  private void views() {
    Element views = Xml.child(root, "sheetViews");
    if (views == null) {
      return;
    }
    to.record(133);
    for (var view : Xml.children(views, "*")) {
      int flags =
          (Xml.flag(view, "showFormulas", false) ? 2 : 0)
              | (Xml.flag(view, "showZeros", true) ? 1 << 4 : 0)
              | 0x38C;
      to.record(137).u16(flags).zeros(28).record(138);
    }
    to.record(134);
  }

  private void defaults() {
    Element defaults = Xml.child(root, "sheetFormatPr");
    if (defaults != null) {
      int width =
          defaults.hasAttribute("defaultColWidth")
              ? (int) Math.round(256 * Xml.real(defaults, "defaultColWidth", 0))
              : -1;
      int height = (int) Math.round(20 * Xml.real(defaults, "defaultRowHeight", 15));
      to.record(485).i32(width).u16(8).u16(height).u16(0).u16(0);
    }
  }

  private void columns() {
    Element columns = Xml.child(root, "cols");
    if (columns == null) {
      return;
    }
    to.record(390);
    for (var column : Xml.children(columns, "*")) {
      to.record(60)
          .i32(Xml.number(column, "min", 1) - 1)
          .i32(Xml.number(column, "max", 1) - 1)
          .i32((int) Math.round(256 * Xml.real(column, "width", 9.14)))
          .i32(0)
          .u16((Xml.flag(column, "hidden", false) ? 1 : 0) | 2);
    }
    to.record(391);
  }

  private void rows() {
    int next = 0;
    for (var data : Xml.children(root, "sheetData")) {
      for (var row : Xml.children(data, "row")) {
        int number = Xml.number(row, "r", next + 1) - 1;
        int height = (int) Math.round(20 * Xml.real(row, "ht", 15));
        boolean hidden = Xml.flag(row, "hidden", false);
        // What a newer program says of each row stands beside it, for it alone.
        to.record(37).u16(1).zeros(6).record(1024).zeros(2).record(38);
        to.record(0)
            .i32(number)
            .i32(0)
            .u16(height)
            .u8(0)
            .u8((hidden ? 1 << 4 : 0) | 1 << 5)
            .u8(0)
            .i32(0);
        int column = 0;
        for (var cell : Xml.children(row, "c")) {
          Area place = CellReference.area(Xml.attribute(cell, "r", ""));
          column = place == null ? column : place.first().column();
          cell(cell, new Position(number, column));
          column++;
        }
        next = number + 1;
      }
    }
  }

  private void cell(Element cell, Position at) {
    String type = Xml.attribute(cell, "t", "n");
    Element value = Xml.child(cell, "v");
    Element inline = Xml.child(cell, "is");
    Element formula = Xml.child(cell, "f");
    String stored = value == null ? "" : value.getTextContent().strip();
    if (formula != null || isInArray(at)) {
      formula(cell, at, type, stored, formula);
    } else if (inline != null) {
      boolean rich = XlsbText.isRich(inline) || Xml.child(inline, "rPh") != null;
      head(rich ? 62 : 6, cell, at);
      if (rich) {
        XlsbText.write(to, inline, styles, styles.fontOf(Xml.number(cell, "s", 0)));
      } else {
        to.text(XlsbText.plain(inline));
      }
    } else if (value == null || stored.isEmpty() && !type.equals("str")) {
      head(1, cell, at);
    } else {
      plain(cell, at, type, stored);
    }
  }

  private void plain(Element cell, Position at, String type, String stored) {
    switch (type) {
      case "s" -> head(7, cell, at).i32(Integer.parseInt(stored));
      case "str", "inlineStr" -> head(6, cell, at).text(Xml.text(cell, "v"));
      case "b" -> head(4, cell, at).u8(flag(stored));
      case "e" -> head(3, cell, at).u8(error(stored));
      case "n" -> {
        double number = number(stored);
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_SHORT) {
          head(2, cell, at).i32((int) number << 2 | 2);
        } else if (isOfHundredths(number)) {
          head(2, cell, at).i32((int) Math.round(number * 100) << 2 | 3);
        } else {
          head(5, cell, at).real(number);
        }
      }
      default -> throw new IllegalArgumentException("a cell of type " + type);
    }
  }

  private static double number(String stored) {
    BigDecimal number = StoredNumber.parse(stored);
    if (number == null) {
      throw new IllegalArgumentException("a number " + stored);
    }
    return Double.parseDouble(stored.strip());
  }

  private static boolean isOfHundredths(double number) {
    double hundredths = Math.rint(number * 100);
    return Math.abs(hundredths) < LARGEST_SHORT && hundredths / 100 == number;
  }

  private static int flag(String stored) {
    return switch (stored) {
      case "1", "true", "TRUE" -> 1;
      case "0", "false", "FALSE" -> 0;
      default -> throw new IllegalArgumentException("a boolean " + stored);
    };
  }

  private static int error(String stored) {
    return FormulaError.forString(stored).getCode();
  }

  private RecordWriter head(int type, Element cell, Position at) {
    return to.record(type).i32(at.column()).i32(Xml.number(cell, "s", 0));
  }

  private boolean isInArray(Position at) {
    return arrays.stream().anyMatch(area -> area.contains(at));
  }

  private void formula(Element cell, Position at, String type, String stored, Element formula) {
    switch (stored.isEmpty() && !type.equals("str") ? "none" : type) {
      case "str", "inlineStr" -> {
        String text = Xml.text(cell, "v");
        head(8, cell, at).text(text == null ? "" : text);
      }
      case "b" -> head(10, cell, at).u8(flag(stored));
      case "e" -> head(11, cell, at).u8(error(stored));
      case "n" -> head(9, cell, at).real(number(stored));
      case "none" -> {
        // There is no formula without a result: who does not calculate writes a zero.
        book.hasOpenFormula();
        head(9, cell, at).real(0);
      }
      default -> throw new IllegalArgumentException("a formula of type " + type);
    }
    to.u16(0);
    String text = formula == null ? "" : formula.getTextContent();
    String kind = formula == null ? "array" : Xml.attribute(formula, "t", "normal");
    String number = formula == null ? "" : formula.getAttribute("si");
    if (kind.equals("shared")) {
      Position first = shared.computeIfAbsent(number, key -> at);
      to.bytes(XlsbFormula.behind(first).bytes());
      if (first.equals(at)) {
        to.record(427);
        area(to, area(formula, at)).bytes(XlsbFormula.ofSeveral(text, book, at).bytes());
      }
    } else if (kind.equals("array")) {
      Area own = formula == null ? null : area(formula, at);
      if (own != null) {
        arrays.add(own);
      }
      Area of = arrays.stream().filter(area -> area.contains(at)).findFirst().orElseThrow();
      to.bytes(XlsbFormula.behind(of.first()).bytes());
      if (own != null) {
        area(to.record(426), own).u8(0).bytes(XlsbFormula.ofCell(text, book).bytes());
      }
    } else {
      to.bytes(XlsbFormula.ofCell(text, book).bytes());
    }
  }

  private static Area area(Element formula, Position at) {
    Area area = CellReference.area(formula.getAttribute("ref"));
    return area == null ? new Area(at, at) : area;
  }

  private static RecordWriter area(RecordWriter to, Area area) {
    return to.i32(area.first().row())
        .i32(area.last().row())
        .i32(area.first().column())
        .i32(area.last().column());
  }

  private void margins() {
    Element margins = Xml.child(root, "headerFooter");
    if (margins == null) {
      return;
    }
    int flags =
        (Xml.flag(margins, "differentOddEven", false) ? 1 : 0)
            | (Xml.flag(margins, "differentFirst", false) ? 2 : 0)
            | 0xC;
    to.record(479).u16(flags);
    MARGINS.forEach(name -> to.optional(Xml.text(margins, name)));
    to.record(480);
  }

  private static List<Area> areas(String places) {
    var areas = new ArrayList<Area>();
    for (String place : places.strip().split("\\s+", -1)) {
      Area area = CellReference.area(place);
      if (area == null) {
        throw new IllegalArgumentException("a range " + place);
      }
      areas.add(area);
    }
    return areas;
  }

  private void rules(Element formatting) {
    List<Area> areas = areas(formatting.getAttribute("sqref"));
    to.record(461).i32(1).i32(0).i32(areas.size());
    areas.forEach(area -> area(to, area));
    for (var rule : Xml.children(formatting, "cfRule")) {
      List<byte[]> formulas = formulas(rule, "formula");
      to.record(463);
      condition(rule, Xml.number(rule, "dxfId", -1));
      for (int i = 0; i < 3; i++) {
        to.i32(i < formulas.size() ? formulas.get(i).length : 0);
      }
      to.i32(-1);
      formulas.forEach(to::bytes);
      for (var icons : Xml.children(rule, "iconSet")) {
        to.record(465).i32(0).u16(Xml.flag(icons, "showValue", true) ? 0 : 2).record(466);
      }
      for (var bar : Xml.children(rule, "dataBar")) {
        to.record(467).u8(10).u8(90).u8(Xml.flag(bar, "showValue", true) ? 1 : 0).record(468);
      }
      to.record(464);
    }
    to.record(462);
  }

  private List<byte[]> formulas(Element rule, String name) {
    return Xml.children(rule, name).stream()
        .map(formula -> XlsbFormula.ofCell(formula.getTextContent().strip(), book).bytes())
        .toList();
  }

  private void condition(Element rule, int differential) {
    String type = Xml.attribute(rule, "type", "");
    int kind =
        switch (type) {
          case "cellIs" -> 1;
          case "colorScale" -> 3;
          case "dataBar" -> 4;
          case "top10" -> 5;
          case "iconSet" -> 6;
          default -> 2;
        };
    int template =
        switch (type) {
          case "cellIs" -> 0;
          case "containsBlanks" -> 9;
          case "containsErrors" -> 11;
          default -> 1;
        };
    int operator = kind == 1 ? Math.max(0, OPERATORS.indexOf(rule.getAttribute("operator"))) : 0;
    to.i32(kind).i32(template).i32(differential).i32(1).i32(operator).i32(0).i32(0).u16(0);
  }

  private void newerRules(Element list) {
    for (var child : Xml.children(list, "*")) {
      switch (child.getLocalName()) {
        case "ext", "conditionalFormattings" -> newerRules(child);
        case "conditionalFormatting" -> newer(child);
        default -> {}
      }
    }
  }

  private void newer(Element formatting) {
    List<Area> areas = areas(Xml.child(formatting, "sqref").getTextContent());
    to.record(1046).i32(2).i32(1).i32(0).i32(areas.size());
    areas.forEach(area -> area(to, area));
    to.i32(1).i32(0);
    for (var rule : Xml.children(formatting, "cfRule")) {
      List<byte[]> formulas = formulas(rule, "f");
      Element look = Xml.child(rule, "dxf");
      to.record(1048).i32(formulas.isEmpty() ? 0 : 4);
      if (!formulas.isEmpty()) {
        to.i32(formulas.size());
        // Here both lengths stand before the tokens; behind these is nothing.
        formulas.forEach(
            formula -> {
              to.i32(0).bytes(java.util.Arrays.copyOf(formula, 4)).i32(0);
              to.bytes(java.util.Arrays.copyOfRange(formula, 4, formula.length - 4));
            });
      }
      condition(rule, look == null ? -1 : styles.newer(look));
      to.zeros(12 + 4 + 16).i32(0).i32(-1);
      for (var icons : Xml.children(rule, "iconSet")) {
        to.record(1052).i32(0).i32(0).u16(Xml.flag(icons, "showValue", true) ? 0 : 2);
        to.record(1155);
      }
      for (var bar : Xml.children(rule, "dataBar")) {
        to.record(1051).i32(0).u8(10).u8(90).u8(Xml.flag(bar, "showValue", true) ? 1 : 0).zeros(4);
        to.record(1156);
      }
      to.record(1049);
    }
    to.record(1047);
  }
}
