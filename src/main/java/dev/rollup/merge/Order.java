package dev.rollup.merge;

import dev.rollup.submission.Submission;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which of the returns of one unit came before which, as far as that is known: a slip came
 * after what it corrects, whatever day stands on it; else by the ledger, then by the day on the
 * form.
 */
final class Order {

  private final Map<String, Return> byHash = new HashMap<>();
  private final IdentityHashMap<Return, Set<String>> corrected = new IdentityHashMap<>();
  private final IdentityHashMap<Return, Optional<LocalDate>> earliest = new IdentityHashMap<>();

  /** The order of all that came from a unit, of whatever use it is. */
  Order(List<Return> ofUnit) {
    ofUnit.stream()
        .filter(each -> each.sha256() != null)
        .forEach(each -> byHash.putIfAbsent(each.sha256(), each));
  }

  /** Compares by time; 0 where nobody knows. */
  int compare(Return a, Return b) {
    if (corrects(a, b)) {
      return 1;
    }
    if (corrects(b, a)) {
      return -1;
    }
    if (a.received().isPresent() && b.received().isPresent()) {
      int byLedger = a.received().get().compare(b.received().get());
      if (byLedger != 0) {
        return byLedger;
      }
    }
    return byDay(a, b);
  }

  /** Tells whether one is a slip that went out to correct the other, or to correct such a slip. */
  boolean corrects(Return slip, Return base) {
    return !slip.equals(base) && corrected(slip).contains(base.sha256());
  }

  /** Returns what a slip corrects, as far as it came from the same unit. */
  List<Return> corrected(Return slip, List<Return> among) {
    return among.stream().filter(each -> corrects(slip, each)).toList();
  }

  private int byDay(Return a, Return b) {
    Optional<LocalDate> dayOfA = day(a);
    Optional<LocalDate> dayOfB = day(b);
    if (dayOfA.isPresent() && dayOfB.isPresent()) {
      return dayOfA.get().compareTo(dayOfB.get());
    }
    if (dayOfB.isPresent() && earliest(a).filter(dayOfB.get()::isBefore).isPresent()) {
      return 1;
    }
    return dayOfA.isPresent() && earliest(b).filter(dayOfA.get()::isBefore).isPresent() ? -1 : 0;
  }

  /** A day on a slip that comes before what it corrects is a mistake and tells nothing. */
  private Optional<LocalDate> day(Return each) {
    Optional<LocalDate> earliest = earliest(each);
    return each.date().filter(day -> earliest.filter(day::isBefore).isEmpty());
  }

  /** Returns the day before which a slip cannot have come; empty for any other return. */
  private Optional<LocalDate> earliest(Return slip) {
    return earliest.computeIfAbsent(
        slip,
        s ->
            corrected(s).stream()
                .map(byHash::get)
                .filter(base -> base != null && !base.equals(s))
                .flatMap(base -> base.date().stream())
                .max(LocalDate::compareTo));
  }

  /** Returns the hashes of all that a slip corrects, through the slips among them. */
  private Set<String> corrected(Return slip) {
    return corrected.computeIfAbsent(
        slip,
        s -> {
          var all = new HashSet<String>();
          var open = new ArrayDeque<>(named(s));
          while (!open.isEmpty()) {
            String hash = open.remove();
            if (all.add(hash) && byHash.containsKey(hash)) {
              open.addAll(named(byHash.get(hash)));
            }
          }
          return all;
        });
  }

  private static Set<String> named(Return each) {
    return each.submission().map(Submission::corrects).orElse(Set.of());
  }
}
