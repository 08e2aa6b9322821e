package dev.rollup.infer;

import dev.rollup.template.Blank;
import dev.rollup.template.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The relations of two editions of a form, in the ids of the new one, by their wholes. */
final class EditionRelations {

  /** What stands for a blank that is not there any more. */
  private static final String GONE = "";

  private final Map<String, List<Relation>> before;
  private final Map<String, List<Relation>> beforeForm;
  private final Map<String, List<Relation>> after;
  private final Map<String, List<Relation>> afterForm;

  /**
   * The relations of the old and the new edition, each as it was said and as the form has it; see
   * {@link #renamed}.
   */
  EditionRelations(
      Map<String, List<Relation>> before,
      Map<String, List<Relation>> beforeForm,
      Map<String, List<Relation>> after,
      Map<String, List<Relation>> afterForm) {
    this.before = before;
    this.beforeForm = beforeForm;
    this.after = after;
    this.afterForm = afterForm;
  }

  /** Returns the relations of a form under other ids; those of wholes that have none are left. */
  static Map<String, List<Relation>> renamed(Blank blank, Map<String, String> ids) {
    var all = new LinkedHashMap<String, List<Relation>>();
    for (var each : blank.relations()) {
      String whole = ids.get(each.whole());
      if (whole != null) {
        List<String> parts = each.parts().stream().map(id -> ids.getOrDefault(id, GONE)).toList();
        all.computeIfAbsent(whole, id -> new ArrayList<>())
            .add(
                new Relation(each.kind(), whole, parts, each.minus(), each.scale(), each.source()));
      }
    }
    return all;
  }

  /** Tells whether a blank of both editions is made of other blanks now, or bounds others. */
  boolean differ(String id) {
    return !says(before, id).equals(says(chosen(id), id));
  }

  /** Returns the relations of the new edition, a person's where the forms say the same. */
  List<Relation> merged() {
    var wholes = new LinkedHashMap<>(after);
    before.forEach(wholes::putIfAbsent);
    var all = new ArrayList<Relation>();
    wholes.keySet().forEach(id -> all.addAll(chosen(id).getOrDefault(id, List.of())));
    return all;
  }

  private Map<String, List<Relation>> chosen(String id) {
    boolean said = !says(after, id).equals(says(afterForm, id));
    boolean unchanged = says(beforeForm, id).equals(says(afterForm, id));
    boolean complete =
        before.getOrDefault(id, List.of()).stream().noneMatch(each -> each.parts().contains(GONE));
    return said || !unchanged || !complete ? after : before;
  }

  private static Set<String> says(Map<String, List<Relation>> all, String id) {
    var says = new HashSet<String>();
    for (var each : all.getOrDefault(id, List.of())) {
      says.add(each.kind() + " " + each.parts() + " " + each.minus() + " " + each.scale());
    }
    return says;
  }
}
