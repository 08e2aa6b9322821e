package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.match.Submission;
import dev.rollup.template.Template;
import java.util.List;

/** Something that one submission must satisfy on its own. A pure function. */
@FunctionalInterface
public interface Check {

  /** Returns what does not hold, without the file; empty where all is well. */
  List<Finding> check(Submission submission, Template template);
}
