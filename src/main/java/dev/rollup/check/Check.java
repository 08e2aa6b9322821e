package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import dev.rollup.template.Template;
import java.util.List;
import java.util.Optional;

/** Something that one submission must satisfy on its own. A pure function. */
@FunctionalInterface
public interface Check {

  /**
   * Returns what does not hold, without the file; empty where all is well.
   *
   * @param unit who it is from, as far as that can be told
   */
  List<Finding> check(Submission submission, Template template, Optional<Unit> unit);
}
