package dev.rollup.merge;

import dev.rollup.rollup.Counters;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.State;
import dev.rollup.template.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one return gives to the totals that follow from others. A total of parts holds what a return
 * gave in the parts: it is lowered by each part that is left out, and knows nothing of a whole that
 * stands there without its parts.
 */
final class Wholes {

  private final Map<String, Tally> totals;
  private final Map<String, List<Relation>> relations;
  private final Map<Relation, RollUpContents.Voices> known;

  private Wholes(
      Map<String, Tally> totals,
      Map<String, List<Relation>> relations,
      Map<Relation, RollUpContents.Voices> known) {
    this.totals = totals;
    this.relations = relations;
    this.known = known;
  }

  /**
   * Returns, for each relation that computes its whole, the one entry that a return makes of it.
   */
  static Map<Relation, Tally> of(Map<String, Tally> totals, List<Relation> relations) {
    return of(totals, relations, Map.of());
  }

  /**
   * Returns the same of a roll-up.
   *
   * @param known what the returns below gave to each relation, as far as that is known
   */
  static Map<Relation, Tally> of(
      Map<String, Tally> totals,
      List<Relation> relations,
      Map<Relation, RollUpContents.Voices> known) {
    Map<String, List<Relation>> computing =
        relations.stream()
            .filter(Relation::computes)
            .collect(Collectors.groupingBy(Relation::whole));
    var all = new Wholes(totals, computing, known);
    var wholes = new HashMap<Relation, Tally>();
    computing.values().forEach(of -> of.forEach(each -> wholes.put(each, all.entry(each))));
    return wholes;
  }

  private Tally entry(Relation relation) {
    Tally own = tally(relation.whole());
    State state = state(relation, Set.of(relation.whole()));
    Tally entry = Tally.of(own.adds(), state);
    RollUpContents.Voices below = known.get(relation);
    if (below != null) {
      return entry.madeOf(below.counters());
    }
    if (!own.madeOfOthers()) {
      return entry;
    }
    Counters of = own.madeOf();
    return entry.madeOf(
        state == State.EXCLUDED ? new Counters(0, of.blank(), of.counted() + of.excluded()) : of);
  }

  private State state(Relation relation, Set<String> above) {
    Set<State> parts =
        relation.parts().stream().map(part -> state(part, above)).collect(Collectors.toSet());
    State own = own(relation.whole());
    if (own == State.EXCLUDED || parts.contains(State.EXCLUDED)) {
      return State.EXCLUDED;
    }
    if (parts.contains(State.READ)) {
      return State.READ;
    }
    return own == State.READ ? State.EXCLUDED : State.BLANK;
  }

  /** Returns the state of a field, which may follow from others in turn. */
  private State state(String id, Set<String> above) {
    if (above.contains(id)) {
      return own(id);
    }
    Set<String> path = new HashSet<>(above);
    path.add(id);
    Set<State> states =
        relations.getOrDefault(id, List.of()).stream()
            .map(relation -> state(relation, path))
            .collect(Collectors.toSet());
    if (states.isEmpty()) {
      return own(id);
    }
    return states.contains(State.EXCLUDED)
        ? State.EXCLUDED
        : states.contains(State.READ) ? State.READ : State.BLANK;
  }

  private State own(String id) {
    Tally own = tally(id);
    if (own.excluded() > 0) {
      return State.EXCLUDED;
    }
    return own.counted() > 0 ? State.READ : State.BLANK;
  }

  private Tally tally(String id) {
    return totals.getOrDefault(id, Tally.NONE);
  }
}
