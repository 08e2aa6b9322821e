package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
      reading.read(OdfFile.open(content));
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

    private static final String USUAL_PAGE = "Default";

    private static final Pattern OF_PAGES = Pattern.compile("[Pp]age|of|第|共|页");

    private static final Pattern WORDS = Pattern.compile("[^\\p{P}\\p{S}\\s\\p{Z}]");

    private final Styles styles = new Styles();
    private final Map<String, String> properties = new HashMap<>();
    private final CellLooks looks = new CellLooks(styles);

    /** By page what stands at its margins. */
    private final Map<String, List<Note>> margins = new LinkedHashMap<>();

    private final List<OdsSheet> sheets = new ArrayList<>();
    private final List<DefinedName> names = new ArrayList<>();
    private final Map<String, OdsSheet> byName = new HashMap<>();
    private boolean spreadsheet;
    private boolean pictures;
    private boolean zerosHidden;
    private int cells;

    void read(OdfFile file) throws Refusal {
      pictures = file.pictures();
      for (byte[] part : file.parts()) {
        readPart(XmlCursor.open(part, Odf.SPREADSHEET));
      }
    }

    private void readPart(XmlCursor xml) throws Refusal {
      while (xml.toChild()) {
        switch (xml.name()) {
          case "meta" -> OdfFile.properties(xml, properties);
          case "font-face-decls" -> styles.readFonts(xml);
          case "settings" -> zerosHidden |= hidesZeros(xml);
          case "styles", "automatic-styles" -> styles.read(xml);
          case "master-styles" -> readPages(xml);
          case "body" -> readBody(xml);
          default -> xml.skip();
        }
      }
    }

    /** Tells whether the program that shows the sheets is set to show no zeros. */
    private static boolean hidesZeros(XmlCursor xml) throws Refusal {
      boolean hides = false;
      while (xml.toChild()) {
        if (xml.name().equals("config-item")) {
          boolean zeros = "ShowZeroValues".equals(xml.attribute(Odf.CONFIG, "name"));
          hides |= xml.text().strip().equals("false") && zeros;
        } else {
          hides |= hidesZeros(xml);
        }
      }
      return hides;
    }

    private void readPages(XmlCursor xml) throws Refusal {
      while (xml.toChild()) {
        String name = xml.attribute(Odf.STYLE, "name");
        if (xml.name().equals("master-page") && name != null) {
          margins.put(name, readMargins(xml));
          Limits.checkListed(margins.size());
        } else {
          xml.skip();
        }
      }
    }

    private static List<Note> readMargins(XmlCursor xml) throws Refusal {
      var notes = new ArrayList<Note>();
      while (xml.toChild()) {
        boolean margin = xml.name().startsWith("header") || xml.name().startsWith("footer");
        if (!margin || "false".equals(xml.attribute(Odf.STYLE, "display"))) {
          xml.skip();
          continue;
        }
        String text = OdsNotes.margin(xml).strip();
        // What is left of "Page 1 / 2", which programs put there by themselves, says nothing.
        if (WORDS.matcher(OF_PAGES.matcher(text).replaceAll("")).find()) {
          notes.add(new Note(Note.Kind.PAGE_MARGIN, null, null, text));
          Limits.checkListed(notes.size());
        }
      }
      return notes;
    }

    /**
     * Returns what stands at the margins of the pages that are used; of all, where none is known.
     */
    private List<Note> marginsSeen() {
      var used = new LinkedHashSet<String>();
      for (var sheet : sheets) {
        String page = sheet.page() == null ? USUAL_PAGE : sheet.page();
        if (!sheet.hidden() && margins.containsKey(page)) {
          used.add(page);
        }
      }
      return (used.isEmpty() ? margins.keySet() : used)
          .stream()
              .flatMap(page -> margins.getOrDefault(page, List.of()).stream())
              .distinct()
              .toList();
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
      var sheet = new OdsSheet(xml, styles, looks, name == null ? "" : name, Limits.CELLS - cells);
      sheet.read(zerosHidden);
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
      notes.addAll(marginsSeen());
      if (pictures && grids.stream().allMatch(grid -> grid.cells().isEmpty())) {
        throw Refusal.of(PICTURE_ONLY);
      }
      Limits.checkListed(notes.size());
      return new Document(grids, notes, properties);
    }
  }
}
