package dev.rollup.merge;

import dev.rollup.clerkfile.Confirmation;
import dev.rollup.clerkfile.Unmatched;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the answers of units beside what they were asked. A finding that is answered is on record
 * and asks nothing any more: it keeps its code, place and words, weighs no more than a note, and
 * the answer stands behind it. An error is never answered away.
 */
public final class Confirmations {

  /** What is no question. */
  private static final Set<FindingCode> ANSWERS =
      EnumSet.of(
          FindingCode.CONFIRMED,
          FindingCode.CORRECTED,
          FindingCode.REPORTED_BY_OTHER,
          FindingCode.RULE_NOT_EVALUABLE);

  private final Template template;
  private final Map<Confirmation, Taken> taken = new LinkedHashMap<>();
  private final UnitIndex units;

  /** By unit id. */
  private final Map<String, List<Confirmation>> ofUnit = new HashMap<>();

  /** What became of one confirmation. */
  private static final class Taken {
    private boolean used;
    private boolean error;
    private @Nullable String other;
  }

  private Confirmations(List<Confirmation> all, List<UnitResult> units, Template template) {
    this.template = template;
    this.units = new UnitIndex(units);
    for (var each : all) {
      taken.put(each, new Taken());
      this.units
          .called(each.unit())
          .map(known -> known.unit().id())
          .ifPresent(id -> ofUnit.computeIfAbsent(id, i -> new ArrayList<>()).add(each));
    }
  }

  /** Returns a report with the answers in it; what answers nothing is said about the batch. */
  public static Report apply(List<Confirmation> all, Report report, Template template) {
    return all.isEmpty() ? report : new Confirmations(all, report.units(), template).apply(report);
  }

  private Report apply(Report report) {
    var answered = new IdentityHashMap<FileResult, FileResult>();
    report.files().forEach(file -> answered.put(file, answered(file)));
    var batch = new ArrayList<Finding>();
    for (var finding : report.findings()) {
      answer(finding, Optional.ofNullable(finding.at().unit()), Optional.empty(), true, batch);
    }
    batch.addAll(unused());
    return new Report(
        report.reporting(),
        report.files().stream().map(answered::get).toList(),
        report.units().stream().map(unit -> unit.withFiles(answered)).toList(),
        report.summary(),
        batch);
  }

  private FileResult answered(FileResult file) {
    Map<Location, List<Entry>> entries = new HashMap<>();
    String path = file.source().path();
    for (var entry : file.source().submission().map(Submission::entries).orElse(List.of())) {
      entries.computeIfAbsent(entry.at().inFile(path), at -> new ArrayList<>()).add(entry);
    }
    var findings = new ArrayList<Finding>();
    for (var finding : file.findings()) {
      Optional<Entry> entry =
          about(finding, entries.getOrDefault(finding.at().ofUnit(null), List.of()));
      answer(
          finding, file.source().unit().map(Unit::id), entry, !file.status().settled(), findings);
    }
    return new FileResult(file.source(), file.status(), findings);
  }

  /** Rows of a list may share a cell: what stands there tells them apart. */
  private static Optional<Entry> about(Finding finding, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> Objects.equals(entry.raw(), finding.raw()))
        .findFirst()
        .or(() -> entries.stream().findFirst());
  }

  /**
   * Adds a finding to others, with its answer if there is one.
   *
   * @param stands whether the finding still asks for something
   */
  private void answer(
      Finding finding,
      Optional<String> unit,
      Optional<Entry> entry,
      boolean stands,
      List<Finding> findings) {
    // Two lines that say the same value both stand; each word of it only once.
    var answers = new LinkedHashSet<Finding>();
    for (var confirmation : unit.map(ofUnit::get).orElse(List.of())) {
      Taken became = Objects.requireNonNull(taken.get(confirmation));
      if (ANSWERS.contains(finding.code()) || !confirmation.isAbout(finding, entry, template)) {
        continue;
      }
      if (finding.severity() == Severity.ERROR) {
        became.error |= stands;
      } else if (confirmation.holds(finding, entry)) {
        became.used = true;
        answers.add(confirmed(finding, confirmation));
      } else if (stands && finding.raw() != null) {
        became.other = finding.raw();
      }
    }
    findings.add(answers.isEmpty() ? finding : finding.withSeverity(Severity.INFO));
    findings.addAll(answers);
  }

  private static Finding confirmed(Finding finding, Confirmation confirmation) {
    return Finding.ofCell(FindingCode.CONFIRMED, finding.at(), finding.raw())
        .with(Argument.WHAT, new Mentioned.Codes(List.of(finding.code())))
        .with(Argument.ANSWER, confirmation.why())
        .with(Argument.BY, confirmation.source());
  }

  private List<Finding> unused() {
    var findings = new ArrayList<Finding>();
    taken.forEach(
        (confirmation, became) -> {
          if (!became.used) {
            findings.add(unused(confirmation, became));
          }
        });
    return findings;
  }

  private Finding unused(Confirmation confirmation, Taken became) {
    Optional<Unit> unit = units.called(confirmation.unit()).map(UnitResult::unit);
    if (unit.isEmpty()) {
      return Unmatched.NO_UNIT.finding(confirmation.at(), confirmation.unit());
    }
    String name = unit.get().name();
    if (became.error) {
      return Unmatched.AN_ERROR.finding(confirmation.at(), name, confirmation.subjects());
    }
    return became.other != null
        ? Unmatched.OTHER_VALUE.finding(confirmation.at(), confirmation.value(), became.other)
        : Unmatched.NO_FINDING.finding(confirmation.at(), name, confirmation.subjects());
  }
}
