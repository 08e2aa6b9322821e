package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.read.zip.DocumentProperties;
import dev.rollup.read.zip.OpcPackage;
import dev.rollup.rollup.RollUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code .docx} and {@code .docm}, transitional and strict, as Word, WPS and others write
 * them. Only what a person sees in the text itself is a cell: headers, footers, footnotes and
 * comments are notes, and automatic numbers are nothing. What is not certain to be what the file's
 * author saw is no value but a finding.
 */
public final class DocxReader implements DocumentReader {

  /**
   * {@inheritDoc}
   *
   * <p>The first grid is a running text; a roll-up has a hidden one with what it carries. See
   * {@link dev.rollup.model.Grid}. What is raised, lowered or struck out is marked as such.
   * Properties are the custom ones, and {@code title} and {@code identifier}, in this order of
   * precedence.
   *
   * @return findings are {@code macros-ignored} beside a value; {@code empty-file}, {@code
   *     unsupported-format}, {@code password-protected}, {@code damaged-file}, {@code
   *     unsafe-content}, {@code too-large} or {@code picture-only} instead of one
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try (var parts = OpcPackage.open(content)) {
      return read(parts);
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  private static Outcome<Document> read(OpcPackage parts) throws Refusal {
    var ofPackage = parts.relationships("");
    String main = parts.mainPart(ofPackage);
    var relationships = parts.relationships(main);
    var styles = WordStyles.open(parts.related(relationships, "styles"));
    var stored = new StoredData(parts, relationships);
    var read = DocxText.read(parts.required(main), styles, stored);
    if (read.text().isBlank() && read.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
    var properties = DocumentProperties.custom(parts.related(ofPackage, "custom-properties"));
    properties.putAll(DocumentProperties.custom(parts.related(ofPackage, "customProperties")));
    DocumentProperties.core(parts, ofPackage).forEach(properties::putIfAbsent);
    var grids = new ArrayList<Grid>();
    grids.add(read.text().grid());
    if (properties.containsKey(RollUp.PROPERTY)) {
      origins(parts, relationships).ifPresent(grids::add);
    }
    boolean macros = OpcPackage.first(relationships, "vbaProject") != null;
    return Outcome.of(
        new Document(
            grids,
            read.text().tables(),
            DocxNotes.read(parts, relationships, styles, stored, read),
            properties),
        macros ? List.of(Finding.of(MACROS_IGNORED, Location.NOWHERE)) : List.of());
  }

  /** Returns what a roll-up carries in a part of its own; other programs put theirs beside it. */
  private static Optional<Grid> origins(OpcPackage parts, List<OpcPackage.Relationship> all) {
    for (var relationship : all) {
      if (relationship.type().equals("customXml") && !relationship.external()) {
        try {
          byte[] part = parts.read(relationship.target());
          Optional<Grid> grid = part == null ? Optional.empty() : origins(part);
          if (grid.isPresent()) {
            return grid;
          }
        } catch (Refusal e) {
          // A damaged part that nobody sees costs no more than what it would have told.
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Grid> origins(byte[] part) throws Refusal {
    var xml = XmlCursor.open(part, Set.of(RollUp.NAMESPACE));
    if (!xml.name().equals("table")) {
      return Optional.empty();
    }
    var grid = Grid.builder(RollUp.ORIGINS).hidden(true);
    for (int row = 0; xml.toChild(); row++) {
      for (int column = 0; xml.toChild(); column++) {
        String text = xml.text();
        if (!text.isEmpty()) {
          grid.put(row, column, new Cell.Text(text));
        }
        Limits.checkListed(grid.size());
      }
    }
    return Optional.of(grid.build());
  }
}
