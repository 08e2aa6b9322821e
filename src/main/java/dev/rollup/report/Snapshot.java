package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.merge.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * As much of the result of a run as the next one is compared with.
 *
 * @param units every unit by id, in the order of the report
 * @param questions what was to be corrected or confirmed
 * @param totals the total of every field by id; null where nothing was counted
 */
public record Snapshot(
    Map<String, Mark> units, List<Question> questions, Map<String, @Nullable BigDecimal> totals) {

  /** Copies the collections. */
  public Snapshot {
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    questions = List.copyOf(questions);
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
  }

  /**
   * Where a unit stood.
   *
   * @param reported whether it counted as one that reported
   * @param sha256 the hash of the return that counted; null where there was none
   */
  public record Mark(String name, boolean reported, @Nullable String sha256) {}

  /**
   * A finding that asked for something. Where it stood does not matter: a return that is sent again
   * may have another name.
   *
   * @param about the unit's name; the file's path where it was of no unit; empty for the whole run
   * @param field the id of the field; null where it was not about one
   * @param raw what stood there; null where it was not about a cell
   * @param message the finding in words
   */
  public record Question(
      String about,
      String code,
      Severity severity,
      @Nullable String field,
      @Nullable String raw,
      String message) {}

  /**
   * Returns what is remembered of a report.
   *
   * @param words puts a finding into words
   */
  public static Snapshot of(Report report, Function<Finding, String> words) {
    var units = new LinkedHashMap<String, Mark>();
    for (var unit : report.units()) {
      String hash = unit.accepted().map(file -> file.source().sha256()).orElse(null);
      units.put(unit.unit().id(), new Mark(unit.unit().name(), unit.state().actual(), hash));
    }
    var questions = new ArrayList<Question>();
    for (var file : report.files()) {
      if (!file.status().settled()) {
        String about = file.source().unit().map(unit -> unit.name()).orElse(file.source().path());
        file.findings()
            .forEach(finding -> question(about, finding, words).ifPresent(questions::add));
      }
    }
    for (var finding : report.findings()) {
      Mark unit = units.get(finding.at().unit());
      question(unit == null ? "" : unit.name(), finding, words).ifPresent(questions::add);
    }
    var totals = new TreeMap<String, @Nullable BigDecimal>();
    report.summary().totals().forEach((field, tally) -> totals.put(field, tally.total()));
    return new Snapshot(units, questions, totals);
  }

  private static Optional<Question> question(
      String about, Finding finding, Function<Finding, String> words) {
    return finding.severity() == Severity.INFO
        ? Optional.empty()
        : Optional.of(
            new Question(
                about,
                finding.code().id(),
                finding.severity(),
                finding.at().field(),
                finding.raw(),
                words.apply(finding)));
  }
}
