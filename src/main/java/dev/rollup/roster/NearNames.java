package dev.rollup.roster;

import dev.rollup.text.Folding;
import dev.rollup.text.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which names of a list are near each other: written the same but for punctuation and width, or
 * sharing most of their pairs of characters. Whether they mean the same only a person can tell.
 */
public final class NearNames {

  /**
   * How alike names are that are worth a look. 安全生产宣讲 and 安全生产月宣讲 are (0.73), 安全文艺汇演 and 安全知识讲座 are
   * not (0.2).
   */
  private static final double NEAR = 0.7;

  private static final double ROUNDING = 1e-9;

  private NearNames() {}

  /**
   * The names that are near one.
   *
   * @param first the places of the first of them, counted from 0, ascending
   * @param count how many there are
   */
  public record Near(List<Integer> first, int count) {

    /** Copies the places. */
    public Near {
      first = List.copyOf(first);
    }
  }

  /**
   * Returns for each name the others that are near it.
   *
   * @param names in the order of the list; an empty one is near none
   * @param most how many places are asked for: in a long list that uses one name over and over, all
   *     of them would be as many as the list is long, for each
   */
  public static List<Near> of(List<String> names, int most) {
    List<String> folded = names.stream().map(Folding::label).toList();
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < folded.size(); i++) {
      if (!folded.get(i).isEmpty()) {
        places.computeIfAbsent(folded.get(i), name -> new ArrayList<>()).add(i);
      }
    }
    Map<String, List<String>> near = near(places.keySet().stream().toList());
    Map<String, Near> together = new HashMap<>();
    places.forEach(
        (name, own) -> {
          var all = new TreeSet<Integer>();
          int count = own.size();
          own.stream().limit(most + 1L).forEach(all::add);
          for (var other : near.getOrDefault(name, List.of())) {
            List<Integer> others = places.getOrDefault(other, List.of());
            others.stream().limit(most + 1L).forEach(all::add);
            count += others.size();
          }
          together.put(name, new Near(all.stream().limit(most + 1L).toList(), count));
        });
    var result = new ArrayList<Near>();
    for (int i = 0; i < folded.size(); i++) {
      int self = i;
      Near all = together.getOrDefault(folded.get(i), new Near(List.of(), 1));
      result.add(
          new Near(
              all.first().stream().filter(place -> place != self).limit(most).toList(),
              all.count() - 1));
    }
    return result;
  }

  /**
   * Compares different names. Two that are alike share one of the rarest pairs of each, so that a
   * long list need not be compared with itself.
   */
  private static Map<String, List<String>> near(List<String> names) {
    Map<String, Integer> frequency = new HashMap<>();
    names.forEach(name -> pairs(name).forEach(pair -> frequency.merge(pair, 1, Integer::sum)));
    Comparator<String> rarest =
        Comparator.<String>comparingInt(frequency::get).thenComparing(Comparator.naturalOrder());
    Map<String, List<String>> byPair = new HashMap<>();
    Map<String, List<String>> near = new HashMap<>();
    for (var name : names) {
      List<String> pairs = pairs(name).stream().sorted(rarest).toList();
      // Two names share at least this part of the pairs of either, or they are not near.
      int shared = (int) Math.ceil(NEAR / (2 - NEAR) * pairs.size() - ROUNDING);
      var candidates = new TreeSet<String>();
      for (var pair : pairs.subList(0, Math.min(pairs.size(), pairs.size() - shared + 1))) {
        List<String> others = byPair.computeIfAbsent(pair, p -> new ArrayList<>());
        candidates.addAll(others);
        others.add(name);
      }
      for (var other : candidates) {
        if (!other.equals(name) && Similarity.of(name, other) >= NEAR) {
          near.computeIfAbsent(name, n -> new ArrayList<>()).add(other);
          near.computeIfAbsent(other, n -> new ArrayList<>()).add(name);
        }
      }
    }
    return near;
  }

  private static List<String> pairs(String name) {
    var pairs = new ArrayList<String>();
    for (int i = 0; i + 1 < name.length(); i++) {
      pairs.add(name.substring(i, i + 2));
    }
    return pairs;
  }
}
