package dev.rollup.report;

import dev.rollup.text.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became different from one run to the next.
 *
 * @param reported the names of the units that reported since
 * @param replaced the names of those of which another return counts now
 * @param withdrawn the names of those that had reported and of which nothing counts any more
 * @param gone the questions that are settled
 * @param unanswered the questions whose returns are no longer there, and nothing in their place
 * @param added the questions that are new
 * @param moved the totals that are other ones
 */
public record Changes(
    List<String> reported,
    List<String> replaced,
    List<String> withdrawn,
    List<Snapshot.Question> gone,
    List<Snapshot.Question> unanswered,
    List<Snapshot.Question> added,
    List<Move> moved) {

  /**
   * A total that is another one.
   *
   * @param before what it was; null where nothing was counted
   * @param after what it is; null where nothing is counted
   */
  public record Move(String field, @Nullable BigDecimal before, @Nullable BigDecimal after) {

    /** Returns by how much; nothing counted is as little as zero. */
    public BigDecimal by() {
      return Objects.requireNonNullElse(after, BigDecimal.ZERO)
          .subtract(Objects.requireNonNullElse(before, BigDecimal.ZERO));
    }
  }

  /** Copies the lists. */
  public Changes {
    reported = List.copyOf(reported);
    replaced = List.copyOf(replaced);
    withdrawn = List.copyOf(withdrawn);
    gone = List.copyOf(gone);
    unanswered = List.copyOf(unanswered);
    added = List.copyOf(added);
    moved = List.copyOf(moved);
  }

  /** Compares two runs. */
  public static Changes between(Snapshot before, Snapshot after) {
    var reported = new ArrayList<String>();
    var replaced = new ArrayList<String>();
    var withdrawn = new ArrayList<String>();
    after
        .units()
        .forEach(
            (id, unit) -> {
              Snapshot.Mark earlier = before.units().get(id);
              if (earlier == null || !earlier.reported()) {
                if (unit.reported()) {
                  reported.add(unit.name());
                }
              } else if (!unit.reported()) {
                withdrawn.add(unit.name());
              } else if (!Objects.equals(unit.sha256(), earlier.sha256())) {
                replaced.add(unit.name());
              }
            });
    before
        .units()
        .forEach(
            (id, unit) -> {
              if (unit.reported() && !after.units().containsKey(id)) {
                withdrawn.add(unit.name());
              }
            });
    var settled = new ArrayList<Snapshot.Question>();
    var unanswered = new ArrayList<Snapshot.Question>();
    without(before.questions(), after.questions())
        .forEach(each -> (before.isUnanswered(each, after) ? unanswered : settled).add(each));
    return new Changes(
        reported,
        replaced,
        withdrawn,
        settled,
        unanswered,
        without(after.questions(), before.questions()),
        moved(before, after));
  }

  /** Tells whether nothing is different. */
  public boolean none() {
    return reported.isEmpty()
        && replaced.isEmpty()
        && withdrawn.isEmpty()
        && gone.isEmpty()
        && unanswered.isEmpty()
        && added.isEmpty()
        && moved.isEmpty();
  }

  /** Takes the others away one by one: of two equal questions one may be settled. */
  private static List<Snapshot.Question> without(
      List<Snapshot.Question> all, List<Snapshot.Question> others) {
    var counts = new HashMap<Snapshot.Question, Integer>();
    others.forEach(other -> counts.merge(other.anywhere(), 1, Integer::sum));
    var left = new ArrayList<Snapshot.Question>();
    for (var question : all) {
      if (counts.merge(question.anywhere(), -1, Integer::sum) < 0) {
        left.add(question);
      }
    }
    return left;
  }

  private static List<Move> moved(Snapshot before, Snapshot after) {
    var fields = new TreeSet<>(before.totals().keySet());
    fields.addAll(after.totals().keySet());
    return fields.stream()
        .map(field -> new Move(field, before.totals().get(field), after.totals().get(field)))
        .filter(move -> !Amount.same(move.before(), move.after()))
        .toList();
  }
}
