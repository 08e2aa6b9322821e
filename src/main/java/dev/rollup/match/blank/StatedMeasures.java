package dev.rollup.match.blank;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Field;
import dev.rollup.text.MeasureNames;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
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
          "(?i)(?<![\\p{IsHan}A-Za-z])(\\p{IsHan}{0,4}单位|units?|amounts?|values?|figures?)"
              + "[\\s\\p{Z}]*[:：为是][\\s\\p{Z}]*([^\\s\\p{Z},，;；:：()（）_＿]{1,12})");

  /** What a line may call a measure, and whoever fills the form in. */
  private static final Pattern BARE = Pattern.compile("(?i)单位|units?");

  /** White space within a line. */
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern BETWEEN_MEASURES = Pattern.compile("、");
  private static final Pattern BETWEEN_KNOWN_MEASURES = Pattern.compile("[/／]");

  /** What stands in brackets behind a label and is no measure: 不含税. */
  private static final Pattern REMARK = Pattern.compile("(?:不|含|其中|注|见|包括).*|.{7,}");

  /** No measure has more letters. */
  private static final int LONGEST = 12;

  /** Every measure of the blank, in order. */
  private final Set<String> measures = new TreeSet<>();

  /** The measures of the fields beside which none is printed, by their ids. */
  private final Map<String, String> told = new HashMap<>();

  private final List<Line> lines;

  /**
   * @param document the blank, as a reader of its format reads it
   */
  StatedMeasures(Blank blank, Document document) {
    for (var each : blank.bindings()) {
      String measure = MeasureNames.of(each.measure().orElse(""));
      if (!measure.isEmpty()) {
        measures.add(measure);
        if (!isPrintedBeside(each, measure)) {
          told.put(each.id(), measure);
        }
      }
    }
    this.lines = lines(document).stream().filter(line -> measures.contains(line.measure)).toList();
  }

  /**
   * A line around a table that states a measure.
   *
   * @param label what stands before the colon
   * @param word the measure as it is written
   * @param measure its name
   * @param rest what stands behind the colon, without white space
   */
  private record Line(
      String label, String word, String measure, String rest, Grid grid, Grid.Placed placed) {

    /** Tells whether it states a measure under the label of another line of the same sheet. */
    boolean saysBeside(Line other, String own) {
      return label.equals(other.label) && grid == other.grid && states(own);
    }

    /** Tells whether it states a measure, be it spaced to look wider, or right before a label. */
    boolean states(String own) {
      boolean spaced = own.startsWith(word) && rest.startsWith(own);
      boolean glued =
          word.startsWith(own) && (rest.startsWith(word + ":") || rest.startsWith(word + "："));
      return measure.equals(own) || spaced || glued;
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
    List<Line> shown = measures.isEmpty() ? List.of() : lines(returned);
    var others = new ArrayList<Other>();
    for (var line : shown) {
      List<String> own =
          lines.stream()
              .filter(each -> each.label.equals(line.label))
              .map(Line::measure)
              .distinct()
              .toList();
      if (own.isEmpty()) {
        steps(line, measures)
            .forEach(each -> others.add(new Other(line.grid, line.placed, each, true)));
      } else if (own.stream().noneMatch(line::states)) {
        List<String> missing =
            own.stream()
                .filter(each -> shown.stream().noneMatch(any -> any.saysBeside(line, each)))
                .toList();
        List<String> steps = steps(line, missing);
        boolean any = steps.isEmpty() && !BARE.matcher(line.label).matches();
        (any ? missing : steps)
            .forEach(each -> others.add(new Other(line.grid, line.placed, each, false)));
      }
    }
    return others;
  }

  private List<String> steps(Line line, Collection<String> own) {
    return own.stream().filter(each -> isOtherStep(line.word, each)).toList();
  }

  /**
   * Tells whether a text is a measure of the same as another, in other steps, and none of the
   * blank's own: 元 for 万元, 公顷 for 亩.
   */
  boolean isOtherStep(String text, String measure) {
    if (text.isBlank() || text.length() > LONGEST) {
      return false;
    }
    String shown = MeasureNames.of(text);
    return !measures.contains(shown) && MeasureNames.areSteps(shown, MeasureNames.of(measure));
  }

  /** Tells whether a line is about a field. */
  boolean isAbout(Other line, Field field) {
    return line.measure().equals(told.get(field.id()))
        || line.added()
            && field.type().number()
            && MeasureNames.of(field.measured().name()).equals(line.measure());
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
    int at = before.indexOf(MeasureNames.of(measure));
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

  private List<Line> lines(Document document) {
    var lines = new ArrayList<Line>();
    for (var grid : document.grids()) {
      for (var placed : grid.cells()) {
        boolean seen = !grid.hidden() && !grid.marks(placed.at()).contains(Mark.HIDDEN);
        if (seen && placed.cell() instanceof Cell.Text) {
          String text = placed.cell().raw();
          Matcher line = LINE.matcher(text);
          while (line.find()) {
            String rest = SPACE.matcher(text.substring(line.start(2))).replaceAll("");
            for (var word : words(line.group(2))) {
              lines.add(new Line(line.group(1), word, MeasureNames.of(word), rest, grid, placed));
            }
          }
        }
      }
    }
    return lines;
  }

  /** Returns the measures that a line names: 班、人, or 万元/户 where these are two of the blank's. */
  private List<String> words(String named) {
    List<String> all = List.of(BETWEEN_MEASURES.split(named, -1));
    List<String> known = List.of(BETWEEN_KNOWN_MEASURES.split(named, -1));
    return known.stream().map(MeasureNames::of).allMatch(measures::contains) ? known : all;
  }

  private static List<String> tokens(String label) {
    return Stream.of(BETWEEN_TOKENS.split(Normalizer.normalize(label, Normalizer.Form.NFKC), -1))
        .map(MeasureNames::of)
        .filter(token -> !token.isEmpty())
        .toList();
  }
}
