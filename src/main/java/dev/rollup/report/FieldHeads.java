package dev.rollup.report;

import dev.rollup.template.Field;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The counted fields of a part of a form as the heads of a table's columns.
 *
 * @param fields the fields, in order
 * @param words by field its words, outermost first; as many for each as the table has levels of
 *     heads, where a field has fewer its last one stands again
 */
public record FieldHeads(List<Field> fields, List<List<String>> words) {

  /** Copies the lists. */
  public FieldHeads {
    fields = List.copyOf(fields);
    words = List.copyOf(words);
  }

  /**
   * Returns the heads for some sections of a form: of an office's own form all words about each
   * blank, of a drawn one the heading and the field's name.
   *
   * @param heading what a section is called
   * @param name what a field is called below it
   */
  public static FieldHeads of(
      Template template,
      List<Section> sections,
      Function<Section, String> heading,
      Function<Field, String> name) {
    Map<String, List<String>> paths = new HashMap<>();
    template
        .blank()
        .ifPresent(
            blank ->
                blank
                    .bindings()
                    .forEach(
                        each -> {
                          var path = new ArrayList<>(each.section());
                          path.addAll(each.row());
                          path.addAll(each.column());
                          paths.put(each.id(), path.isEmpty() ? List.of(each.id()) : path);
                        }));
    var fields = new ArrayList<Field>();
    var words = new ArrayList<List<String>>();
    for (var section : sections) {
      for (var item : section.items()) {
        for (var field : item.fields()) {
          if (field.counts()) {
            fields.add(field);
            words.add(
                paths.getOrDefault(field.id(), List.of(heading.apply(section), name.apply(field))));
          }
        }
      }
    }
    int levels = words.stream().mapToInt(List::size).max().orElse(1);
    return new FieldHeads(fields, words.stream().map(path -> filled(path, levels)).toList());
  }

  private static List<String> filled(List<String> path, int levels) {
    var all = new ArrayList<>(path);
    while (all.size() < levels) {
      all.add(path.get(path.size() - 1));
    }
    return List.copyOf(all);
  }

  /** Returns how many levels of heads there are. */
  public int levels() {
    return words.isEmpty() ? 1 : words.get(0).size();
  }

  /** Returns how many fields stand under each outermost head, in order. */
  public List<Integer> groups() {
    var groups = new ArrayList<Integer>();
    for (int i = 0; i < words.size(); i++) {
      boolean same = i > 0 && words.get(i).get(0).equals(words.get(i - 1).get(0));
      if (same && levels() > 1) {
        groups.set(groups.size() - 1, groups.get(groups.size() - 1) + 1);
      } else {
        groups.add(1);
      }
    }
    return groups;
  }

  /** Tells whether a head stands over a field and the one after it. */
  public boolean goesOn(int level, int field) {
    return field + 1 < words.size()
        && words
            .get(field)
            .subList(0, level + 1)
            .equals(words.get(field + 1).subList(0, level + 1));
  }

  /** Tells whether from a level on nothing but the same word stands over a field. */
  public boolean endsAt(int level, int field) {
    List<String> path = words.get(field);
    return path.subList(level, path.size()).stream().allMatch(path.get(level)::equals)
        && !goesOn(level, field)
        && (field == 0 || !goesOn(level, field - 1));
  }
}
