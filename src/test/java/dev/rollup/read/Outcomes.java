package dev.rollup.read;

import static dev.rollup.model.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** States what became of a file, leaving nothing out. */
public final class Outcomes {

  private Outcomes() {}

  /** Returns the document of an outcome that has nothing to say about it. */
  public static Document clean(Outcome<Document> outcome) {
    assertThat(outcome.findings()).isEmpty();
    return outcome.value().orElseThrow();
  }

  /** Returns the only grid of a document. */
  public static Grid onlyGrid(Document document) {
    assertThat(document.grids()).hasSize(1);
    return document.grids().get(0);
  }

  /** Returns everything in a grid by place. */
  public static Map<String, Cell> cells(Grid grid) {
    return grid.cells().stream()
        .collect(
            Collectors.toMap(
                placed -> placed.at().a1(), Grid.Placed::cell, (a, b) -> a, TreeMap::new));
  }

  /** States that a file was refused for that reason only, wherever in the file. */
  public static void assertRefused(Outcome<Document> outcome, FindingCode code) {
    assertThat(outcome.value()).isEmpty();
    assertThat(outcome.findings()).extracting(Finding::code).containsExactly(code);
    assertThat(outcome.findings()).extracting(f -> f.at().file()).containsOnlyNulls();
  }

  /** States that a file was refused for that reason only, at that place. */
  public static void assertRefusedAt(
      Outcome<Document> outcome, FindingCode code, String sheet, String cell) {
    assertThat(outcome.value()).isEmpty();
    assertThat(outcome.findings())
        .containsExactly(Finding.of(code, Location.at(sheet, address(cell))));
  }

  public static Cell text(String value) {
    return new Cell.Text(value);
  }

  public static Cell number(String value) {
    return number(value, Cell.Number.GENERAL);
  }

  public static Cell number(String value, String format) {
    return new Cell.Number(new BigDecimal(value), format);
  }

  public static Cell formula(String expression, Cell cached) {
    return new Cell.Formula(expression, cached);
  }

  /** Joins the lines of a text file as Excel ends them. */
  public static String lines(String... lines) {
    return Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining());
  }
}
