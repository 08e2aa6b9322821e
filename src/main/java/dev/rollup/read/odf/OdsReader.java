package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.DefinedName;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.rollup.RollUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads spreadsheets of OpenDocument: {@code .ods}, and {@code .fods}, which is the same in one
 * part of XML. What cells show stands in the file beside what they hold; where the two differ, the
 * cell is read like one whose format shows something else.
 */
public final class OdsReader implements DocumentReader {

  /**
   * {@inheritDoc}
   *
   * @return instead of a value: {@code password-protected}, {@code damaged-file}, {@code
   *     too-large}, {@code unsafe-content}, {@code picture-only}
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      var reading = new Reading();
      reading.read(OdfFile.open(content, FileType.ODS));
      if (!reading.spreadsheet) {
        throw Refusal.of(DAMAGED_FILE);
      }
      return Outcome.of(reading.document(), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  /** What was found in one file so far. */
  private static final class Reading {
    private final Styles styles = new Styles();
    private final Map<String, String> properties = new HashMap<>();
    private final List<Note> margins = new ArrayList<>();
    private final List<OdsSheet> sheets = new ArrayList<>();
    private final List<DefinedName> names = new ArrayList<>();
    private final Map<String, OdsSheet> byName = new HashMap<>();
    private boolean spreadsheet;
    private boolean pictures;
    private int cells;

    void read(OdfFile file) throws Refusal {
      pictures = file.pictures();
      for (byte[] part : file.parts()) {
        readPart(XmlCursor.open(part, XmlCursor.ANY_NAMESPACE));
      }
    }

    private void readPart(XmlCursor xml) throws Refusal {
      while (xml.toChild()) {
        switch (xml.name()) {
          case "meta" -> OdfFile.properties(xml, properties);
          case "styles", "automatic-styles" -> styles.read(xml);
          case "master-styles" -> readMargins(xml);
          case "body" -> readBody(xml);
          default -> xml.skip();
        }
      }
    }

    private void readMargins(XmlCursor xml) throws Refusal {
      while (xml.toChild()) {
        boolean margin = xml.name().startsWith("header") || xml.name().startsWith("footer");
        if (!margin) {
          readMargins(xml);
        } else if ("false".equals(xml.attribute(Odf.STYLE, "display"))) {
          xml.skip();
        } else {
          String text = OdsNotes.margin(xml).strip();
          // What is left of "Page 1 / 2", which programs put there by themselves, says nothing.
          if (!text.isEmpty() && !text.matches("(?:Page|第)?\\W*(?:页)?")) {
            margins.add(new Note(Note.Kind.PAGE_MARGIN, null, null, text));
            Limits.checkListed(margins.size());
          }
        }
      }
    }

    private void readBody(XmlCursor xml) throws Refusal {
      while (xml.toChild()) {
        if (!xml.name().equals("spreadsheet")) {
          xml.skip();
          continue;
        }
        if (spreadsheet) {
          throw Refusal.of(DAMAGED_FILE);
        }
        spreadsheet = true;
        while (xml.toChild()) {
          switch (xml.name()) {
            case "table" -> readSheet(xml);
            case "named-expressions" -> OdsNames.read(xml, -1, names);
            default -> xml.skip();
          }
        }
      }
    }

    private void readSheet(XmlCursor xml) throws Refusal {
      String name = xml.attribute(Odf.TABLE, "name");
      var sheet = new OdsSheet(xml, styles, name == null ? "" : name, Limits.CELLS - cells);
      sheet.read();
      cells += sheet.cells();
      if (byName.putIfAbsent(NamedCells.key(sheet.name()), sheet) != null) {
        throw Refusal.at(sheet.name(), null, DAMAGED_FILE);
      }
      sheets.add(sheet);
      for (var own : sheet.names()) {
        names.add(new DefinedName(own.name(), sheets.size() - 1, own.formula()));
      }
    }

    Document document() throws Refusal {
      NamedCells.place(names, sheets.stream().map(OdsSheet::name).toList(), byName, properties);
      boolean rollUp =
          properties.containsKey(RollUp.PROPERTY)
              || names.stream().anyMatch(name -> name.name().equals(RollUp.PROPERTY));
      var grids = new ArrayList<Grid>();
      var notes = new ArrayList<Note>();
      for (var sheet : sheets) {
        if (!rollUp || !RollUp.ABOUT_RETURNS.contains(sheet.name())) {
          grids.add(sheet.grid());
          notes.addAll(sheet.notes());
        }
      }
      notes.addAll(margins);
      if (pictures && grids.stream().allMatch(grid -> grid.cells().isEmpty())) {
        throw Refusal.of(PICTURE_ONLY);
      }
      Limits.checkListed(notes.size());
      return new Document(grids, notes, properties);
    }
  }
}
