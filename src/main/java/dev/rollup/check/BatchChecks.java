package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.roster.EarlierPeriod;
import dev.rollup.template.Template;
import dev.rollup.text.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every check of a batch, in the order in which they are made. */
public final class BatchChecks {

  /** All checks; a new one is added here. */
  public static final List<BatchCheck> ALL =
      List.of(new OutlierCheck(), new SameFormCheck(), new SameValueCheck());

  private BatchChecks() {}

  /**
   * Runs every check and returns all that strikes, each placed in its file. What is found does not
   * depend on the order of the returns.
   *
   * @param returns those whose numbers are in the totals, one for each unit
   * @param periods what the units reported of other periods
   */
  public static List<Finding> run(
      List<AcceptedReturn> returns, Template template, List<EarlierPeriod> periods) {
    List<AcceptedReturn> ofUnits =
        returns.stream()
            .filter(each -> !each.submission().rollUp())
            .sorted(Comparator.comparing(AcceptedReturn::file, CodePoints.ORDER))
            .toList();
    var findings = new ArrayList<Finding>();
    if (ofUnits.size() > 1) {
      ALL.forEach(check -> findings.addAll(check.check(ofUnits, template)));
    }
    var acrossPeriods = new PeriodCheck(template, periods);
    ofUnits.forEach(each -> findings.addAll(acrossPeriods.check(each)));
    return findings;
  }
}
