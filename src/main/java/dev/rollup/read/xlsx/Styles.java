package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellFill;
import dev.rollup.read.sheet.CellFont;
import dev.rollup.read.sheet.CellStyle;
import dev.rollup.read.sheet.CellStyles;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.xml.EscapedText;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The looks of a workbook's cells. */
public final class Styles implements CellStyles {
  private final byte @Nullable [] part;
  private final Looks looks;
  private final List<CellStyle> styles = new ArrayList<>();

  /** By style what is the matter with numbers, and with texts, in it; null until one asks. */
  private final List<Set<Mark>> onNumbers = new ArrayList<>();

  private final List<Set<Mark>> onTexts = new ArrayList<>();

  private @Nullable List<Differential> differentials;

  private Styles(byte @Nullable [] part, Looks looks) {
    this.part = part;
    this.looks = looks;
  }

  /**
   * Reads the part as far as it says how cells look: the rest of it, mostly named styles, can be a
   * hundred times as long.
   *
   * @param part its bytes; null where the workbook has none
   */
  static Styles read(byte @Nullable [] part, Looks looks) throws Refusal {
    var styles = new Styles(part, looks);
    if (part == null) {
      return styles;
    }
    var xml = open(part);
    var formats = new HashMap<Integer, NumberFormat>();
    var fonts = new ArrayList<CellFont>();
    var fills = new ArrayList<CellFill>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "numFmts" -> readFormats(xml, formats);
        case "fonts" -> {
          while (xml.toChild()) {
            fonts.add(CellFont.read(xml));
            Limits.checkListed(fonts.size());
          }
        }
        case "fills" -> {
          while (xml.toChild()) {
            fills.add(CellFill.read(xml, false));
            Limits.checkListed(fills.size());
          }
        }
        case "cellXfs" -> {
          styles.readStyles(xml, formats, fonts, fills);
          return styles;
        }
        default -> xml.skip();
      }
    }
    return styles;
  }

  @Override
  public Looks looks() {
    return looks;
  }

  /**
   * Returns the style of that number; without any styles a plain one, as every program shows it.
   *
   * @return null where there are styles but not this one
   */
  @Override
  public @Nullable CellStyle style(int index) {
    if (index >= 0 && index < styles.size()) {
      return styles.get(index);
    }
    return part == null || index == 0 ? CellStyle.PLAIN : null;
  }

  /** Returns what is the matter with a number in a cell of that style, but for its format. */
  Set<Mark> onNumber(int index) throws Refusal {
    return known(index, onNumbers, false);
  }

  /** Returns what is the matter with a text in a cell of that style, its runs apart. */
  Set<Mark> onText(int index) throws Refusal {
    return known(index, onTexts, true);
  }

  private Set<Mark> known(int index, List<Set<Mark>> known, boolean text) throws Refusal {
    if (index < 0 || index >= styles.size()) {
      return Set.of();
    }
    while (known.size() < styles.size()) {
      known.add(null);
    }
    Set<Mark> marks = known.get(index);
    if (marks == null) {
      CellStyle style = styles.get(index);
      marks = looks.marks(style.font(), style.fill());
      marks.addAll(Looks.beyondFont(style, text));
      known.set(index, marks);
    }
    return marks;
  }

  @Override
  public @Nullable Differential differential(int index) throws Refusal {
    if (differentials == null) {
      differentials = part == null ? List.of() : readDifferentials(part);
    }
    return index >= 0 && index < differentials.size() ? differentials.get(index) : null;
  }

  private static List<Differential> readDifferentials(byte[] part) throws Refusal {
    var all = new ArrayList<Differential>();
    var xml = open(part);
    while (xml.toChild()) {
      if (!xml.name().equals("dxfs")) {
        xml.skip();
        continue;
      }
      while (xml.toChild()) {
        all.add(Differential.read(xml));
        Limits.checkListed(all.size());
      }
      return all;
    }
    return all;
  }

  private static XmlCursor open(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    if (!SpreadsheetXml.isRoot(xml, "styleSheet")) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return xml;
  }

  private static void readFormats(XmlCursor xml, Map<Integer, NumberFormat> defined)
      throws Refusal {
    while (xml.toChild()) {
      String code = xml.attribute("formatCode");
      if (code != null) {
        defined.put(
            SpreadsheetXml.index(xml.attribute("numFmtId")),
            NumberFormat.of(EscapedText.decode(code)));
        Limits.checkListed(defined.size());
      }
      xml.skip();
    }
  }

  private void readStyles(
      XmlCursor xml, Map<Integer, NumberFormat> formats, List<CellFont> fonts, List<CellFill> fills)
      throws Refusal {
    while (xml.toChild()) {
      int id = SpreadsheetXml.index(xml.attribute("numFmtId"));
      var format = formats.get(id);
      var font = at(fonts, SpreadsheetXml.index(xml.attribute("fontId")), CellFont.PLAIN);
      var fill = at(fills, SpreadsheetXml.index(xml.attribute("fillId")), CellFill.NONE);
      boolean repeated = false;
      while (xml.toChild()) {
        repeated |= xml.name().equals("alignment") && "fill".equals(xml.attribute("horizontal"));
        xml.skip();
      }
      styles.add(
          new CellStyle(format != null ? format : NumberFormat.builtIn(id), font, fill, repeated));
      Limits.checkListed(styles.size());
    }
  }

  private static <T> T at(List<T> all, int index, T otherwise) {
    return index >= 0 && index < all.size() ? all.get(index) : otherwise;
  }
}
