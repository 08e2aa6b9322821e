package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Field;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
          "(?i)(?<![\\p{IsHan}A-Za-z])(\\p{IsHan}{0,4}单位|units?|amounts?|values?|figures?)\\s*[:为是]\\s*([^\\s,;:()_]{1,12})");

  /** What a line may call a measure, and whoever fills the form in. */
  private static final Pattern BARE = Pattern.compile("(?i)单位|units?");

  /** White space within a line. */
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /** How many of a measure are counted as one: 万. */
  private static final Pattern SCALE = Pattern.compile("^[十百千万亿]+(?=.)");

  /** What measures the same in other steps. */
  private static final List<Set<String>> KINDS =
      List.of(
          Set.of("亩", "公顷", "平方米", "平方公里", "㎡", "m2", "km2", "hm2"),
          Set.of("吨", "公斤", "千克", "克", "斤", "t", "kg", "g"),
          Set.of("公里", "千米", "米", "km", "m"),
          Set.of("立方米", "升", "毫升", "m3", "L"),
          Set.of("人", "人次", "户"));

  /** What parts the measures of a line. */
  private static final Pattern BETWEEN_MEASURES = Pattern.compile("[、/]");

  /** What stands in brackets behind a label and is no measure: 不含税. */
  private static final Pattern REMARK = Pattern.compile("(?:不|含|其中|注|见|包括).*|.{7,}");

  /** Whose money it is changes no measure of it. */
  private static final Pattern CURRENCY = Pattern.compile("人民币|RMB|CNY");

  private final List<Line> lines;

  /** Every measure of the blank, in order. */
  private final Set<String> measures = new TreeSet<>();

  /** The measures of the fields beside which none is printed, by their ids. */
  private final Map<String, String> told = new HashMap<>();

  /**
   * @param document the blank, as a reader of its format reads it
   */
  StatedMeasures(Blank blank, Document document) {
    for (var each : blank.bindings()) {
      String measure = plain(each.measure().orElse(""));
      if (!measure.isEmpty()) {
        measures.add(measure);
      }
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
   * @param rest what stands behind it, without white space
   */
  private record Line(String label, String measure, String rest, Grid grid, Grid.Placed placed) {

    /** Tells whether it states a measure, be it spaced to look wider. */
    boolean states(String own) {
      return measure.equals(own) || rest.startsWith(own) && !rest.startsWith("/", own.length());
    }
  }

  /**
   * A line of a return that states another measure than the blank does.
   *
   * @param measure the measure that the blank states
   * @param added whether the blank has no such line, so that it speaks of the heads as well
   */
  record Other(Grid grid, Grid.Placed placed, String measure, boolean added) {}

  /** Returns the lines around tables in which a return states other measures than the blank. */
  List<Other> in(Document returned) {
    if (measures.isEmpty()) {
      return List.of();
    }
    List<Line> shown = lines(returned);
    var others = new ArrayList<Other>();
    for (var own : lines) {
      List<Line> there = shown.stream().filter(line -> line.label.equals(own.label)).toList();
      if (there.stream().noneMatch(line -> line.states(own.measure))) {
        there.stream()
            .filter(line -> lines.stream().noneMatch(any -> line.states(any.measure)))
            .filter(line -> !isBare(line.label) || isOtherStep(line.measure, own.measure))
            .findFirst()
            .ifPresent(line -> others.add(other(line, own.measure, false)));
      }
    }
    for (var line : shown) {
      if (lines.stream().noneMatch(own -> own.label.equals(line.label))) {
        measures.stream()
            .filter(own -> isOtherStep(line.measure, own))
            .forEach(own -> others.add(other(line, own, true)));
      }
    }
    return others;
  }

  /** Tells whether a label may ask who fills the form in as well: 单位, and not 金额单位. */
  private static boolean isBare(String label) {
    return BARE.matcher(label).matches();
  }

  private static Other other(Line line, String measure, boolean added) {
    return new Other(line.grid, line.placed, measure, added);
  }

  /**
   * Tells whether a text is a measure of the same as another, in other steps, and none of the
   * blank's own: 元 for 万元, 公顷 for 亩.
   */
  boolean isOtherStep(String text, String measure) {
    String shown = plain(text);
    String own = plain(measure);
    String shownBase = SCALE.matcher(shown).replaceFirst("");
    String ownBase = SCALE.matcher(own).replaceFirst("");
    return !own.isEmpty()
        && !measures.contains(shown)
        && (shownBase.equals(ownBase)
            || KINDS.stream().anyMatch(kind -> kind.contains(shownBase) && kind.contains(ownBase)));
  }

  /** Tells whether a field is counted in what a line around its table says, and nothing else. */
  private boolean isTold(String field, String measure) {
    return measure.equals(told.get(field));
  }

  /** Tells whether a line is about a field. */
  boolean isAbout(Other line, Field field) {
    return isTold(field.id(), line.measure())
        || line.added()
            && field.type().number()
            && plain(field.measured().name()).equals(line.measure());
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
        String text = Normalizer.normalize(placed.cell().raw(), Normalizer.Form.NFKC);
        Matcher line = LINE.matcher(text);
        while (line.find()) {
          for (var measure : BETWEEN_MEASURES.split(line.group(2), -1)) {
            String rest = text.substring(line.start(2));
            lines.add(
                new Line(
                    line.group(1),
                    plain(measure),
                    SPACE.matcher(rest).replaceAll(""),
                    grid,
                    placed));
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
