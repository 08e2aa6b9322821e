package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.workbook.Workbook;
import dev.rollup.read.workbook.Workbook.Sheet;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage;
import java.util.ArrayList;
import java.util.List;

/** Reads the part that a workbook begins with (CT_Workbook, ECMA-376 part 1, 18.2.27). */
final class WorkbookPart {

  private WorkbookPart() {}

  /** Reads the part; one that is no workbook is an {@code unsupported-format}. */
  static Workbook read(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, SpreadsheetXml.NAMESPACES);
    if (!SpreadsheetXml.isRoot(xml, "workbook")) {
      throw Refusal.unsupported();
    }
    boolean since1904 = false;
    boolean stale = false;
    var sheets = new ArrayList<Sheet>();
    var names = new ArrayList<DefinedName>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "workbookPr" -> {
          since1904 = xml.flag("date1904");
          xml.skip();
        }
        case "sheets" -> {
          if (!sheets.isEmpty()) {
            throw Refusal.of(DAMAGED_FILE);
          }
          readSheets(xml, sheets);
        }
        case "calcPr" -> {
          stale |= xml.flag("fullCalcOnLoad") || xml.flag("forceFullCalc");
          xml.skip();
        }
        case "definedNames" -> readNames(xml, names);
        default -> xml.skip();
      }
    }
    return new Workbook(since1904, stale, sheets, names);
  }

  private static void readSheets(XmlCursor xml, List<Sheet> sheets) throws Refusal {
    while (xml.toChild()) {
      String name = xml.attribute("name");
      String relationship = xml.attribute(OpcPackage.RELATIONSHIPS, "id");
      String state = xml.attribute("state");
      if (name == null || relationship == null) {
        throw Refusal.of(DAMAGED_FILE);
      }
      boolean hidden = state != null && !state.equals("visible");
      sheets.add(new Sheet(name, relationship, hidden));
      Limits.checkListed(sheets.size());
      xml.skip();
    }
  }

  private static void readNames(XmlCursor xml, List<DefinedName> names) throws Refusal {
    while (xml.toChild()) {
      String name = xml.attribute("name");
      String scope = xml.attribute("localSheetId");
      String formula = xml.text();
      if (name != null) {
        names.add(new DefinedName(name, scope == null ? -1 : sheetIndex(scope), formula));
        Limits.checkListed(names.size());
      }
    }
  }

  private static int sheetIndex(String scope) throws Refusal {
    try {
      return Integer.parseInt(scope);
    } catch (NumberFormatException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }
}
