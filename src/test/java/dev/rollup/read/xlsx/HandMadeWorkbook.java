package dev.rollup.read.xlsx;

import static dev.rollup.support.HandMadePackage.relationship;
import static dev.rollup.support.HandMadePackage.relationships;

import dev.rollup.support.HandMadePackage;
import dev.rollup.support.HandMadeZip;

/** Writes workbooks as XML, so that a test can show what other programs only do on bad days. */
public final class HandMadeWorkbook {
  public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  public static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final HandMadePackage parts = new HandMadePackage();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relationships = new StringBuilder();
  private String packageRelationships =
      relationship("rId1", RELATIONSHIPS + "/officeDocument", "xl/workbook.xml");
  private String workbookProperties = "";
  private String names = "";
  private String calculation = "";
  private final StringBuilder ofFirstSheet = new StringBuilder();
  private int sheetCount;
  private int entryCount;

  /** A workbook with one sheet named {@code 表} that has these rows. */
  public static HandMadeWorkbook ofRows(String rows) {
    return new HandMadeWorkbook().sheet("表", "<sheetData>" + rows + "</sheetData>");
  }

  /** A workbook with one cell, whatever stands for it. */
  public static HandMadeWorkbook ofCell(String cell) {
    return ofRows("<row r=\"1\">" + cell + "</row>");
  }

  public HandMadeWorkbook sheet(String name, String content) {
    return sheet(name, "", content);
  }

  /** Adds a worksheet; the attributes are those of its entry in the workbook. */
  public HandMadeWorkbook sheet(String name, String attributes, String content) {
    sheetCount++;
    String part = "worksheets/sheet" + sheetCount + ".xml";
    sheetEntry(name, attributes, "worksheet", part);
    return part("xl/" + part, "<worksheet xmlns='" + MAIN + "'>" + content + "</worksheet>");
  }

  /** Adds the entry of a sheet whose part is added elsewhere, or nowhere. */
  public HandMadeWorkbook sheetEntry(String name, String attributes, String type, String target) {
    String id = type + ++entryCount;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"%s\" %s/>"
            .formatted(name, sheetCount, id, attributes));
    return related(id, type, target);
  }

  public HandMadeWorkbook related(String id, String type, String target) {
    relationships.append(relationship(id, RELATIONSHIPS + "/" + type, target));
    return this;
  }

  public HandMadeWorkbook packageRelated(String type, String target) {
    packageRelationships += relationship(type.replace('/', '-'), type, target);
    return this;
  }

  public HandMadeWorkbook strings(String items) {
    return related("strings", "sharedStrings", "sharedStrings.xml")
        .part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
  }

  public HandMadeWorkbook styles(String content) {
    return related("styles", "styles", "styles.xml")
        .part("xl/styles.xml", "<styleSheet xmlns='" + MAIN + "'>" + content + "</styleSheet>");
  }

  /** Gives style 1 a built-in number format. */
  public HandMadeWorkbook format(int id) {
    return styles("<cellXfs><xf numFmtId='0'/><xf numFmtId='%d'/></cellXfs>".formatted(id));
  }

  /** Gives style 1 a number format of its own. */
  public HandMadeWorkbook format(String code) {
    String escaped = code.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    return styles(
        ("<numFmts><numFmt numFmtId='176' formatCode=\"%s\"/></numFmts>"
                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='176'/></cellXfs>")
            .formatted(escaped));
  }

  public HandMadeWorkbook workbookProperties(String attributes) {
    workbookProperties = "<workbookPr " + attributes + "/>";
    return this;
  }

  HandMadeWorkbook calculation(String attributes) {
    calculation = "<calcPr " + attributes + "/>";
    return this;
  }

  /** Adds a part that the first sheet leads to. */
  HandMadeWorkbook beside(String id, String type, String target, String xml) {
    ofFirstSheet.append(relationship(id, RELATIONSHIPS + "/" + type, "../" + target));
    return part("xl/" + target, xml);
  }

  /** Adds a defined name; the attributes come after its own. */
  public HandMadeWorkbook name(String name, String attributes, String formula) {
    names += "<definedName name=\"%s\" %s>%s</definedName>".formatted(name, attributes, formula);
    return this;
  }

  public HandMadeWorkbook part(String name, String xml) {
    parts.part(name, xml);
    return this;
  }

  public HandMadeWorkbook part(String name, byte[] content) {
    parts.part(name, content);
    return this;
  }

  /** Returns the zip, to be spoilt further. A part that was added stays as it is. */
  public HandMadeZip zip() {
    var all = new HandMadePackage();
    all.part(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='"
            + XLSX_TYPE
            + "'/></Types>");
    all.part("_rels/.rels", relationships(packageRelationships));
    all.part(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets><definedNames>%s</definedNames>%s</workbook>"
            .formatted(MAIN, RELATIONSHIPS, workbookProperties, sheets, names, calculation));
    if (ofFirstSheet.length() > 0) {
      all.part("xl/worksheets/_rels/sheet1.xml.rels", relationships(ofFirstSheet.toString()));
    }
    all.part("xl/_rels/workbook.xml.rels", relationships(relationships.toString()));
    return all.parts(parts).zip();
  }

  public byte[] bytes() {
    return zip().bytes();
  }
}
