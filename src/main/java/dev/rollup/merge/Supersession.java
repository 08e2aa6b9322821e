package dev.rollup.merge;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.text.CodePoints;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of several returns of one unit counts. What is sent later replaces what was sent
 * earlier only where the order is known and nothing is lost by it.
 */
final class Supersession {

  /** Which of two returns counts although it came first. */
  private enum Precedence {
    /** The one that counts came before the one that is set aside. */
    EARLIER
  }

  /** What one return came to. */
  record Decision(FileStatus status, List<Finding> findings) {}

  private final Policy policy;
  private final Order order;
  private final IdentityHashMap<Return, Decision> decisions = new IdentityHashMap<>();

  private Supersession(Policy policy, Order order) {
    this.policy = policy;
    this.order = order;
  }

  /**
   * Decides on the returns of one unit.
   *
   * @param returns forms that would be accepted if they were alone, in path order
   * @param order what is known of all that came from the unit
   */
  static Map<Return, Decision> decide(List<Return> returns, Policy policy, Order order) {
    var supersession = new Supersession(policy, order);
    supersession.decide(returns);
    return supersession.decisions;
  }

  private void decide(List<Return> returns) {
    List<Return> ordered = new ArrayList<>(returns);
    ordered.sort((a, b) -> -Long.compare(later(a, returns), later(b, returns)));
    boolean different =
        !returns.stream().allMatch(each -> Contents.sameCounts(each, returns.get(0)));
    if (different && policy.rejectSeveral()) {
      refuseAll(returns);
    } else if (!different || inOrder(ordered)) {
      Return current = ordered.get(0);
      for (var next : ordered.subList(1, ordered.size())) {
        current = successor(current, next);
      }
      accept(current);
    } else if (settlesAll(ordered)) {
      Return last = ordered.remove(ordered.size() - 1);
      var decreased = new ArrayList<Finding>();
      for (var each : ordered) {
        decisions.put(each, superseded(each, last));
        decreased.addAll(decreased(each, last));
      }
      decisions.put(last, new Decision(accepted(last), decreased));
    } else {
      refuseAll(returns);
    }
  }

  /** Returns the one that counts of two that follow each other, and decides on the other. */
  private Return successor(Return current, Return next) {
    if (isUnchanged(next, current)) {
      decisions.put(next, unchanged(next, current));
      return current;
    }
    boolean sameWords = Contents.sameWords(current, next);
    // A slip that something was done to is later for certain, and counts where it is no worse.
    boolean answers =
        order.corrects(next, current)
            && (says(next, FindingCode.CONFIRMED) || !worse(next, current));
    if (!answers
        && Contents.sameCounts(current, next)
        && (sameWords || order.compare(current, next) == 0)) {
      boolean first = CodePoints.ORDER.compare(current.path(), next.path()) < 0;
      Return kept = first ? current : next;
      Return aside = first ? next : current;
      decisions.put(aside, superseded(aside, kept));
      return kept;
    }
    return replaced(current, next) ? next : current;
  }

  /**
   * Tells whether a slip came back without anything done to it that it was sent for. A day that was
   * filled in is something unless other things are wrong.
   */
  private boolean isUnchanged(Return slip, Return base) {
    boolean noted = says(slip, FindingCode.NUMBER_ELSEWHERE) || says(slip, FindingCode.CONFIRMED);
    if (noted || !order.corrects(slip, base) || !Contents.unchanged(slip, base)) {
      return false;
    }
    Set<String> broken = brokenRules(base);
    boolean rulesOnly = errors(base).allMatch(Supersession::brokenRule);
    return slip.date().isEmpty()
        || !rulesOnly
        || !broken.isEmpty() && brokenRules(slip).containsAll(broken);
  }

  private static boolean says(Return each, FindingCode code) {
    return each.findings().stream().anyMatch(finding -> finding.code() == code);
  }

  private static Decision unchanged(Return slip, Return base) {
    return base.hasErrors()
        ? new Decision(
            FileStatus.REJECTED,
            List.of(
                Finding.of(FindingCode.UNCHANGED_AFTER_RETURN, Location.file(slip.path()))
                    .with(Argument.PROBLEM, base.path())))
        : superseded(slip, base);
  }

  private long later(Return each, List<Return> all) {
    return all.stream().filter(other -> order.compare(each, other) < 0).count();
  }

