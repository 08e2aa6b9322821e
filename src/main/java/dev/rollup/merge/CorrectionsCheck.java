package dev.rollup.merge;

import dev.rollup.clerkfile.Correction;
import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.Unmatched;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells which corrections are not in the numbers that count. One that is noted and not in them is
 * an error: somebody believes that it is.
 */
public final class CorrectionsCheck {

  private CorrectionsCheck() {}

  /** Returns what is to be said about corrections without effect, in the order of their lines. */
  public static List<Finding> of(Corrections corrections, List<UnitResult> units) {
    var index = new UnitIndex(units);
    var findings = new ArrayList<Finding>();
    for (var correction : corrections.all()) {
      Optional<UnitResult> unit = index.called(correction.unit());
      if (unit.isEmpty()) {
        findings.add(Unmatched.NO_UNIT.finding(correction.at(), correction.unit()));
      } else {
        without(correction, unit.get()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> without(Correction correction, UnitResult unit) {
    List<Entry> entries =
        unit.accepted()
            .flatMap(file -> file.source().submission())
            .map(submission -> submission.entries())
            .orElse(List.of());
    if (entries.stream().anyMatch(correction::fits)) {
      return Optional.empty();
    }
    String now =
        entries.stream().filter(correction::isAbout).findFirst().map(Entry::raw).orElse(null);
    return Optional.of(
        Finding.ofCell(
                FindingCode.CORRECTION_NOT_APPLIED,
                new Location(null, unit.unit().id(), null, null, correction.field().id()),
                now)
            .with(Argument.FILE, correction.at().file())
            .with(Argument.LINE, correction.at().line())
            .with(Argument.OLD, correction.old())
            .with(Argument.FOUND, unit.accepted().isEmpty() ? null : now == null ? "" : now)
            .with(Argument.NOW, correction.value().plain()));
  }
}
