package dev.rollup.clerkfile;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All corrections of a run. Safe for several threads. */
public record Corrections(List<Correction> all) {

  /** No correction at all. */
  public static final Corrections NONE = new Corrections(List.of());

  /** Copies the list. */
  public Corrections {
    all = List.copyOf(all);
  }

  /**
   * Puts the corrections of a unit into one of its returns, each only where the return says what is
   * noted as its content.
   *
   * @param found what was found while the return was read; places are without the file
   * @return the return as corrected; what was found in an entry that is replaced has given way to
   *     what says that it is
   */
  public Outcome<Submission> apply(Unit unit, Submission submission, List<Finding> found) {
    List<Correction> own = all.stream().filter(c -> unit.isCalled(c.unit())).toList();
    if (own.isEmpty()) {
      return Outcome.of(submission, found);
    }
    var findings = new ArrayList<>(found);
    var entries = new ArrayList<Entry>();
    for (var entry : submission.entries()) {
      Optional<Correction> correction = own.stream().filter(c -> c.fits(entry)).findFirst();
      if (correction.isEmpty()) {
        entries.add(entry);
        continue;
      }
      // Rows of a list may share a cell: what was said of the others stays.
      entry.notes().forEach(note -> removeOne(findings, entry, note));
      findings.add(correction.get().finding(entry));
      Value value = correction.get().value();
      entries.add(entry.withContent(value, List.of(FindingCode.CORRECTED)));
    }
    return Outcome.of(submission.withEntries(entries), findings);
  }

  private static void removeOne(List<Finding> findings, Entry entry, FindingCode note) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.code() == note
          && finding.at().equals(entry.at())
          && Objects.equals(finding.raw(), entry.raw())) {
        findings.remove(i);
        return;
      }
    }
  }
}
