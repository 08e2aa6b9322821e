package dev.rollup.report;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.template.HeaderField;
import java.util.List;

/** What is said about one return to a person: a fact is told once, whoever found it. */
public final class SaidOnce {

  private SaidOnce() {}

  /** Returns the findings without those that only say again what another one says. */
  public static List<Finding> of(List<Finding> findings) {
    boolean late = findings.stream().anyMatch(each -> each.code() == FindingCode.LATE_RETURN);
    return findings.stream().filter(each -> !(late && isAboutDay(each))).toList();
  }

  /** A form of a day after the deadline is late, and its day need not be asked about. */
  private static boolean isAboutDay(Finding finding) {
    return finding.code() == FindingCode.RULE_VIOLATED
        && HeaderField.DATE.id().equals(finding.at().field());
  }
}
