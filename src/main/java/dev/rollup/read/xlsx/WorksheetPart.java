package dev.rollup.read.xlsx;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.CellReference;
import dev.rollup.read.sheet.HeaderFooter;
import dev.rollup.read.sheet.SpreadsheetXml;
import dev.rollup.read.workbook.Worksheet;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.OpcPackage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one worksheet part (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
final class WorksheetPart {

  /** Elements that a worksheet may have from other namespaces; what else is foreign is no part. */
  private static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
          "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
          "http://schemas.microsoft.com/office/excel/2006/main",
          "http://schemas.openxmlformats.org/markup-compatibility/2006",
          "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
          "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing");

  private final XmlCursor xml;
  private final Worksheet sheet;
  private final CellReader cells;

  private WorksheetPart(byte[] part, Worksheet sheet) throws Refusal {
    this.xml = XmlCursor.open(part, NAMESPACES);
    this.sheet = sheet;
    this.cells = new CellReader(xml, sheet);
  }

  /** Reads the part, once. */
  static void read(byte[] part, Worksheet into) throws Refusal {
    new WorksheetPart(part, into).read();
  }

  private void read() throws Refusal {
    if (!SpreadsheetXml.isRoot(xml, "worksheet")) {
      throw sheet.damaged();
    }
    boolean hasRows = false;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "sheetViews" -> readViews();
        case "sheetFormatPr" -> readDefaults();
        case "cols" -> readColumns();
        case "sheetData" -> {
          if (hasRows) {
            throw sheet.damaged();
          }
          hasRows = true;
          readRows();
        }
        case "mergeCells" -> readMerged();
        case "conditionalFormatting" -> sheet.conditional().read(xml);
        case "headerFooter" -> sheet.setPageMargins(HeaderFooter.read(xml));
        case "drawing" -> {
          sheet.setDrawing(xml.attribute(OpcPackage.RELATIONSHIPS, "id"));
          xml.skip();
        }
        case "legacyDrawing" -> {
          sheet.setLegacyDrawing(xml.attribute(OpcPackage.RELATIONSHIPS, "id"));
          xml.skip();
        }
        case "oleObjects", "controls", "AlternateContent" -> sheet.list(xml);
        case "extLst" -> sheet.conditional().readExtensions(xml);
        default -> xml.skip();
      }
    }
  }

  private void readViews() throws Refusal {
    while (xml.toChild()) {
      String zeros = xml.attribute("showZeros");
      sheet.view(zeros != null && !XmlCursor.isTrue(zeros), xml.flag("showFormulas"));
      xml.skip();
    }
  }

  private void readDefaults() throws Refusal {
    sheet.setDefaults(
        number(xml.attribute("defaultColWidth")), number(xml.attribute("defaultRowHeight")));
    xml.skip();
  }

  private void readColumns() throws Refusal {
    while (xml.toChild()) {
      sheet.columns(
          column(xml.attribute("min")),
          column(xml.attribute("max")),
          number(xml.attribute("width")),
          xml.flag("hidden"));
      xml.skip();
    }
  }

  private static @Nullable Double number(@Nullable String digits) {
    try {
      return digits == null ? null : Double.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private int column(@Nullable String number) throws Refusal {
    int column = number == null ? -1 : CellReference.number(number, Limits.COLUMNS);
    if (column < 0) {
      throw sheet.damaged();
    }
    return column - 1;
  }

  private void readMerged() throws Refusal {
    while (xml.toChild()) {
      String range = xml.attribute("ref");
      Area area = range == null ? null : CellReference.area(range);
      if (area != null) {
        sheet.merge(area);
      }
      xml.skip();
    }
  }

  private void readRows() throws Refusal {
    int row = -1;
    while (xml.toChild()) {
      if (xml.name().equals("row")) {
        row = readRow(row + 1);
      } else if (xml.name().equals("AlternateContent")) {
        // Rows for one program and others for the next: two meanings.
        throw sheet.damaged();
      } else {
        xml.skip();
      }
    }
  }

  /** Returns the row's index, which is the expected one where the row does not say. */
  private int readRow(int expected) throws Refusal {
    int row = expected;
    boolean hidden = false;
    Double height = null;
    for (int i = 0; i < xml.attributeCount(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> row = CellReference.number(xml.attributeValue(i), Limits.ROWS) - 1;
        case "hidden" -> hidden = XmlCursor.isTrue(xml.attributeValue(i));
        case "ht" -> height = number(xml.attributeValue(i));
        default -> {}
      }
    }
    sheet.row(row, height, hidden);
    int column = -1;
    while (xml.toChild()) {
      if (xml.name().equals("c")) {
        column = readCell(row, column + 1);
      } else if (xml.name().equals("AlternateContent")) {
        throw sheet.damaged();
      } else {
        xml.skip();
      }
    }
    return row;
  }

  /** Returns the cell's column, which is the expected one where the cell does not say. */
  private int readCell(int row, int expected) throws Refusal {
    int column = expected;
    String type = "n";
    String style = null;
    for (int i = 0; i < xml.attributeCount(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> {
          long place = CellReference.parse(xml.attributeValue(i));
          if (place == CellReference.NONE) {
            throw sheet.damaged(new Position(row, expected));
          }
          if (CellReference.row(place) != row) {
            throw sheet.damaged(CellReference.position(place));
          }
          column = CellReference.column(place);
        }
        case "s" -> style = xml.attributeValue(i);
        case "t" -> type = xml.attributeValue(i);
        default -> {}
      }
    }
    var at = new Position(row, column);
    sheet.cell(at);
    cells.read(at, type, style);
    return column;
  }
}
