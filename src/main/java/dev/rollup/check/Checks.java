package dev.rollup.check;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.Submission;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.util.List;
import java.util.Optional;

/** Every check of a single submission, in the order in which they are made. */
public final class Checks {

  /** A return without any count is sent back: it is not a report that nothing was done. */
  static final Check EMPTY_RETURN =
      (submission, template, unit) ->
          submission.empty() ? List.of(about(submission, FindingCode.EMPTY_RETURN)) : List.of();

  /** A report that nothing was done counts, and is to be confirmed. */
  static final Check NIL_RETURN =
      (submission, template, unit) ->
          submission.nil() ? List.of(about(submission, FindingCode.NIL_RETURN)) : List.of();

  /** All checks; a new one is added here. */
  public static final List<Check> ALL = List.of(EMPTY_RETURN, NIL_RETURN, new RuleCheck());

  private Checks() {}

  /**
   * Runs every check and returns all that does not hold.
   *
   * @param unit who it is from, as far as that can be told
   */
  public static List<Finding> run(Submission submission, Template template, Optional<Unit> unit) {
    return ALL.stream().flatMap(check -> check.check(submission, template, unit).stream()).toList();
  }

  private static Finding about(Submission submission, FindingCode code) {
    HeaderEntry unit = submission.head(HeaderField.UNIT);
    return Finding.of(code, Location.at(unit.at().sheet(), null));
  }
}
