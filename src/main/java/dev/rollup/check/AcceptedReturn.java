package dev.rollup.check;

import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import java.util.Objects;

/**
 * A return whose numbers are in the totals, to be compared with those of other units.
 *
 * @param unit whose it is
 * @param file its path
 * @param submission what it holds
 */
public record AcceptedReturn(Unit unit, String file, Submission submission) {

  /** Refuses one that lacks a part. */
  public AcceptedReturn {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(file);
    Objects.requireNonNull(submission);
  }

  /** Returns a place in this return. */
  Location in(Location at) {
    return at.inFile(file).ofUnit(unit.id());
  }
}
