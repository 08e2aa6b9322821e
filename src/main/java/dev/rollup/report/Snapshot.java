package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.roster.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * As much of the result of a run as the next one is compared with.
 *
 * @param files what lay in the folders
 * @param units every unit by id, in the order of the report
 * @param questions what was to be corrected or confirmed
 * @param totals the total of every field by id; null where nothing was counted
 */
public record Snapshot(
    List<Came> files,
    Map<String, Mark> units,
    List<Question> questions,
    Map<String, @Nullable BigDecimal> totals) {

  /** Copies the collections. */
  public Snapshot {
    files = List.copyOf(files);
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    questions = List.copyOf(questions);
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
  }

  /**
   * A file that was there.
   *
   * @param sha256 the hash of its bytes; null where they could not be read
   * @param unit the name of the unit that it is a return of; null where it is of none that is known
   */
  public record Came(String path, @Nullable String sha256, @Nullable String unit) {}

  /**
   * Where a unit stood.
   *
   * @param reported whether it counted as one that reported
   * @param sha256 the hash of the return that counted; null where there was none
   */
  public record Mark(String name, boolean reported, @Nullable String sha256) {}

  /**
   * A finding that asked for something.
   *
   * @param about the unit's name; the file's path where it was of no unit; empty for the whole run
   * @param file the path of the return that it is about; null where it is about none
   * @param field the id of the field; null where it was not about one
   * @param raw what stood there; null where it was not about a cell
   * @param message the finding in words
   */
  public record Question(
      String about,
      @Nullable String file,
      String code,
      Severity severity,
      @Nullable String field,
      @Nullable String raw,
      String message) {

    /**
     * Returns what was asked, wherever: a return that is sent again may have another name. What was
     * typed into a blank says all; the words may be another language's or another edition's. Of one
     * blank several rules may be broken, which only their words tell apart.
     */
    Question anywhere() {
      boolean told = field != null && raw != null && !code.equals(FindingCode.RULE_VIOLATED.id());
      return new Question(about, null, code, severity, field, raw, told ? "" : message);
    }
  }

  /** Returns how many units counted as such that reported. */
  public int reported() {
    return (int) units.values().stream().filter(Mark::reported).count();
  }

  /**
   * Tells whether the return that a question is about is gone, and its unit has sent nothing else
   * since: then nobody has answered.
   */
  boolean isUnanswered(Question question, Snapshot later) {
    Optional<Came> asked =
        files.stream().filter(file -> file.path().equals(question.file())).findFirst();
    if (asked.isEmpty() || later.has(asked.get())) {
      return false;
    }
    Set<String> known = files.stream().map(Came::sha256).collect(Collectors.toSet());
    String unit = asked.get().unit();
    return unit == null
        || later.files.stream()
            .noneMatch(file -> unit.equals(file.unit()) && !known.contains(file.sha256()));
  }

  /** Tells whether a file is still there, under its name or another. */
  private boolean has(Came file) {
    return files.stream()
        .anyMatch(
            other ->
                other.path().equals(file.path())
                    || file.sha256() != null && file.sha256().equals(other.sha256()));
  }

  /**
   * Returns what is remembered of a report.
   *
   * @param words puts a finding into words
   */
  public static Snapshot of(Report report, Function<Finding, String> words) {
    var units = new LinkedHashMap<String, Mark>();
    var counted = new HashMap<String, @Nullable String>();
    for (var unit : report.units()) {
      counted.put(unit.unit().id(), unit.accepted().map(f -> f.source().path()).orElse(null));
      String hash = unit.accepted().map(file -> file.source().sha256()).orElse(null);
      units.put(unit.unit().id(), new Mark(unit.unit().name(), unit.state().actual(), hash));
    }
    var questions = new ArrayList<Question>();
    List<FileResult> files = report.byFile();
    for (var file : files) {
      if (!file.status().settled()) {
        String path = file.source().path();
        String about = file.source().unit().map(Unit::name).orElse(path);
        file.findings()
            .forEach(finding -> question(about, path, finding, words).ifPresent(questions::add));
      }
    }
    for (var finding : report.findings()) {
      Mark unit = units.get(finding.at().unit());
      String about = unit == null ? "" : unit.name();
      question(about, counted.get(finding.at().unit()), finding, words).ifPresent(questions::add);
    }
    var totals = new TreeMap<String, @Nullable BigDecimal>();
    report.summary().totals().forEach((field, tally) -> totals.put(field, tally.total()));
    return new Snapshot(files.stream().map(Snapshot::came).toList(), units, questions, totals);
  }

  private static Came came(FileResult file) {
    boolean meant = file.status() != FileStatus.SKIPPED;
    return new Came(
        file.source().path(),
        file.source().sha256(),
        file.source().unit().filter(unit -> meant).map(Unit::name).orElse(null));
  }

  private static Optional<Question> question(
      String about, @Nullable String file, Finding finding, Function<Finding, String> words) {
    return finding.severity() == Severity.INFO
        ? Optional.empty()
        : Optional.of(
            new Question(
                about,
                file,
                finding.code().id(),
                finding.severity(),
                finding.at().field(),
                finding.raw(),
                words.apply(finding)));
  }
}
