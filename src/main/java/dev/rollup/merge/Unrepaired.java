package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What could not be read in one return of a unit and is blank in another one, which the clerk takes
 * whatever it says: it is not repaired by that and stays out of the totals.
 */
final class Unrepaired {

  private final Return taken;
  private final Map<String, Entry> empty;
  private final Map<String, Entry> filled;
  private final Set<Entry> left = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private Unrepaired(Return taken) {
    this.taken = taken;
    this.empty = Contents.empty(taken);
    this.filled = Contents.filled(taken);
  }

  /** Returns what the clerk takes, with such blanks left out. */
  static Return in(Return taken, List<Return> others) {
    var unrepaired = new Unrepaired(taken);
    others.forEach(unrepaired::compare);
    return unrepaired.left.isEmpty()
        ? taken
        : taken.with(
            taken
                .submission()
                .orElseThrow()
                .leavingOut(unrepaired.left, FindingCode.FEWER_THAN_BEFORE),
            unrepaired.findings);
  }

  private void compare(Return other) {
    Contents.filled(other)
        .forEach(
            (key, was) -> {
              Entry blank = filled.containsKey(key) ? null : empty.get(key);
              boolean leftOut =
                  was.state() == State.EXCLUDED && !was.notes().contains(FindingCode.FIELD_MISSING);
              if (leftOut && blank != null && left.add(blank)) {
                findings.add(
                    Supersession.fewer(List.of(was), other, blank.at().inFile(taken.path())));
              }
            });
  }
}
