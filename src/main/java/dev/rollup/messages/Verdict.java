package dev.rollup.messages;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import java.util.ArrayList;
import java.util.List;

/** The result of a merge in one sentence. */
public final class Verdict {

  private final Messages messages;

  /** A verdict in one language. */
  public Verdict(Messages messages) {
    this.messages = messages;
  }

  /** Returns the sentence: who reported, what is to be corrected, whether it can go up. */
  public String of(Report report) {
    Reporting reporting = report.reporting();
    String actual = String.valueOf(reporting.actual());
    var clauses = new ArrayList<String>();
    if (reporting.expected().isEmpty()) {
      clauses.add(messages.text("verdict.no-roster", actual));
      clause(clauses, "verdict.rejected", report.rejected());
      return sentence(String.join(messages.text("verdict.comma"), clauses), report);
    }
    String expected = String.valueOf(reporting.expected().get());
    if (reporting.awaited() > 0) {
      clauses.add(messages.text("verdict.so-far", expected, actual));
      clause(clauses, "verdict.returned", reporting.returned());
      clause(clauses, "verdict.awaited", reporting.awaited());
    } else {
      clauses.add(messages.text("verdict.reported", expected, actual));
      clause(clauses, "verdict.returned", reporting.returned());
      clause(clauses, "verdict.missing", reporting.missing());
    }
    clause(clauses, "verdict.rejected", report.rejected());
    String counts = String.join(messages.text("verdict.comma"), clauses);
    return allWell(report) ? messages.text("verdict.all-well", counts) : sentence(counts, report);
  }

  /** Tells whether every unit reported and nothing is to be corrected: then it can go up. */
  public boolean allWell(Report report) {
    Reporting reporting = report.reporting();
    return reporting.expected().isPresent()
        && report.rejected() + reporting.returned() + reporting.missing() + reporting.awaited() == 0
        && report.toCorrect().isEmpty();
  }

  private void clause(List<String> clauses, String key, long number) {
    if (number > 0) {
      clauses.add(messages.text(key, String.valueOf(number)));
    }
  }

  /** A number that breaks a rule is in the totals, one that was left out is not. */
  private String sentence(String counts, Report report) {
    List<Finding> errors = report.toCorrect();
    long broken =
        errors.stream().filter(error -> error.code() == FindingCode.RULE_VIOLATED).count();
    String leftOut = String.valueOf(errors.size() - broken);
    if (errors.isEmpty()) {
      return messages.text("verdict.sentence", counts);
    }
    if (broken == 0) {
      return messages.text("verdict.with-errors", counts, leftOut);
    }
    return errors.size() == broken
        ? messages.text("verdict.with-broken-rules", counts, String.valueOf(broken))
        : messages.text("verdict.with-both", counts, leftOut, String.valueOf(broken));
  }
}
