package dev.rollup.read.xlsx;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Note;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.Looks;
import dev.rollup.read.sheet.NamedCells;
import dev.rollup.read.sheet.SheetColors;
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
 * Reads {@code .xlsx} and {@code .xlsm}, transitional and strict, as Excel, WPS and others write
 * them. What is not certain to be what the file's author saw (a wrong checksum, a missing part, two
 * cells at one place) is no value but a finding.
 */
public final class XlsxReader implements DocumentReader {

  private final Optional<String> only;

  /** A reader of whole workbooks. */
  public XlsxReader() {
    this(Optional.empty());
  }

  private XlsxReader(Optional<String> only) {
    this.only = only;
  }

  /** Returns a reader of one sheet alone, of a summary too what it says about returns. */
  public static XlsxReader ofSheet(String name) {
    return new XlsxReader(Optional.of(name));
  }

  /** What a summary says about the returns below is not even looked at. */
  private boolean isLeftOut(String sheet, boolean rollUp) {
    return only.isPresent()
        ? !sheet.equals(only.get())
        : rollUp && RollUp.ABOUT_RETURNS.contains(sheet);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Grids have the names of their sheets; charts and dialogs are left out. Properties are the
   * custom ones, the names defined as a constant text, and {@code title} and {@code identifier}, in
   * this order of precedence.
   *
   * @return findings are {@code macros-ignored} beside a value; {@code empty-file}, {@code
   *     unsupported-format}, {@code password-protected}, {@code damaged-file}, {@code
   *     unsafe-content} or {@code too-large} instead of one
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try (var parts = OpcPackage.open(content)) {
      return read(parts);
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private Outcome<Document> read(OpcPackage parts) throws Refusal {
    var ofPackage = parts.relationships("");
    String workbookPart = parts.mainPart(ofPackage);
    var workbook = Workbook.read(parts.required(workbookPart));
    var relationships = parts.relationships(workbookPart);
    var strings = SharedStrings.read(parts.related(relationships, "sharedStrings"));
    byte[] stylesPart = parts.related(relationships, "styles");
    var looks = new Looks(new SheetColors(parts, relationships, stylesPart));
    var styles = Styles.read(stylesPart, looks);

    var byId = new HashMap<String, Relationship>();
    relationships.forEach(r -> byId.put(r.id(), r));
    var readers = new ArrayList<SheetReader>();
    var notes = new ArrayList<Note>();
    var readerOf = new HashMap<String, SheetReader>();
    var partsRead = new HashSet<String>();
    int cellsLeft = Limits.CELLS;
    var properties = DocumentProperties.custom(parts.related(ofPackage, "custom-properties"));
    properties.putAll(DocumentProperties.custom(parts.related(ofPackage, "customProperties")));
    boolean rollUp =
        properties.containsKey(RollUp.PROPERTY)
            || workbook.names().stream().anyMatch(name -> name.name().equals(RollUp.PROPERTY));
    for (var sheet : workbook.sheets()) {
      String part = worksheetPart(sheet, byId);
      if (part != null && !isLeftOut(sheet.name(), rollUp)) {
        if (!partsRead.add(PartName.key(part))) {
          // Two sheets of one part would be counted twice.
          throw Refusal.at(sheet.name(), null, DAMAGED_FILE);
        }
        var ofSheet = parts.relationships(part);
        boolean sized = !ofSheet.isEmpty();
        byte[] content = parts.required(part);
        var reader = new SheetReader(sheet, workbook, styles, strings, content, cellsLeft, sized);
        reader.read();
        var beside = SheetObjects.read(parts, ofSheet, reader);
        if (!sheet.hidden()) {
          notes.addAll(beside);
          Limits.checkListed(notes.size());
        }
        cellsLeft -= reader.cells();
        readers.add(reader);
        readerOf.putIfAbsent(NamedCells.key(sheet.name()), reader);
      }
    }

    NamedCells.place(workbook.names(), workbook.sheetNames(), readerOf, properties);
    DocumentProperties.core(parts.related(ofPackage, "core-properties"))
        .forEach(properties::putIfAbsent);

    var grids = new ArrayList<Grid>();
    for (var reader : readers) {
      grids.add(reader.grid());
    }
    if (grids.stream().allMatch(grid -> grid.cells().isEmpty()) && parts.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
    return Outcome.of(new Document(grids, notes, properties), findings(relationships));
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
