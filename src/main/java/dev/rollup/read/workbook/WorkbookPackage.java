package dev.rollup.read.workbook;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Note;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.zip.DocumentProperties;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.read.zip.OpcPackage.Relationship;
import dev.rollup.read.zip.PartName;
import dev.rollup.rollup.RollUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook from its package (ECMA-376 part 1, 12.3.23, and MS-XLSB 2.1.7.61, which has the
 * same parts and arrows): what is not certain to be what the file's author saw (a wrong checksum, a
 * missing part, two cells at one place) is no value but a finding.
 */
public final class WorkbookPackage {
  private final OpcPackage parts;
  private final WorkbookParts encoding;
  private final Optional<String> only;

  private final List<Note> notes = new ArrayList<>();
  private final List<Worksheet> sheets = new ArrayList<>();
  private final Map<String, Worksheet> sheetOf = new HashMap<>();

  private WorkbookPackage(OpcPackage parts, WorkbookParts encoding, Optional<String> only) {
    this.parts = parts;
    this.encoding = encoding;
    this.only = only;
  }

  /**
   * Reads a file.
   *
   * <p>Grids have the names of their sheets; charts and dialogs are left out. Properties are the
   * custom ones, the names defined as a constant text, and {@code title} and {@code identifier}, in
   * this order of precedence.
   *
   * @param content the whole file, may be anything at all
   * @param encoding made for this file
   * @param only the one sheet that is wanted, even of those that say something about returns
   * @return findings are {@code macros-ignored} beside a value; {@code empty-file}, {@code
   *     unsupported-format}, {@code password-protected}, {@code damaged-file}, {@code
   *     unsafe-content} or {@code too-large} instead of one
   */
  public static Outcome<Document> read(
      byte[] content, WorkbookParts encoding, Optional<String> only) {
    try (var parts = OpcPackage.open(content)) {
      return new WorkbookPackage(parts, encoding, only).read();
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private Outcome<Document> read() throws Refusal {
    var ofPackage = parts.relationships("");
    String workbookPart = encoding.mainPart(parts, ofPackage);
    var workbook = encoding.workbook(parts.required(workbookPart));
    var ofWorkbook = parts.relationships(workbookPart);
    var styles = encoding.styles(parts, ofWorkbook);
    var strings = encoding.strings(parts, ofWorkbook);

    var properties = DocumentProperties.custom(parts.related(ofPackage, "custom-properties"));
    properties.putAll(DocumentProperties.custom(parts.related(ofPackage, "customProperties")));
    boolean rollUp =
        properties.containsKey(RollUp.PROPERTY)
            || workbook.names().stream().anyMatch(name -> name.name().equals(RollUp.PROPERTY));
    readSheets(workbook, styles, strings, ofWorkbook, rollUp);

    NamedCells.place(workbook.names(), workbook.sheetNames(), sheetOf, properties);
    DocumentProperties.core(parts, ofPackage).forEach(properties::putIfAbsent);

    var grids = new ArrayList<Grid>();
    for (var sheet : sheets) {
      grids.add(sheet.grid());
    }
    if (grids.stream().allMatch(grid -> grid.cells().isEmpty()) && parts.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
    return Outcome.of(new Document(grids, notes, properties), findings(ofWorkbook));
  }

  private void readSheets(
      Workbook workbook,
      Styles styles,
      SharedStrings strings,
      List<Relationship> ofWorkbook,
      boolean rollUp)
      throws Refusal {
    var byId = new HashMap<String, Relationship>();
    ofWorkbook.forEach(r -> byId.put(r.id(), r));
    var partsRead = new HashSet<String>();
    int cellsLeft = Limits.CELLS;
    for (var sheet : workbook.sheets()) {
      String part = worksheetPart(sheet, byId);
      if (part == null || isLeftOut(sheet.name(), rollUp)) {
        continue;
      }
      if (!partsRead.add(PartName.key(part))) {
        // Two sheets of one part would be counted twice.
        throw Refusal.at(sheet.name(), null, DAMAGED_FILE);
      }
      var ofSheet = parts.relationships(part);
      boolean sized = !ofSheet.isEmpty();
      byte[] content = parts.required(part);
      var read = new Worksheet(sheet, workbook, styles, strings, cellsLeft, sized);
      encoding.read(content, read);
      read.close();
      var beside = SheetObjects.read(parts, ofSheet, encoding, read);
      if (!sheet.hidden()) {
        notes.addAll(beside);
        Limits.checkListed(notes.size());
      }
      cellsLeft -= read.cells();
      sheets.add(read);
      sheetOf.putIfAbsent(NamedCells.key(sheet.name()), read);
    }
  }

  /** What a summary says about the returns below is not even looked at. */
  private boolean isLeftOut(String sheet, boolean rollUp) {
    return only.isPresent()
        ? !sheet.equals(only.get())
        : rollUp && RollUp.ABOUT_RETURNS.contains(sheet);
  }

  /** Returns the part of a worksheet, or null where the sheet is of another kind. */
  private static @Nullable String worksheetPart(
      Workbook.Sheet sheet, Map<String, Relationship> byId) throws Refusal {
    if (sheet.relationship().isEmpty()) {
      return null;
    }
    var relationship = byId.get(sheet.relationship());
    if (relationship == null || relationship.external()) {
      throw Refusal.at(sheet.name(), null, DAMAGED_FILE);
    }
    return relationship.type().equals("worksheet") ? relationship.target() : null;
  }

  private static List<Finding> findings(List<Relationship> relationships) {
    boolean ignored =
        OpcPackage.first(relationships, "vbaProject") != null
            || OpcPackage.first(relationships, "externalLink") != null;
    return ignored ? List.of(Finding.of(MACROS_IGNORED, Location.NOWHERE)) : List.of();
  }
}
