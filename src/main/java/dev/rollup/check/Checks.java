package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.HeaderEntry;
import dev.rollup.match.Submission;
import dev.rollup.model.Location;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.util.List;

/** Every check of a single submission, in the order in which they are made. */
public final class Checks {

  /** A return without any count is sent back: it is not a report that nothing was done. */
  static final Check EMPTY_RETURN =
      (submission, template) ->
          submission.empty() ? List.of(about(submission, FindingCode.EMPTY_RETURN)) : List.of();

  /** A report that nothing was done counts, and is to be confirmed. */
  static final Check NIL_RETURN =
      (submission, template) ->
          submission.nil() ? List.of(about(submission, FindingCode.NIL_RETURN)) : List.of();

  /** All checks; a new one is added here. */
  public static final List<Check> ALL = List.of(EMPTY_RETURN, NIL_RETURN);

  private Checks() {}

  /** Runs every check and returns all that does not hold. */
  public static List<Finding> run(Submission submission, Template template) {
    return ALL.stream().flatMap(check -> check.check(submission, template).stream()).toList();
  }

  private static Finding about(Submission submission, FindingCode code) {
    HeaderEntry unit = submission.header().get(HeaderField.UNIT);
    return Finding.of(code, new Location(null, null, unit.at().sheet(), null, null));
  }
}