  private boolean inOrder(List<Return> ordered) {
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        if (order.compare(ordered.get(i), ordered.get(j)) >= 0
            && !Contents.sameCounts(ordered.get(i), ordered.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tells whether the last one is later than all others and holds all that they hold. */
  private boolean settlesAll(List<Return> ordered) {
    Return last = ordered.get(ordered.size() - 1);
    return ordered.stream()
        .filter(each -> !each.equals(last))
        .allMatch(
            each ->
                order.compare(each, last) < 0 && lost(each, last).isEmpty() && !worse(last, each));
  }

  /**
   * Tells whether a later return has something left out of it, or breaks a rule that the earlier
   * one keeps. Where both break it, the later one is no worse: its numbers count all the same.
   */
  private static boolean worse(Return later, Return earlier) {
    Set<String> broken = brokenRules(earlier);
    return !errors(later).allMatch(Supersession::brokenRule)
        || !broken.containsAll(brokenRules(later));
  }

  private static Set<String> brokenRules(Return each) {
    return errors(each)
        .filter(Supersession::brokenRule)
        .map(finding -> finding.rule() + "@" + finding.at().field())
        .collect(Collectors.toSet());
  }

  private static Stream<Finding> errors(Return each) {
    return each.findings().stream().filter(finding -> finding.severity() == Severity.ERROR);
  }

  private static boolean brokenRule(Finding finding) {
    return finding.code() == FindingCode.RULE_VIOLATED;
  }

  /**
   * Returns the entries of an earlier return of which a later one says less: what was a number is
   * one no longer, or what could not be read is left blank. A blank that the form had lost held
   * nothing.
   */
  private static List<Entry> lost(Return before, Return after) {
    Map<String, Entry> now = Contents.filled(after);
    return Contents.filled(before).entrySet().stream()
        .filter(was -> !holds(now.get(was.getKey()), was.getValue()))
        .map(Map.Entry::getValue)
        .filter(entry -> !entry.notes().contains(FindingCode.FIELD_MISSING))
        .toList();
  }

  /** Tells whether a slip has a number for all that a file held that it was sent for. */
  static boolean repairs(Return slip, Return base) {
    return base.submission().isEmpty() || lost(base, slip).isEmpty();
  }

  private static boolean holds(@Nullable Entry now, Entry before) {
    return now != null && (now.state() == State.READ || before.state() == State.EXCLUDED);
  }

  private void refuseAll(List<Return> returns) {
    for (var each : returns) {
      List<String> others =
          returns.stream().filter(other -> !other.equals(each)).map(Return::path).toList();
      reject(
          each,
          Finding.of(FindingCode.CONFLICTING_RETURNS, Location.file(each.path()))
              .with(Argument.FILE, others));
    }
  }

  /** Tries to replace a return by a later one, and decides on the one that does not count. */
  private boolean replaced(Return current, Return next) {
    List<Entry> lost = lost(current, next);
    if (!lost.isEmpty()) {
      reject(next, fewer(lost, current, Location.file(next.path())));
      return false;
    }
    if (worse(next, current)) {
      Finding earlier = superseding(next, current).with(Argument.PRECEDENCE, Precedence.EARLIER);
      decisions.put(next, new Decision(FileStatus.REJECTED, List.of(earlier)));
      return false;
    }
    decisions.put(current, superseded(current, next));
    decisions.put(next, new Decision(accepted(next), decreased(current, next)));
    return true;
  }

  /** Says what an earlier return held and a later one does not. */
  static Finding fewer(List<Entry> lost, Return before, Location at) {
    Entry first = lost.get(0);
    Finding fewer =
        Finding.of(FindingCode.FEWER_THAN_BEFORE, at.ofField(first.field().id()))
            .with(Argument.COUNT, lost.size())
            .with(Argument.FILE, before.path());
    return first.number() == null
        ? fewer.with(Argument.BEFORE, Objects.requireNonNullElse(first.raw(), "?"))
        : fewer.with(Argument.BEFORE, first.number());
  }

  /** Says where a later return holds a smaller number than an earlier one. */
  private static List<Finding> decreased(Return before, Return after) {
    var decreased = new ArrayList<Finding>();
    Map<String, Entry> later = Contents.filled(after);
    Contents.filled(before)
        .forEach(
            (key, earlier) -> {
              Entry now = later.get(key);
              if (now != null && isSmaller(now, earlier)) {
                decreased.add(
                    Finding.ofCell(
                            FindingCode.DECREASED_COUNT, now.at().inFile(after.path()), now.raw())
                        .with(Argument.NOW, now.counted())
                        .with(Argument.BEFORE, earlier.counted())
                        .with(Argument.FILE, before.path()));
              }
            });
    return decreased;
  }

  private static boolean isSmaller(Entry now, Entry before) {
    return now.field().cumulative()
        && now.number() != null
        && before.number() != null
        && now.number().compareTo(before.number()) < 0;
  }

  private void accept(Return each) {
    decisions.putIfAbsent(each, new Decision(accepted(each), List.of()));
  }

  private static FileStatus accepted(Return each) {
    return each.hasErrors() ? FileStatus.ACCEPTED_WITH_ERRORS : FileStatus.ACCEPTED;
  }

  private void reject(Return each, Finding why) {
    decisions.put(each, new Decision(FileStatus.REJECTED, List.of(why)));
  }

  /** Says that another return counts in place of one. */
  static Decision superseded(Return each, Return by) {
    return new Decision(FileStatus.SUPERSEDED, List.of(superseding(each, by)));
  }

  private static Finding superseding(Return each, Return by) {
    return Finding.of(FindingCode.SUPERSEDED, Location.file(each.path()))
        .with(Argument.FILE, by.path());
  }
}
