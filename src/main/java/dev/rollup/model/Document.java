package dev.rollup.model;

import java.util.List;
import java.util.Map;

/**
 * What one file held: its sheets in order, what stands beside them, and its properties.
 *
 * @param grids the sheets in the order of the file; a csv has one, without a name
 * @param tables the tables of a running text, in its order: their rows, and the cells of each row,
 *     wherever they begin across; the paragraphs of a cell are apart by {@link #PARAGRAPH}
 * @param notes comments, footnotes, page margins and floating boxes, in the order of the file
 * @param properties custom document properties and constant defined names, name to text
 */
public record Document(
    List<Grid> grids, List<Grid> tables, List<Note> notes, Map<String, String> properties) {

  /** What stands between the paragraphs of a cell (Unicode 23.2, paragraph separator). */
  public static final String PARAGRAPH = "\u2029";

  /** Copies all of them. */
  public Document {
    grids = List.copyOf(grids);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
    properties = Map.copyOf(properties);
  }

  /** A document that is no running text. */
  public Document(List<Grid> grids, List<Note> notes, Map<String, String> properties) {
    this(grids, List.of(), notes, properties);
  }

  /** A document with nothing beside its sheets. */
  public Document(List<Grid> grids, Map<String, String> properties) {
    this(grids, List.of(), properties);
  }
}
