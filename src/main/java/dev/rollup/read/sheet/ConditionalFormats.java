package dev.rollup.read.sheet;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The formats of a sheet that depend on what its cells hold (ECMA-376 part 1, 18.3.1.18; MS-XLSX
 * 2.6 for those that newer programs keep at the end of the part). What a rule does to a cell counts
 * unless it is certain that it does not apply: comparisons with a constant are judged, anything
 * else may be true. Where a sheet is no part, its rules are added by whoever reads it.
 */
public final class ConditionalFormats {

  /** A cell that holds something. */
  public record Styled(Position at, Cell cell, int style) {}

  /**
   * One rule.
   *
   * @param type what kind of condition it is
   * @param operator how it compares; null where it does not
   * @param operands what it compares with, as formulas
   * @param differential the number of what it lays over cells, or -1
   * @param own what it lays over cells; null where that has a number, or is nothing
   * @param numberHidden whether an icon or a bar is shown in the place of the number
   */
  public record Rule(
      List<Area> ranges,
      String type,
      @Nullable String operator,
      List<String> operands,
      int differential,
      @Nullable Differential own,
      boolean numberHidden) {}

  private static final Pattern CONSTANT = Pattern.compile("=?\\s*[-+]?\\d{1,15}(\\.\\d{1,15})?");

  /** Codes that show every whole number as it is. */
  private static final Set<String> PLAIN = Set.of(Cell.Number.GENERAL, "0", "#,##0", "@");

  private static final Area EVERYWHERE =
      new Area(new Position(0, 0), new Position(Limits.ROWS - 1, Limits.COLUMNS - 1));

  /** How many comparisons a form never needs. */
  private static final long MOST_WORK = 10_000_000;

  private final List<Rule> rules = new ArrayList<>();

  /** Uses up a conditional format of the sheet. */
  public void read(XmlCursor xml) throws Refusal {
    List<Area> ranges = ranges(xml.attribute("sqref"));
    while (xml.toChild()) {
      if (xml.name().equals("cfRule")) {
        add(readRule(xml, ranges));
      } else {
        xml.skip();
      }
    }
  }

