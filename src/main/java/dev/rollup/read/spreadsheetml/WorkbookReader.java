package dev.rollup.read.spreadsheetml;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.A1Formula;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.rollup.RollUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads workbooks of XML Spreadsheet 2003. They hold no pictures and no boxes over the cells. */
public final class WorkbookReader implements DocumentReader {

  /**
   * {@inheritDoc}
   *
   * @return instead of a value: {@code damaged-file}, {@code too-large}, {@code unsafe-content}
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      if (content.length > Limits.INFLATED_BYTES) {
        throw Refusal.of(TOO_LARGE);
      }
      var reading = new Reading();
      reading.read(XmlCursor.open(content, XmlCursor.ANY_NAMESPACE));
      return Outcome.of(reading.document(), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  /** What was found in one file so far. */
  private static final class Reading {

    private final StyleList styles = new StyleList();
    private final Map<String, String> properties = new HashMap<>();
    private final List<WorksheetReader> sheets = new ArrayList<>();
    private final List<DefinedName> names = new ArrayList<>();
    private final Map<String, WorksheetReader> byName = new HashMap<>();
    private int cells;

    void read(XmlCursor xml) throws Refusal {
      if (!Namespaces.SPREADSHEET.contains(xml.namespace())) {
        throw Refusal.of(DAMAGED_FILE);
      }
      while (xml.toChild()) {
        switch (xml.name()) {
          case "DocumentProperties", "CustomDocumentProperties" -> readProperties(xml);
          case "Styles" -> styles.read(xml);
          case "Names" -> readNames(xml, -1);
          case "Worksheet" -> readSheet(xml);
          default -> xml.skip();
        }
      }
      if (sheets.isEmpty()) {
        throw Refusal.of(DAMAGED_FILE);
      }
    }

    private void readProperties(XmlCursor xml) throws Refusal {
      while (xml.toChild()) {
        String name = xml.name().equals("Title") ? "title" : xml.name();
        String text = xml.text();
        if (!text.isEmpty()) {
          properties.putIfAbsent(name, text);
          Limits.checkListed(properties.size());
        }
      }
    }

    private void readNames(XmlCursor xml, int scope) throws Refusal {
      while (xml.toChild()) {
        String name = xml.attribute(Namespaces.SPREADSHEET, "Name");
        String refersTo = xml.attribute(Namespaces.SPREADSHEET, "RefersTo");
        if (name != null && refersTo != null) {
          names.add(new DefinedName(name, scope, A1Formula.ofR1C1(refersTo, null)));
          Limits.checkListed(names.size());
        }
        xml.skip();
      }
    }

    private void readSheet(XmlCursor xml) throws Refusal {
      String name = xml.attribute(Namespaces.SPREADSHEET, "Name");
      var sheet = new WorksheetReader(xml, styles, name == null ? "" : name, Limits.CELLS - cells);
      if (byName.putIfAbsent(NamedCells.key(sheet.name()), sheet) != null) {
        throw Refusal.at(sheet.name(), null, DAMAGED_FILE);
      }
      sheets.add(sheet);
      while (xml.toChild()) {
        switch (xml.name()) {
          case "Names" -> readNames(xml, sheets.size() - 1);
          case "Table" -> sheet.readTable();
          case "WorksheetOptions" -> sheet.readOptions();
          case "ConditionalFormatting" -> sheet.readConditional();
          default -> xml.skip();
        }
      }
      sheet.finish();
      cells += sheet.cells();
    }

    Document document() throws Refusal {
      NamedCells.place(
          names, sheets.stream().map(WorksheetReader::name).toList(), byName, properties);
      boolean rollUp = properties.containsKey(RollUp.PROPERTY);
      var grids = new ArrayList<Grid>();
      var notes = new ArrayList<Note>();
      for (var sheet : sheets) {
        if (!rollUp || !RollUp.ABOUT_RETURNS.contains(sheet.name())) {
          grids.add(sheet.grid());
          notes.addAll(sheet.notes());
        }
      }
      Limits.checkListed(notes.size());
      return new Document(grids, notes, properties);
    }
  }
}
