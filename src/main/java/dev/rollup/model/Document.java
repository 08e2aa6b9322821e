package dev.rollup.model;

import java.util.List;
import java.util.Map;

/**
 * What one file held: its sheets in order, and its properties.
 *
 * @param grids the sheets in the order of the file; a csv has one, without a name
 * @param properties custom document properties and constant defined names, name to text
 */
public record Document(List<Grid> grids, Map<String, String> properties) {

  /** Copies both. */
  public Document {
    grids = List.copyOf(grids);
    properties = Map.copyOf(properties);
  }
}
