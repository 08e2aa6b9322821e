package dev.rollup.read;

import dev.rollup.discover.FileType;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Folding;
import dev.rollup.model.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that a clerk keeps beside the returns, such as the roster: a csv in any of Excel's
 * encodings, or a workbook; a line of headings, then a line for each record.
 */
final class SideTable {

  /**
   * One record.
   *
   * @param line its line in the file, counted from 1
   */
  record Line(int line, Map<String, String> values) {

    /** Returns the text of a column without white space around it; empty where there is none. */
    String get(String column) {
      return values.getOrDefault(column, "").strip();
    }
  }

  private SideTable() {}

  /**
   * Reads all records.
   *
   * @param headings the headings under which each column is known, by the column's name
   * @param required the columns that must be there
   * @throws Mistake if the file does not exist, is no table, or lacks a column
   */
  static List<Line> read(Path file, Map<String, List<String>> headings, List<String> required)
      throws Mistake {
    List<Grid.Placed> cells = grid(file).cells();
    var columns = new HashMap<Integer, String>();
    var lines = new ArrayList<Line>();
    int headRow = cells.isEmpty() ? 0 : cells.get(0).at().row();
    for (var placed : cells) {
      if (placed.at().row() == headRow) {
        String heading = Folding.label(placed.cell().raw());
        headings.forEach(
            (column, known) -> {
              if (known.stream().anyMatch(name -> Folding.label(name).equals(heading))) {
                columns.putIfAbsent(placed.at().column(), column);
              }
            });
      } else {
        int line = placed.at().row() + 1;
        if (lines.isEmpty() || lines.get(lines.size() - 1).line() != line) {
          lines.add(new Line(line, new HashMap<>()));
        }
        String column = columns.get(placed.at().column());
        if (column != null) {
          lines.get(lines.size() - 1).values().put(column, text(placed.cell()));
        }
      }
    }
    for (var column : required) {
      if (!columns.containsValue(column)) {
        throw new Mistake(
            Mistake.Kind.USAGE,
            "side.no-column",
            file.toString(),
            String.join(" / ", headings.get(column)));
      }
    }
    lines.removeIf(line -> line.values().values().stream().allMatch(String::isBlank));
    return lines;
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.ErrorValue ? "" : cell.raw();
  }

  private static Grid grid(Path file) throws Mistake {
    if (!Files.exists(file)) {
      throw new Mistake(Mistake.Kind.FILES, "not-found", file.toString());
    }
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", file.toString());
    }
    Outcome<Document> outcome =
        DocumentReaders.of(FileType.of(content))
            .map(reader -> reader.read(content))
            .orElse(Outcome.none());
    return outcome
        .value()
        .flatMap(document -> document.grids().stream().filter(SideTable::isTable).findFirst())
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "side.no-table", file.toString()));
  }

  private static boolean isTable(Grid grid) {
    return !grid.hidden() && !grid.running();
  }
}
