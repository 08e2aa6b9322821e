package dev.rollup.read.odf;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.ConditionalFormats.Rule;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the formats of a sheet that depend on what its cells hold, as LibreOffice writes them. */
final class OdsConditions {

  private static final Map<String, String> OPERATORS =
      Map.of(
          "<", "lessThan",
          "<=", "lessThanOrEqual",
          "=", "equal",
          "!=", "notEqual",
          ">=", "greaterThanOrEqual",
          ">", "greaterThan",
          "between", "between",
          "not-between", "notBetween");

  private static final Pattern COMPARISON =
      Pattern.compile(
          "(<=|>=|!=|<|>|=)([^<>=]{1,40})|(between|not-between)\\(([^,()]{1,40}),([^,()]{1,40})\\)");

  private static final Area EVERYWHERE =
      new Area(new Position(0, 0), new Position(Limits.ROWS - 1, Limits.COLUMNS - 1));

  private final CellLooks looks;
  private final ConditionalFormats all = new ConditionalFormats();

  OdsConditions(CellLooks looks) {
    this.looks = looks;
  }

  /** Returns what was read so far. */
  ConditionalFormats all() {
    return all;
  }

  /** Reads a list; the cursor is on it and uses it up. */
  void read(XmlCursor xml) throws Refusal {
    while (xml.toChild()) {
      List<Area> ranges = areas(xml.attribute(Odf.CALC_EXTENSION, "target-range-address"));
      while (xml.toChild()) {
        String applied = xml.attribute(Odf.CALC_EXTENSION, "apply-style-name");
        String condition = xml.attribute(Odf.CALC_EXTENSION, "value");
        boolean numberHidden = hidesNumber(xml);
        Differential look = applied == null ? null : looks.laidOver(applied);
        all.add(rule(ranges, condition, look, numberHidden));
      }
    }
  }

  /** Returns the rule of a style that is laid over another one, wherever that is used. */
  static Rule rule(@Nullable String condition, Differential look) {
    String compared =
        condition == null
            ? null
            : condition.replaceFirst("^cell-content\\(\\)|^cell-content-is-", "");
    return rule(List.of(EVERYWHERE), compared, look, false);
  }

  private static Rule rule(
      List<Area> ranges,
      @Nullable String condition,
      @Nullable Differential look,
      boolean numberHidden) {
    var compared = COMPARISON.matcher(condition == null ? "" : condition.strip());
    if (!compared.matches()) {
      return new Rule(ranges, "expression", null, List.of(), -1, look, numberHidden);
    }
    boolean one = compared.group(1) != null;
    return new Rule(
        ranges,
        "cellIs",
        OPERATORS.get(one ? compared.group(1) : compared.group(3)),
        one ? List.of(compared.group(2)) : List.of(compared.group(4), compared.group(5)),
        -1,
        look,
        numberHidden);
  }

  /** Uses up a bar, a set of symbols or a condition; tells whether it stands for the number. */
  private static boolean hidesNumber(XmlCursor xml) throws Refusal {
    boolean hides = "false".equals(xml.attribute(Odf.CALC_EXTENSION, "show-value"));
    while (xml.toChild()) {
      hides |= hidesNumber(xml);
    }
    return hides;
  }

  /** Returns the cells of a list of ranges; all cells where any of them is not understood. */
  static List<Area> areas(@Nullable String ranges) throws Refusal {
    var areas = new ArrayList<Area>();
    for (String range : withoutSheets(ranges == null ? "" : ranges).split(" ")) {
      Area area = CellReference.area(range);
      if (area == null) {
        return List.of(EVERYWHERE);
      }
      areas.add(area);
      Limits.checkListed(areas.size());
    }
    return areas;
  }

  /** Takes the names of sheets away, which may hold anything where they stand in quotes. */
  private static String withoutSheets(String ranges) {
    var plain = new StringBuilder(ranges.length());
    int begin = 0;
    boolean quoted = false;
    for (int i = 0; i < ranges.length(); i++) {
      char c = ranges.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '.') {
        plain.setLength(begin);
      } else if (!quoted && c != '$') {
        plain.append(c);
        if (c == ' ' || c == ':') {
          begin = plain.length();
        }
      }
    }
    return plain.toString().strip();
  }
}
