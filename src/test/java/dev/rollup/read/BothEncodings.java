package dev.rollup.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Span;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.xlsb.SavedAsXlsb;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Reads a workbook as XML and as binary records, and states that it says the same. A formula has no
 * words where XML does not repeat them, or records cannot be put into any.
 */
public final class BothEncodings {

  private static final int ROWS = 60;
  private static final int COLUMNS = 40;

  private BothEncodings() {}

  /** Returns what is read of the XML; records are left out where they cannot say the same. */
  public static Outcome<Document> read(byte[] workbook) {
    var outcome = new XlsxReader().read(workbook);
    if (outcome.value().isPresent() && !hasOpenFormula(outcome.value().get())) {
      byte[] binary;
      try {
        binary = SavedAsXlsb.of(workbook);
      } catch (IllegalArgumentException e) {
        return outcome;
      }
      var other = new XlsbReader().read(binary);
      assertThat(other.findings()).isEqualTo(outcome.findings());
      var worded = wordsOf(outcome.value().get(), other.value().orElseThrow());
      assertThat(described(other.value().orElseThrow(), worded))
          .isEqualTo(described(outcome.value().get(), worded));
    }
    return outcome;
  }

  private static boolean hasOpenFormula(Document document) {
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream())
        .anyMatch(
            placed ->
                placed.cell() instanceof Cell.Formula formula
                    && formula.cached() instanceof Cell.Empty);
  }

  /** Returns the places of formulas that have words in both. */
  private static Set<String> wordsOf(Document xml, Document records) {
    var worded = new TreeSet<String>();
    for (int i = 0; i < xml.grids().size(); i++) {
      for (var placed : xml.grids().get(i).cells()) {
        boolean both =
            placed.cell() instanceof Cell.Formula one
                && !one.expression().isEmpty()
                && records.grids().get(i).at(placed.at()) instanceof Cell.Formula other
                && !other.expression().equals("?");
        if (both) {
          worded.add(i + placed.at().a1());
        }
      }
    }
    return worded;
  }

  private static String described(Document document, Set<String> worded) {
    var lines = new ArrayList<String>();
    lines.add("properties " + new TreeMap<>(document.properties()));
    document.notes().forEach(note -> lines.add(note.toString()));
    for (int i = 0; i < document.grids().size(); i++) {
      Grid grid = document.grids().get(i);
      lines.add("sheet " + grid.sheet() + grid.hidden() + new TreeMap<>(grid.names()));
      lines.add("hidden " + numbers(ROWS, grid::rowHidden) + numbers(COLUMNS, grid::columnHidden));
      for (var placed : grid.cells()) {
        var at = placed.at();
        String cell = described(placed.cell(), worded.contains(i + at.a1()));
        lines.add(at.a1() + " " + cell + grid.marks(at) + grid.mergedAt(at));
      }
    }
    return String.join("\n", lines);
  }

  private static String numbers(int end, IntPredicate hidden) {
    return IntStream.range(0, end).filter(hidden).boxed().toList().toString();
  }

  private static String described(Cell cell, boolean worded) {
    if (cell instanceof Cell.Number number) {
      return number.raw() + " as " + number.format();
    }
    if (cell instanceof Cell.Formula formula) {
      String words = worded ? formula.expression().replaceAll("\\s", "") : "";
      return "=" + words + " " + described(formula.cached(), false);
    }
    return cell instanceof Cell.Text text ? described(text) : cell.toString();
  }

  /** Runs may be cut where nobody sees it: what counts is how each character looks. */
  private static String described(Cell.Text text) {
    if (text.spans().isEmpty()) {
      return text.toString();
    }
    var characters = new StringBuilder();
    for (int i = 0; i < text.value().length(); i++) {
      int at = i;
      characters.append(text.value().charAt(i));
      text.spans().stream()
          .filter(span -> span.from() <= at && at < span.to())
          .map(Span::mark)
          .sorted()
          .forEach(mark -> characters.append('/').append(mark));
    }
    return characters.toString();
  }
}
