package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a blank says that its numbers are counted in, held against what a return says: a unit that
 * writes 元 where the form says 万元 counts in another measure, and its numbers are not added.
 */
final class StatedMeasures {

  /** What parts a measure from the words of a label: 产值（万元）, 产值，万元. */
  private static final Pattern BETWEEN_TOKENS = Pattern.compile("[\\s\\p{Z}()\\[\\],、;:]+");

  /** A line around a table: 金额单位：万元. Who fills the form in is asked for in words like these. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)(?<![\\p{IsHan}A-Za-z])(\\p{IsHan}{0,4}单位|units?|amounts?|values?|figures?)\\s*:\\s*([^\\s,;:()_]{1,12})");

  /** What parts the measures of a line. */
  private static final Pattern BETWEEN_MEASURES = Pattern.compile("[、/]");

  /** What stands in brackets behind a label and is no measure: 不含税. */
  private static final Pattern REMARK = Pattern.compile("(?:不|含|其中|注|见|包括).*|.{7,}");

  /** Whose money it is changes no measure of it. */
  private static final Pattern CURRENCY = Pattern.compile("人民币|RMB|CNY");

  private final List<Line> lines;

  /** The measures of the fields beside which none is printed, by their ids. */
  private final Map<String, String> told = new HashMap<>();

  /**
   * @param document the blank, as a reader of its format reads it
   */
  StatedMeasures(Blank blank, Document document) {
    var measures = new HashSet<String>();
    for (var each : blank.bindings()) {
      String measure = plain(each.measure().orElse(""));
      measures.add(measure);
      if (!measure.isEmpty() && !isPrintedBeside(each, measure)) {
        told.put(each.id(), measure);
      }
    }
    this.lines = lines(document).stream().filter(line -> measures.contains(line.measure)).toList();
  }

  /**
   * A line around a table that states a measure.
   *
   * @param label what stands before the colon
   */
  private record Line(String label, String measure, Grid grid, Grid.Placed placed) {}

  /**
   * A line of a return that states another measure than the blank does.
   *
   * @param own what the blank says there
   * @param measure the measure that the blank states
   */
  record Other(Grid grid, Grid.Placed placed, String own, String measure) {}

  /** Returns the lines around tables in which a return states other measures than the blank. */
  List<Other> in(Document returned) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Line> shown = lines(returned);
    var others = new ArrayList<Other>();
    for (var own : lines) {
      List<Line> there = shown.stream().filter(line -> line.label.equals(own.label)).toList();
      if (there.stream().noneMatch(line -> line.measure.equals(own.measure))) {
        there.stream()
            .filter(line -> lines.stream().noneMatch(any -> any.measure.equals(line.measure)))
            .findFirst()
            .ifPresent(
                line ->
                    others.add(
                        new Other(line.grid, line.placed, own.placed.cell().raw(), own.measure)));
      }
    }
    return others;
  }

  /** Tells whether a field is counted in what a line around its table says, and nothing else. */
  boolean isTold(String field, String measure) {
    return measure.equals(told.get(field));
  }

  /**
   * Tells whether a label that was written in other words names another measure than the blank's.
   *
   * @param own the label on the blank
   * @param shown the label in the return
   * @param measure the measure of the numbers beside it; empty where there is none
   */
  static boolean isOther(String own, String shown, String measure) {
    List<String> before = tokens(own);
    List<String> now = tokens(shown);
    int at = before.indexOf(plain(measure));
    return at >= 0
        && now.size() == before.size()
        && !now.contains(before.get(at))
        && !REMARK.matcher(now.get(at)).matches();
  }

  private static boolean isPrintedBeside(Binding binding, String measure) {
    return Stream.of(binding.section(), binding.row(), binding.column())
        .flatMap(List::stream)
        .anyMatch(words -> tokens(words).contains(measure));
  }

  private static List<Line> lines(Document document) {
    var lines = new ArrayList<Line>();
    for (var grid : document.grids()) {
      for (var placed : grid.cells()) {
        if (grid.hidden() || grid.marks(placed.at()).contains(Mark.HIDDEN)) {
          continue;
        }
        Matcher line =
            LINE.matcher(Normalizer.normalize(placed.cell().raw(), Normalizer.Form.NFKC));
        while (line.find()) {
          for (var measure : BETWEEN_MEASURES.split(line.group(2), -1)) {
            lines.add(new Line(line.group(1), plain(measure), grid, placed));
          }
        }
      }
    }
    return lines;
  }

  private static List<String> tokens(String label) {
    return Stream.of(BETWEEN_TOKENS.split(Normalizer.normalize(label, Normalizer.Form.NFKC), -1))
        .map(StatedMeasures::plain)
        .filter(token -> !token.isEmpty())
        .toList();
  }

  private static String plain(String measure) {
    String normal = Normalizer.normalize(measure, Normalizer.Form.NFKC).strip();
    return CURRENCY.matcher(normal).replaceAll("");
  }
}
