package dev.rollup.report;

import dev.rollup.merge.ListedRow;
import dev.rollup.model.Place;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is written into a copy of the office's own blank: by the district its totals and the rows of
 * its lists, for a unit what it said itself.
 *
 * @param header what stands in the header's blanks; absent parts stay empty
 * @param values the number or words of each blank that has any
 * @param lists by block the rows that its list needs, each by binding; fewer values than bindings
 *     where a row leaves something out
 */
public record BoundValues(
    Map<HeaderBlank, Value> header,
    Map<Binding, Value> values,
    Map<Block.Rows, List<Map<Binding, Value>>> lists) {

  /** Returns what is written into the blank of a template. */
  public static BoundValues of(Template template, DistrictForm form) {
    Blank blank = template.blank().orElseThrow();
    var head = new LinkedHashMap<HeaderBlank, Value>();
    for (var field : HeaderField.values()) {
      blank
          .header(field.name().toLowerCase(Locale.ROOT))
          .ifPresent(each -> head(head, each, form.header().get(field)));
    }
    var totals = new LinkedHashMap<Binding, Value>();
    var lists = new LinkedHashMap<Block.Rows, List<Map<Binding, Value>>>();
    for (var block : blank.blocks()) {
      if (block instanceof Block.Rows list) {
        lists.put(list, rows(list, template, form));
        continue;
      }
      for (var binding : block.bindings()) {
        BigDecimal total = form.tally(binding.id()).total();
        if (total != null) {
          totals.put(binding, new Value.Number(total));
        }
      }
    }
    return new BoundValues(head, totals, lists);
  }

  /** Returns what a unit said, to be sent back to it. */
  public static BoundValues of(Blank blank, String unit, Optional<Submission> submission) {
    var head = new LinkedHashMap<HeaderBlank, Value>();
    blank.header("unit").ifPresent(each -> head.put(each, new Value.Words(unit)));
    var said = new HashMap<String, TreeMap<Integer, Value>>();
    submission.stream()
        .flatMap(each -> each.entries().stream())
        .filter(entry -> entry.value() != null)
        .forEach(
            entry ->
                said.computeIfAbsent(entry.field().id(), id -> new TreeMap<>())
                    .put(entry.row(), entry.content()));
    var values = new LinkedHashMap<Binding, Value>();
    var lists = new LinkedHashMap<Block.Rows, List<Map<Binding, Value>>>();
    for (var block : blank.blocks()) {
      for (var binding : block.bindings()) {
        TreeMap<Integer, Value> own = said.getOrDefault(binding.id(), new TreeMap<>());
        if (block instanceof Block.Rows list) {
          List<Map<Binding, Value>> rows = lists.computeIfAbsent(list, any -> new ArrayList<>());
          own.forEach(
              (row, value) -> {
                while (rows.size() < row) {
                  rows.add(new LinkedHashMap<>());
                }
                rows.get(row - 1).put(binding, value);
              });
        } else if (own.containsKey(0) && !binding.formula()) {
          values.put(binding, own.get(0));
        }
      }
    }
    return new BoundValues(head, values, lists);
  }

  /** Returns the values of blanks that are more than a gap in a sentence. */
  public Map<Binding, Value> whole() {
    var whole = new LinkedHashMap<>(values);
    whole.keySet().removeIf(binding -> binding.at().blank() > 0);
    return whole;
  }

  /** Returns the values of the gaps in sentences, those of each sentence together. */
  public Collection<Map<Binding, Value>> sentences() {
    var sentences = new LinkedHashMap<Place, Map<Binding, Value>>();
    values.forEach(
        (binding, value) -> {
          if (binding.at().blank() > 0) {
            sentences
                .computeIfAbsent(binding.at().blank(0), at -> new LinkedHashMap<>())
                .put(binding, value);
          }
        });
    return sentences.values();
  }

  private static void head(Map<HeaderBlank, Value> head, HeaderBlank blank, @Nullable Value value) {
    if (value != null && !Objects.toString(value.plain(), "").isBlank()) {
      head.put(blank, value);
    }
  }

  private static List<Map<Binding, Value>> rows(
      Block.Rows list, Template template, DistrictForm form) {
    var rows = new ArrayList<Map<Binding, Value>>();
    for (var section : template.sections()) {
      if (section.id().equals(list.id())) {
        for (var item : section.items()) {
          form.rows(item).forEach(row -> rows.add(row(list, row)));
        }
      }
    }
    return rows;
  }

  private static Map<Binding, Value> row(Block.Rows list, ListedRow listed) {
    var row = new LinkedHashMap<Binding, Value>();
    for (var binding : list.bindings()) {
      Entry entry = DistrictForm.entry(listed, binding.id());
      if (entry != null && entry.value() != null) {
        row.put(binding, entry.content());
      }
    }
    return row;
  }
}
