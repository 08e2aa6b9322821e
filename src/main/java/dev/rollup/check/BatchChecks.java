package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.template.Template;
import dev.rollup.text.CodePoints;
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
   */
  public static List<Finding> run(List<AcceptedReturn> returns, Template template) {
    List<AcceptedReturn> ofUnits =
        returns.stream()
            .filter(each -> !each.submission().rollUp())
            .sorted(Comparator.comparing(AcceptedReturn::file, CodePoints.ORDER))
            .toList();
    return ofUnits.size() < 2
        ? List.of()
        : ALL.stream().flatMap(check -> check.check(ofUnits, template).stream()).toList();
  }
}
