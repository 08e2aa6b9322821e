package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.Entry;
import dev.rollup.model.Location;
import dev.rollup.template.Template;
import dev.rollup.template.Unit;
import dev.rollup.template.Unmatched;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the answers of units beside what they were asked. A finding that is answered is on record
 * and asks nothing any more: it keeps its code, place and words, weighs no more than a note, and
 * the answer stands behind it. An error is never answered away.
 */
public final class Confirmations {

  /** What is no question. */
  private static final Set<FindingCode> ANSWERS =
      EnumSet.of(FindingCode.CONFIRMED, FindingCode.CORRECTED, FindingCode.REPORTED_BY_OTHER);

  private final Template template;
  private final Map<Confirmation, Taken> taken = new LinkedHashMap<>();

  /** What became of one confirmation. */
  private static final class Taken {
    private boolean used;
    private boolean error;
    private String other;
  }

  private Confirmations(List<Confirmation> all, Template template) {
    this.template = template;
    all.forEach(confirmation -> taken.put(confirmation, new Taken()));
  }

  /** Returns a report with the answers in it; what answers nothing is said about the batch. */
  public static Report apply(List<Confirmation> all, Report report, Template template) {
    return all.isEmpty() ? report : new Confirmations(all, template).apply(report);
  }

  private Report apply(Report report) {
    Map<FileResult, FileResult> answered = new IdentityHashMap<>();
    report.files().forEach(file -> answered.put(file, answered(file)));
    Map<String, Unit> units = new HashMap<>();
    report.units().forEach(unit -> units.put(unit.unit().id(), unit.unit()));
    var batch = new ArrayList<Finding>();
    for (var finding : report.findings()) {
      Optional<Unit> unit = Optional.ofNullable(finding.at().unit()).map(units::get);
      answer(finding, unit, Optional.empty(), true, batch);
    }
    batch.addAll(unused(report.units()));
    return new Report(
        report.reporting(),
        report.files().stream().map(answered::get).toList(),
        report.units().stream().map(unit -> unit.withFiles(answered)).toList(),
        report.summary(),
        batch);
  }

  private FileResult answered(FileResult file) {
    Map<Location, Entry> entries = new HashMap<>();
    file.source()
        .submission()
        .ifPresent(
            form ->
                form.entries()
                    .forEach(e -> entries.putIfAbsent(e.at().inFile(file.source().path()), e)));
    var findings = new ArrayList<Finding>();
    for (var finding : file.findings()) {
      Optional<Entry> entry = Optional.ofNullable(entries.get(finding.at()));
      answer(finding, file.source().unit(), entry, !file.status().settled(), findings);
    }
    return new FileResult(file.source(), file.status(), findings);
  }

  /**
   * Adds a finding to others, with its answer if there is one.
   *
   * @param stands whether the finding still asks for something
   */
  private void answer(
      Finding finding,
      Optional<Unit> unit,
      Optional<Entry> entry,
      boolean stands,
      List<Finding> findings) {
    Optional<Confirmation> answer = Optional.empty();
    for (var each : taken.entrySet()) {
      Confirmation confirmation = each.getKey();
      if (unit.filter(u -> u.isCalled(confirmation.unit())).isEmpty()
          || ANSWERS.contains(finding.code())
          || !confirmation.isAbout(finding, entry, template)) {
        continue;
      }
      if (finding.severity() == Severity.ERROR) {
        each.getValue().error |= stands;
      } else if (confirmation.holds(finding, entry)) {
        each.getValue().used = true;
        answer = Optional.of(answer.orElse(confirmation));
      } else if (stands && finding.raw() != null) {
        each.getValue().other = finding.raw();
      }
    }
    findings.add(answer.isEmpty() ? finding : finding.withSeverity(Severity.INFO));
    answer.map(confirmation -> confirmed(finding, confirmation)).ifPresent(findings::add);
  }

  private static Finding confirmed(Finding finding, Confirmation confirmation) {
    return Finding.ofCell(
        FindingCode.CONFIRMED,
        finding.at(),
        finding.raw(),
        finding.code().id(),
        confirmation.why(),
        confirmation.source());
  }

  private List<Finding> unused(List<UnitResult> units) {
    var findings = new ArrayList<Finding>();
    taken.forEach(
        (confirmation, became) -> {
          if (!became.used) {
            findings.add(unused(confirmation, became, units));
          }
        });
    return findings;
  }

  private static Finding unused(Confirmation confirmation, Taken became, List<UnitResult> units) {
    Optional<Unit> unit =
        units.stream()
            .map(UnitResult::unit)
            .filter(known -> known.isCalled(confirmation.unit()))
            .findFirst();
    if (unit.isEmpty()) {
      return Unmatched.finding(confirmation.at(), Unmatched.NO_UNIT, confirmation.unit());
    }
    String name = unit.get().name();
    if (became.error) {
      return Unmatched.finding(confirmation.at(), Unmatched.AN_ERROR, name, confirmation.subject());
    }
    return became.other != null
        ? Unmatched.finding(
            confirmation.at(), Unmatched.OTHER_VALUE, confirmation.value(), became.other)
        : Unmatched.finding(confirmation.at(), Unmatched.NO_FINDING, name, confirmation.subject());
  }
}
