package dev.rollup.report;

import dev.rollup.merge.ListedRow;
import dev.rollup.submission.Entry;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the district writes into a copy of the office's own blank: its totals, by place, and the
 * rows of its lists.
 *
 * @param header what stands in the header's blanks; absent parts stay empty
 * @param totals the total of each blank that has one
 * @param lists by block the rows that its list needs, each by binding; fewer values than bindings
 *     where a row leaves something out
 */
public record BoundTotals(
    Map<HeaderBlank, Object> header,
    Map<Binding, BigDecimal> totals,
    Map<Block.Rows, List<Map<Binding, Object>>> lists) {

  /** Returns what is written into the blank of a template. */
  public static BoundTotals of(Template template, DistrictForm form) {
    Blank blank = template.blank().orElseThrow();
    var head = new LinkedHashMap<HeaderBlank, Object>();
    for (var field : HeaderField.values()) {
      blank
          .header(field.name().toLowerCase(Locale.ROOT))
          .filter(each -> !Objects.toString(form.header().get(field), "").isBlank())
          .ifPresent(each -> head.put(each, form.header().get(field)));
    }
    var totals = new LinkedHashMap<Binding, BigDecimal>();
    var lists = new LinkedHashMap<Block.Rows, List<Map<Binding, Object>>>();
    for (var block : blank.blocks()) {
      if (block instanceof Block.Rows list) {
        lists.put(list, rows(list, template, form));
        continue;
      }
      for (var binding : block.bindings()) {
        BigDecimal total = form.tally(binding.id()).total();
        if (total != null) {
          totals.put(binding, total);
        }
      }
    }
    return new BoundTotals(head, totals, lists);
  }

  private static List<Map<Binding, Object>> rows(
      Block.Rows list, Template template, DistrictForm form) {
    var rows = new ArrayList<Map<Binding, Object>>();
    for (var section : template.sections()) {
      if (section.id().equals(list.id())) {
        for (var item : section.items()) {
          form.rows(item).forEach(row -> rows.add(row(list, row)));
        }
      }
    }
    return rows;
  }

  private static Map<Binding, Object> row(Block.Rows list, ListedRow listed) {
    var row = new LinkedHashMap<Binding, Object>();
    for (var binding : list.bindings()) {
      Entry entry = DistrictForm.entry(listed, binding.id());
      if (entry != null && entry.value() != null) {
        row.put(binding, entry.number() != null ? entry.number() : entry.text());
      }
    }
    return row;
  }
}
