package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.Entry;
import dev.rollup.match.State;
import dev.rollup.model.CodePoints;
import dev.rollup.model.Folding;
import dev.rollup.model.Location;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which of several returns of one unit counts. What is sent later replaces what was sent
 * earlier only where the order is known and nothing is lost by it.
 */
final class Succession {

  /** Says that the one that counts came before the one that is set aside. */
  private static final String EARLIER = "earlier";

  /** What one return came to. */
  record Verdict(FileStatus status, List<Finding> findings) {}

  private final Policy policy;
  private final Map<Return, Verdict> verdicts = new IdentityHashMap<>();

  private Succession(Policy policy) {
    this.policy = policy;
  }

  /**
   * Decides on the returns of one unit.
   *
   * @param returns forms that would be accepted if they were alone, in path order
   */
  static Map<Return, Verdict> decide(List<Return> returns, Policy policy) {
    var succession = new Succession(policy);
    succession.decide(returns);
    return succession.verdicts;
  }

  private void decide(List<Return> returns) {
    List<Return> ordered = new ArrayList<>(returns);
    ordered.sort((a, b) -> -Long.compare(later(a, returns), later(b, returns)));
    boolean different = !returns.stream().allMatch(each -> sameCounts(each, returns.get(0)));
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
        verdicts.put(each, superseded(each, last));
        decreased.addAll(decreased(each, last));
      }
      verdicts.put(last, new Verdict(accepted(last), decreased));
    } else {
      refuseAll(returns);
    }
  }

  /** Returns the one that counts of two that follow each other, and decides on the other. */
  private Return successor(Return current, Return next) {
    boolean sameWords = words(current).equals(words(next));
    if (sameCounts(current, next) && (sameWords || compare(current, next) == 0)) {
      boolean later = CodePoints.ORDER.compare(current.path(), next.path()) < 0;
      Return kept = later ? current : next;
      Return aside = later ? next : current;
      verdicts.put(aside, superseded(aside, kept));
      return kept;
    }
    return replaced(current, next) ? next : current;
  }

  private static boolean sameCounts(Return a, Return b) {
    return content(a, FieldType.COUNT).equals(content(b, FieldType.COUNT));
  }

  private static Map<String, String> words(Return each) {
    return content(each, FieldType.TEXT);
  }

  private static Map<String, String> content(Return each, FieldType type) {
    var content = new HashMap<String, String>();
    var rows = new HashMap<String, Map<Integer, Integer>>();
    for (var entry : each.submission().orElseThrow().entries()) {
      // Whether a list has empty rows between others does not matter.
      if (entry.field().type() == type && entry.state() != State.BLANK) {
        String id = entry.field().id();
        Map<Integer, Integer> ofItem =
            rows.computeIfAbsent(id.substring(0, id.lastIndexOf('.')), item -> new HashMap<>());
        int row = ofItem.computeIfAbsent(entry.row(), r -> ofItem.size());
        content.put(
            id + "#" + row, entry.state() == State.EXCLUDED ? "?" + entry.raw() : entry.value());
      }
    }
    return content;
  }

  private static long later(Return each, List<Return> all) {
    return all.stream().filter(other -> compare(each, other) < 0).count();
  }

  private static boolean inOrder(List<Return> ordered) {
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        if (compare(ordered.get(i), ordered.get(j)) >= 0
            && !sameCounts(ordered.get(i), ordered.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tells whether the last one is later than all others and holds all that they hold. */
  private static boolean settlesAll(List<Return> ordered) {
    Return last = ordered.get(ordered.size() - 1);
    return ordered.stream()
        .filter(each -> each != last)
        .allMatch(
            each -> compare(each, last) < 0 && lost(each, last).isEmpty() && !worse(last, each));
  }

  /**
   * Tells whether a later return has something left out of it, or breaks a rule that the earlier
   * one keeps. Where both break it, the later one is no worse: its numbers count all the same.
   */
  private static boolean worse(Return later, Return earlier) {
    Set<String> broken = brokenRules(earlier);
    return later.findings().stream()
            .anyMatch(finding -> finding.severity() == Severity.ERROR && !brokenRule(finding))
        || !broken.containsAll(brokenRules(later));
  }

  private static Set<String> brokenRules(Return each) {
    return each.findings().stream()
        .filter(Succession::brokenRule)
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule() + "@" + finding.at().field())
        .collect(Collectors.toSet());
  }

  private static boolean brokenRule(Finding finding) {
    return finding.code() == FindingCode.RULE_VIOLATED;
  }

  /** Returns the entries that had a number before and have none after. */
  private static List<Entry> lost(Return before, Return after) {
    Map<String, Entry> kept = counts(after);
    return counts(before).entrySet().stream()
        .filter(entry -> !kept.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Compares by the ledger, then by the day on the form; 0 where neither tells. */
  private static int compare(Return a, Return b) {
    if (a.received().isPresent() && b.received().isPresent()) {
      int byLedger = a.received().get().compare(b.received().get());
      if (byLedger != 0) {
        return byLedger;
      }
    }
    return a.date().isPresent() && b.date().isPresent()
        ? a.date().get().compareTo(b.date().get())
        : 0;
  }

  private void refuseAll(List<Return> returns) {
    for (var each : returns) {
      String others =
          returns.stream()
              .filter(other -> other != each)
              .map(Return::path)
              .collect(Collectors.joining("、"));
      reject(each, Finding.of(FindingCode.CONFLICTING_RETURNS, Location.file(each.path()), others));
    }
  }

  /** Tries to replace a return by a later one, and decides on the one that does not count. */
  private boolean replaced(Return current, Return next) {
    List<Entry> lost = lost(current, next);
    if (!lost.isEmpty()) {
      Entry first = lost.get(0);
      reject(
          next,
          Finding.of(
              FindingCode.FEWER_THAN_BEFORE,
              Location.file(next.path()).ofField(first.field().id()),
              String.valueOf(lost.size()),
              first.value(),
              current.path()));
      return false;
    }
    if (worse(next, current)) {
      Finding earlier =
          Finding.of(FindingCode.SUPERSEDED, Location.file(next.path()), current.path(), EARLIER);
      verdicts.put(next, new Verdict(FileStatus.REJECTED, List.of(earlier)));
      return false;
    }
    verdicts.put(current, superseded(current, next));
    verdicts.put(next, new Verdict(accepted(next), decreased(current, next)));
    return true;
  }

  /** Says where a later return holds a smaller number than an earlier one. */
  private static List<Finding> decreased(Return before, Return after) {
    var decreased = new ArrayList<Finding>();
    Map<String, Entry> later = counts(after);
    counts(before)
        .forEach(
            (key, earlier) -> {
              Entry now = later.get(key);
              if (now.count() < earlier.count()) {
                decreased.add(
                    Finding.ofCell(
                        FindingCode.DECREASED_COUNT,
                        now.at().inFile(after.path()),
                        now.raw(),
                        now.value(),
                        earlier.value(),
                        before.path()));
              }
            });
    return decreased;
  }

  /** Returns the counts by field; those of a list by the name of their row, wherever it stands. */
  private static Map<String, Entry> counts(Return each) {
    List<Entry> entries = each.submission().orElseThrow().entries();
    var names = new HashMap<String, String>();
    entries.stream()
        .filter(entry -> entry.text() != null)
        .forEach(entry -> names.put(row(entry), Folding.label(entry.text())));
    var counts = new LinkedHashMap<String, Entry>();
    for (var entry : entries) {
      if (entry.count() != null) {
        String named = entry.field().id() + "#" + names.getOrDefault(row(entry), "");
        String key = named;
        for (int again = 2; counts.containsKey(key); again++) {
          key = named + "#" + again;
        }
        counts.put(key, entry);
      }
    }
    return counts;
  }

  private static String row(Entry entry) {
    String id = entry.field().id();
    return id.substring(0, id.lastIndexOf('.')) + "#" + entry.row();
  }

  private void accept(Return each) {
    verdicts.putIfAbsent(each, new Verdict(accepted(each), List.of()));
  }

  private static FileStatus accepted(Return each) {
    return each.hasErrors() ? FileStatus.ACCEPTED_WITH_ERRORS : FileStatus.ACCEPTED;
  }

  private void reject(Return each, Finding why) {
    verdicts.put(each, new Verdict(FileStatus.REJECTED, List.of(why)));
  }

  /** Says that another return counts in place of one. */
  static Verdict superseded(Return each, Return by) {
    return new Verdict(
        FileStatus.SUPERSEDED,
        List.of(Finding.of(FindingCode.SUPERSEDED, Location.file(each.path()), by.path())));
  }
}
