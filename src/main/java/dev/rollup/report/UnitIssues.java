package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Return;
import dev.rollup.merge.UnitResult;
import dev.rollup.submission.Submission;
import java.util.List;
import java.util.Optional;

/**
 * What one unit has to correct or to confirm.
 *
 * @param unit the unit
 * @param basis the return whose cells are meant; empty where none can be used
 * @param errors what has to be corrected
 * @param warnings what has to be confirmed
 * @param refused files that could not be used as a whole
 */
public record UnitIssues(
    UnitResult unit,
    Optional<FileResult> basis,
    List<Finding> errors,
    List<Finding> warnings,
    List<FileResult> refused) {

  /** Gathers what still stands: what a better file replaced is settled with it. */
  public static UnitIssues of(UnitResult unit) {
    List<FileResult> rejected =
        unit.files().stream().filter(file -> file.status() == FileStatus.REJECTED).toList();
    // A form that was refused for single blanks, which happens under --strict only.
    Optional<FileResult> basis =
        unit.accepted()
            .or(
                () ->
                    rejected.size() == 1 && rejected.stream().allMatch(UnitIssues::forBlanks)
                        ? Optional.of(rejected.get(0))
                        : Optional.empty());
    List<Finding> findings = SaidOnce.of(basis.map(FileResult::findings).orElse(List.of()));
    return new UnitIssues(
        unit,
        basis,
        findings.stream().filter(f -> f.severity() == Severity.ERROR).toList(),
        findings.stream().filter(UnitIssues::asked).toList(),
        rejected.stream().filter(file -> !basis.equals(Optional.of(file))).toList());
  }

  /** That it came late is no question to a unit, which can do nothing about it. */
  private static boolean asked(Finding finding) {
    return finding.severity() == Severity.WARNING && finding.code() != FindingCode.LATE_RETURN;
  }

  /** Tells whether there is anything to write about. */
  public boolean any() {
    return !errors.isEmpty() || !warnings.isEmpty() || !refused.isEmpty();
  }

  /** Returns how many places are to be corrected, each refused file being one. */
  int corrections() {
    return errors.size() + refused.size();
  }

  /** Returns the form whose values are good as far as nothing is said against them. */
  public Optional<Submission> submission() {
    return basis.flatMap(file -> file.source().submission());
  }

  /** Returns why a file cannot be used as a whole. */
  public static Optional<Finding> cause(FileResult file) {
    List<Finding> errors =
        file.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
    return errors.stream()
        .filter(finding -> finding.raw() == null)
        .findFirst()
        .or(() -> errors.stream().findFirst());
  }

  private static boolean forBlanks(FileResult file) {
    return file.source().kind() == Return.Kind.FORM
        && file.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .allMatch(finding -> finding.at().field() != null);
  }
}
