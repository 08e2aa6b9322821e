package dev.rollup.check;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts what a unit confirmed on a slip beside what it was asked. A warning that is answered there
 * weighs no more than a note; an error is never answered away.
 */
public final class ConfirmedOnSlip {

  private ConfirmedOnSlip() {}

  /** Returns everything that was found in one return, with what its slip confirmed settled. */
  public static List<Finding> settle(List<Finding> findings) {
    List<Finding> confirmed =
        findings.stream().filter(each -> each.code() == FindingCode.CONFIRMED).toList();
    return confirmed.isEmpty()
        ? findings
        : findings.stream()
            .map(each -> asks(each, confirmed) ? each.withSeverity(Severity.INFO) : each)
            .toList();
  }

  private static boolean asks(Finding finding, List<Finding> confirmed) {
    return finding.severity() == Severity.WARNING
        && confirmed.stream().anyMatch(answer -> isAbout(answer, finding));
  }

  private static boolean isAbout(Finding answer, Finding finding) {
    return answer
            .mentioned(Argument.WHAT)
            .equals(Optional.of(new Mentioned.Codes(List.of(finding.code()))))
        && Objects.equals(finding.rule(), answer.rule())
        && Objects.equals(finding.at().field(), answer.at().field())
        && Objects.equals(finding.raw(), answer.raw());
  }
}
