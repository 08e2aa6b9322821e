package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.read.OpcPackage.Relationship;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code .xlsx} and {@code .xlsm}, transitional and strict, as Excel, WPS and others write
 * them. What is not certain to be what the file's author saw (a wrong checksum, a missing part, two
 * cells at one place) is no value but a finding.
 */
public final class XlsxReader implements DocumentReader {

  private static final byte[] OLE2_SIGNATURE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** The name of the stream that holds an encrypted workbook, as a directory of OLE2 spells it. */
  private static final byte[] ENCRYPTED_PACKAGE =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private static final String WORKBOOK_TYPE = "main+xml";

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
    try {
      checkSignature(content);
      try (var parts = OpcPackage.open(content)) {
        return read(parts);
      }
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private static void checkSignature(byte[] content) throws Refusal {
    if (content.length == 0) {
      throw Refusal.of(EMPTY_FILE);
    }
    if (startsWith(content, 0, OLE2_SIGNATURE)) {
      throw contains(content, ENCRYPTED_PACKAGE)
          ? Refusal.of(PASSWORD_PROTECTED)
          : Refusal.unsupported();
    }
    if (!ZipArchive.isZip(content)) {
      throw Refusal.unsupported();
    }
  }

  private static Outcome<Document> read(OpcPackage parts) throws Refusal {
    var ofPackage = parts.relationships("");
    String workbookPart = workbookPart(parts, ofPackage);
    var workbook = Workbook.read(required(parts, workbookPart));
    var relationships = parts.relationships(workbookPart);
    var strings = SharedStrings.read(related(parts, relationships, "sharedStrings"));
    var styles = Styles.read(related(parts, relationships, "styles"));

    var byId = new HashMap<String, Relationship>();
    relationships.forEach(r -> byId.put(r.id(), r));
    var readers = new ArrayList<SheetReader>();
    var readerOf = new HashMap<String, SheetReader>();
    var partsRead = new HashSet<String>();
    int cellsLeft = Limits.CELLS;
    for (var sheet : workbook.sheets()) {
      String part = worksheetPart(sheet, byId);
      if (part != null) {
        if (!partsRead.add(key(part))) {
          // Two sheets of one part would be counted twice.
          throw Refusal.at(sheet.name(), null, DAMAGED_FILE);
        }
        var reader = new SheetReader(sheet, workbook.since1904(), styles, strings, cellsLeft);
        reader.read(required(parts, part));
        cellsLeft -= reader.cells();
        readers.add(reader);
        readerOf.putIfAbsent(NamedCells.key(sheet.name()), reader);
      }
    }

    var properties = DocumentProperties.custom(related(parts, ofPackage, "custom-properties"));
    properties.putAll(DocumentProperties.custom(related(parts, ofPackage, "customProperties")));
    NamedCells.place(workbook.names(), workbook.sheetNames(), readerOf, properties);
    DocumentProperties.core(related(parts, ofPackage, "core-properties"))
        .forEach(properties::putIfAbsent);

    var grids = new ArrayList<Grid>();
    for (var reader : readers) {
      grids.add(reader.grid());
    }
    return Outcome.of(new Document(grids, properties), findings(relationships));
  }

  private static String workbookPart(OpcPackage parts, List<Relationship> ofPackage)
      throws Refusal {
    var relationship = first(ofPackage, "officeDocument");
    String part = relationship != null ? relationship.target() : parts.partOfType(WORKBOOK_TYPE);
    if (part == null) {
      throw Refusal.unsupported();
    }
    String type = parts.contentType(part);
    if (type != null && !type.endsWith("xml")) {
      throw Refusal.unsupported();
    }
    return part;
  }

  /** Returns the part of a worksheet, or null where the sheet is of another kind. */
  private static String worksheetPart(Workbook.Sheet sheet, Map<String, Relationship> byId)
      throws Refusal {
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
        first(relationships, "vbaProject") != null || first(relationships, "externalLink") != null;
    return ignored ? List.of(Finding.of(MACROS_IGNORED, Location.NOWHERE)) : List.of();
  }

  /** Returns the first relationship of a type that leads to a part of the file, or null. */
  private static Relationship first(List<Relationship> relationships, String type) {
    for (var relationship : relationships) {
      if (relationship.type().equals(type) && !relationship.external()) {
        return relationship;
      }
    }
    return null;
  }

  /** Returns the bytes of the part that a type of relationship leads to; null where none does. */
  private static byte[] related(OpcPackage parts, List<Relationship> relationships, String type)
      throws Refusal {
    var relationship = first(relationships, type);
    return relationship == null ? null : required(parts, relationship.target());
  }

  private static byte[] required(OpcPackage parts, String part) throws Refusal {
    byte[] bytes = parts.read(part);
    if (bytes == null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return bytes;
  }

  /** Names of parts are the same whatever their case. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int at = 0; at <= content.length - wanted.length; at++) {
      if (startsWith(content, at, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] content, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (at + i >= content.length || content[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
