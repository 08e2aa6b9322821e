package dev.rollup.clerkfile;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import java.util.List;

/**
 * Why a line of a side file took no effect. Nothing that a clerk wrote down is lost in silence, and
 * nothing of it is guessed.
 */
public enum Unmatched {
  /** It names no unit of the run; mentions the name. */
  NO_UNIT,
  /** It names no blank of the form; mentions the name. */
  NO_FIELD,
  /** It names no file of the run; mentions the file. */
  NO_FILE,
  /** It names a file that is not of the unit that it names; mentions the file and the unit. */
  NO_FILE_OF_UNIT,
  /** It notes when a unit's return came in, and none is there; mentions the unit. */
  NOTHING_CAME,
  /** It says that a file counts which cannot; mentions the file. */
  NO_CHOICE,
  /** It says that a file counts, and another line says so of another; mentions both files. */
  SEVERAL_CHOICES,
  /** The unit said to report for another did not report; mentions that unit and the other. */
  NO_REPORTER,
  /** It confirms what was not found; mentions the unit and what is confirmed. */
  NO_FINDING,
  /** Another value than the confirmed one stands there now; mentions the confirmed and the new. */
  OTHER_VALUE,
  /** It confirms what is an error; mentions the unit and what is confirmed. */
  AN_ERROR,
  /** It names a group and no unit; mentions the group. */
  EMPTY_GROUP,
  /** The template names a group that no unit is in; mentions it and those that there are. */
  ABSENT_GROUP;

  /**
   * A finding about the batch that names file, line and reason.
   *
   * @param name what the reason mentions first
   */
  public Finding finding(SideLine at, String name) {
    return Finding.of(FindingCode.SIDE_FILE_LINE, Location.NOWHERE)
        .with(Argument.FILE, at.file())
        .with(Argument.LINE, at.line())
        .with(Argument.REASON, this)
        .with(Argument.NAME, name);
  }

  /** As {@link #finding(SideLine, String)}, where the reason mentions another thing. */
  public Finding finding(SideLine at, String name, String other) {
    return finding(at, name).with(Argument.OTHER, other);
  }

  /** As {@link #finding(SideLine, String)}, where the reason mentions several other things. */
  public Finding finding(SideLine at, String name, List<String> others) {
    return finding(at, name).with(Argument.OTHER, others);
  }
}
