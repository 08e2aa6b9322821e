package dev.rollup.read.odf;

import dev.rollup.model.Area;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the formats of a sheet that depend on what its cells hold, as LibreOffice writes them. */
final class OdsConditions {

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
        all.add(OdfCondition.rule(ranges, condition, look, numberHidden));
      }
    }
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
    for (String range : withoutSheets(ranges == null ? "" : ranges).split(" ", -1)) {
      Area area = CellReference.area(range);
      if (area == null) {
        return List.of(OdfCondition.EVERYWHERE);
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
