package dev.rollup.report;

import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Adds;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often each answer was given to what is not added up but tallied: choices and marks.
 *
 * @param lines the answers, in the order of the form; those to one field the most frequent first
 */
public record Answers(List<Line> lines) {

  private static final Comparator<Line> OFTEN = Comparator.comparingInt(Line::times).reversed();

  /**
   * One answer to one field.
   *
   * @param words what was answered
   * @param times how often: once by each unit, as often as it has rows in a list
   * @param units the names of the units that answered so, in the order of the roster
   */
  public record Line(Field field, String words, int times, List<String> units) {

    /** Copies the list. */
    public Line {
      units = List.copyOf(units);
    }
  }

  /** One line while it is counted. */
  private static final class Tally {
    private final Set<String> units = new LinkedHashSet<>();
    private int times;

    void add(String unit) {
      times++;
      units.add(unit);
    }
  }

  /** Copies the list. */
  public Answers {
    lines = List.copyOf(lines);
  }

  /** Tells whether a form has anything to tally. */
  public static boolean asked(Template template) {
    return template.fields().values().stream().anyMatch(field -> field.adds() == Adds.TALLY);
  }

  /** Returns the answers of the returns that count. */
  public static Answers of(Report report, Template template) {
    Map<String, Map<String, Tally>> byField = new HashMap<>();
    for (var unit : report.units()) {
      for (var entry : tallied(unit)) {
        byField
            .computeIfAbsent(entry.field().id(), id -> new TreeMap<>())
            .computeIfAbsent(String.valueOf(entry.value()), words -> new Tally())
            .add(unit.unit().name());
      }
    }
    return new Answers(
        template.fields().values().stream()
            .flatMap(field -> lines(field, byField.getOrDefault(field.id(), Map.of())))
            .toList());
  }

  private static Stream<Line> lines(Field field, Map<String, Tally> answers) {
    return answers.entrySet().stream()
        .map(
            answer ->
                new Line(
                    field,
                    answer.getKey(),
                    answer.getValue().times,
                    List.copyOf(answer.getValue().units)))
        .sorted(OFTEN);
  }

  private static List<Entry> tallied(UnitResult unit) {
    return unit.accepted().stream()
        .flatMap(file -> file.source().submission().orElseThrow().entries().stream())
        .filter(entry -> entry.field().adds() == Adds.TALLY && entry.state() == State.READ)
        .toList();
  }
}
