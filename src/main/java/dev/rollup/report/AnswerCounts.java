package dev.rollup.report;

import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each answer was given to what is not added up but tallied: choices and marks.
 *
 * @param lines the answers, in the order of the form; those to one field the most frequent first
 */
public record AnswerCounts(List<Line> lines) {

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

    void add(String unit, int more) {
      times += more;
      units.add(unit);
    }
  }

  /** Copies the list. */
  public AnswerCounts {
    lines = List.copyOf(lines);
  }

  /** Tells whether a form has anything to tally. */
  public static boolean asked(Template template) {
    return template.fields().values().stream().anyMatch(field -> field.adds() == Adds.TALLY);
  }

  /** Returns the answers of the returns that count. */
  public static AnswerCounts of(Report report, Template template) {
    Map<String, Map<String, Tally>> byField = new HashMap<>();
    for (var unit : report.units()) {
      for (var answer : given(unit)) {
        byField
            .computeIfAbsent(answer.fieldId(), id -> new TreeMap<>())
            .computeIfAbsent(answer.words(), words -> new Tally())
            .add(unit.unit().name(), answer.times());
      }
    }
    return new AnswerCounts(
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

  /** Returns how often each answer was given outside lists, for the level above. */
  List<RollUpContents.Answer> outsideLists(Template template) {
    Set<String> single =
        template.items().stream()
            .filter(item -> !item.repeats())
            .flatMap(item -> item.fields().stream())
            .map(Field::id)
            .collect(Collectors.toSet());
    return lines.stream()
        .filter(line -> single.contains(line.field().id()))
        .map(line -> new RollUpContents.Answer(line.field().id(), line.words(), line.times()))
        .toList();
  }

  private static List<RollUpContents.Answer> given(UnitResult unit) {
    return unit.accepted().stream()
        .map(file -> file.source().submission().orElseThrow())
        .flatMap(AnswerCounts::given)
        .toList();
  }

  /** What a roll-up carries holds for what its own form leaves open. */
  private static Stream<RollUpContents.Answer> given(Submission submission) {
    List<Entry> tallied =
        submission.entries().stream()
            .filter(entry -> entry.field().adds() == Adds.TALLY)
            .filter(entry -> entry.state() != State.BLANK)
            .toList();
    Set<String> answered =
        tallied.stream().map(entry -> entry.field().id()).collect(Collectors.toSet());
    return Stream.concat(
        tallied.stream()
            .filter(entry -> entry.state() == State.READ)
            .map(
                entry ->
                    new RollUpContents.Answer(
                        entry.field().id(), String.valueOf(entry.value()), 1)),
        submission.carried().answers().stream()
            .filter(answer -> !answered.contains(answer.fieldId())));
  }
}
