package dev.rollup.report;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.template.HeaderField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is said about one return to a person: a fact is told once, whoever found it. */
public final class SaidOnce {

  private SaidOnce() {}

  /** Returns the findings without those that only say again what another one says. */
  public static List<Finding> of(List<Finding> findings) {
    List<Finding> late =
        findings.stream().filter(each -> each.code() == FindingCode.LATE_RETURN).toList();
    return findings.stream()
        .filter(each -> late.stream().noneMatch(other -> isAboutItsDay(each, other)))
        .toList();
  }

  /**
   * The day on which a form was late need not be asked about; another day of the form's head, like
   * one before the event that it reports of, must.
   */
  private static boolean isAboutItsDay(Finding finding, Finding late) {
    return finding.code() == FindingCode.RULE_VIOLATED
        && HeaderField.DATE.id().equals(finding.at().field())
        && day(late, Argument.DAY).equals(day(finding, Argument.LEFT));
  }

  private static Optional<LocalDate> day(Finding finding, Argument name) {
    return finding
        .mentioned(name)
        .map(what -> what instanceof Mentioned.Day date ? date.day() : null);
  }
}
