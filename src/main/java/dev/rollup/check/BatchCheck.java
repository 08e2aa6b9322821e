package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.template.Template;
import java.util.List;

/** Something to be seen only where returns of several units lie side by side. A pure function. */
@FunctionalInterface
public interface BatchCheck {

  /**
   * Returns what strikes, each placed in the file that it is about.
   *
   * @param returns those that count, none of them a roll-up, one for each unit, in path order
   */
  List<Finding> check(List<AcceptedReturn> returns, Template template);
}
