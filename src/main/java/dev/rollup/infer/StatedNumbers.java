package dev.rollup.infer;

import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What relations in words say of the blanks that they name: all of them are numbers, and what is
 * added or subtracted is so in one measure.
 */
final class StatedNumbers {

  private final Map<String, List<FoundBlank>> byName = new HashMap<>();

  private StatedNumbers(List<FoundBlank> all) {
    for (var each : all) {
      names(each).forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>()).add(each));
    }
  }

  /**
   * Returns the same blanks, with what is known of them by relations.
   *
   * @param texts the texts of the form that may state some
   */
  static List<FoundBlank> completed(List<FoundBlank> all, List<NotedRelations.Stated> texts) {
    var known = new StatedNumbers(all);
    var completed = new HashMap<FoundBlank, FoundBlank>();
    texts.stream()
        .flatMap(text -> WordedRelations.in(text.text()).stream())
        .filter(worded -> worded.sort() == NotedRelations.Sort.SUM)
        .forEach(worded -> completed.putAll(known.completed(worded)));
    return all.stream().map(each -> completed.getOrDefault(each, each)).toList();
  }

  private Map<FoundBlank, FoundBlank> completed(WordedRelations.Worded worded) {
    Set<String> names = new LinkedHashSet<>(worded.parts());
    names.add(worded.whole());
    if (!byName.keySet().containsAll(names)) {
      return Map.of();
    }
    List<FoundBlank> members =
        names.stream().flatMap(name -> byName.getOrDefault(name, List.of()).stream()).toList();
    Set<String> measures =
        members.stream().flatMap(each -> each.measure().stream()).collect(Collectors.toSet());
    boolean money = members.stream().anyMatch(each -> Meaning.type(each) == FieldType.MONEY);
    var completed = new HashMap<FoundBlank, FoundBlank>();
    for (var each : members) {
      boolean open = each.measure().isEmpty() && each.type().isEmpty();
      if (open && measures.size() == 1) {
        completed.put(each, each.in(measures.iterator().next()));
      } else if (open && measures.isEmpty() && isOpen(each)) {
        completed.put(each, each.of(money ? FieldType.MONEY : FieldType.COUNT));
      }
    }
    return completed;
  }

  private static boolean isOpen(FoundBlank each) {
    return names(each).stream().map(Lexicon::typeByWords).allMatch(Optional::isEmpty);
  }

  /** Returns the innermost words of its column and of its row, bare. */
  private static List<String> names(FoundBlank each) {
    var names = new ArrayList<String>();
    if (!each.column().isEmpty()) {
      names.add(WordedRelations.bare(each.column().get(each.column().size() - 1)));
    }
    if (!each.row().isEmpty()) {
      names.add(WordedRelations.bare(each.row().get(each.row().size() - 1)));
    }
    return names;
  }
}