  /** Uses up an element that holds formats of newer programs, at whatever depth. */
  public void readExtensions(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      switch (xml.name()) {
        case "conditionalFormatting" -> readExtension(xml);
        case "ext", "conditionalFormattings" -> readExtensions(xml);
        default -> xml.skip();
      }
    }
  }

  private void readExtension(XmlCursor xml) throws Refusal {
    var there = new ArrayList<Rule>();
    List<Area> ranges = List.of();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "cfRule" -> there.add(readRule(xml, List.of()));
        case "sqref" -> ranges = ranges(xml.text());
        default -> xml.skip();
      }
    }
    for (var rule : there) {
      add(
          new Rule(
              ranges,
              rule.type,
              rule.operator,
              rule.operands,
              rule.differential,
              rule.own,
              rule.numberHidden));
    }
  }

  private Rule readRule(XmlCursor xml, List<Area> ranges) throws Refusal {
    String type = xml.attribute("type");
    String operator = xml.attribute("operator");
    String number = xml.attribute("dxfId");
    int differential = number == null ? -1 : SpreadsheetXml.index(number);
    Differential own = null;
    boolean numberHidden = false;
    var operands = new ArrayList<String>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "formula", "f" -> operands.add(xml.text().strip());
        case "dxf" -> own = Differential.read(xml);
        case "iconSet", "dataBar" -> {
          String shown = xml.attribute("showValue");
          numberHidden |= shown != null && !XmlCursor.isTrue(shown);
          xml.skip();
        }
        default -> xml.skip();
      }
      Limits.checkListed(operands.size());
    }
    return new Rule(
        ranges, type == null ? "" : type, operator, operands, differential, own, numberHidden);
  }

  /** Tells whether there is no rule at all. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Adds a rule, if it does anything that can keep a person from seeing what is stored. */
  public void add(Rule rule) throws Refusal {
    if (rule.differential >= 0 || rule.own != null || rule.numberHidden) {
      rules.add(rule);
      Limits.checkListed(rules.size());
    }
  }

  private static List<Area> ranges(@Nullable String places) throws Refusal {
    var ranges = new ArrayList<Area>();
    if (places != null) {
      for (String place : places.strip().split("\\s+", -1)) {
        Area range = CellReference.area(place);
        // Of a range that cannot be read, every cell may be a part.
        ranges.add(range != null ? range : EVERYWHERE);
        Limits.checkListed(ranges.size());
      }
    }
    return ranges;
  }

  /** Marks what the rules may show otherwise than it is stored. */
  public void apply(List<Styled> cells, CellStyles styles, BiConsumer<Position, Mark> marks)
      throws Refusal {
    long work = 0;
    for (var rule : rules) {
      Differential look = rule.own != null ? rule.own : styles.differential(rule.differential);
      if (!rule.numberHidden && (look == null || !look.matters())) {
        continue;
      }
      work += (long) cells.size() * rule.ranges.size();
      if (work > MOST_WORK) {
        throw Refusal.of(TOO_LARGE);
      }
      for (var cell : cells) {
        boolean inside = rule.ranges.stream().anyMatch(range -> range.contains(cell.at));
        if (inside && mayApply(rule, number(cell.cell))) {
          apply(rule, look, cell, styles, marks);
        }
      }
    }
  }

  private static void apply(
      Rule rule,
      @Nullable Differential look,
      Styled styled,
      CellStyles styles,
      BiConsumer<Position, Mark> marks)
      throws Refusal {
    Cell.Number number = number(styled.cell);
    if (rule.numberHidden && number != null) {
      marks.accept(styled.at, Mark.RESTYLED);
    }
    if (look == null) {
      return;
    }
    if (look.format() != null && number != null && restyles(look.format(), number)) {
      marks.accept(styled.at, Mark.RESTYLED);
    }
    if (look.font() != null || look.fill() != null) {
      CellStyle style = styles.style(styled.style);
      style = style == null ? CellStyle.PLAIN : style;
      CellFont font = look.font() != null ? look.font() : CellFont.PLAIN;
      var shown = font.color() != null ? font : font.in(style.font().color());
      CellFill fill = look.fill() != null ? look.fill() : style.fill();
      for (var mark : styles.looks().marks(shown, fill)) {
        marks.accept(styled.at, mark);
      }
    }
  }

  private static boolean restyles(NumberFormat format, Cell.Number number) {
    return !PLAIN.contains(format.code()) && !format.code().equals(number.format());
  }

  private static Cell.@Nullable Number number(Cell cell) {
    Cell shown = cell instanceof Cell.Formula formula ? formula.cached() : cell;
    return shown instanceof Cell.Number number ? number : null;
  }

  /** Tells whether it is not certain that a rule leaves a cell alone that is not empty. */
  private static boolean mayApply(Rule rule, Cell.@Nullable Number number) {
    if (number == null) {
      return true;
    }
    return switch (rule.type) {
      case "containsBlanks", "containsErrors" -> false;
      case "cellIs" -> mayCompare(rule, number.value());
      default -> true;
    };
  }

  private static boolean mayCompare(Rule rule, BigDecimal value) {
    var constants = new ArrayList<BigDecimal>();
    for (String operand : rule.operands) {
      if (!CONSTANT.matcher(operand).matches()) {
        return true;
      }
      constants.add(new BigDecimal(operand.replace("=", "").strip()));
    }
    boolean two = "between".equals(rule.operator) || "notBetween".equals(rule.operator);
    if (rule.operator == null || constants.size() != (two ? 2 : 1)) {
      return true;
    }
    int first = value.compareTo(constants.get(0));
    return switch (rule.operator) {
      case "lessThan" -> first < 0;
      case "lessThanOrEqual" -> first <= 0;
      case "equal" -> first == 0;
      case "notEqual" -> first != 0;
      case "greaterThanOrEqual" -> first >= 0;
      case "greaterThan" -> first > 0;
      case "between" -> between(value, constants);
      case "notBetween" -> !between(value, constants);
      default -> true;
    };
  }

  private static boolean between(BigDecimal value, List<BigDecimal> bounds) {
    BigDecimal least = bounds.get(0).min(bounds.get(1));
    BigDecimal most = bounds.get(0).max(bounds.get(1));
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }
}
