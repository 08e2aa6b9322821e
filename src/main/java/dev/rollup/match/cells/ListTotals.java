package dev.rollup.match.cells;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.find.Filled;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.FieldType;
import dev.rollup.template.Item;
import dev.rollup.text.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the rows of a list that add up its other rows or take one of them apart: what they say is
 * told already, and is not added once more.
 */
public final class ListTotals {

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:以上|上述|全部|所有|各项|各类|本项|活动|特色活动|筛选后|总|数量)*"
              + "(?:合计|总计|共计|小计|累计|汇总|总数|总和|总共|合计数|共)"
              + "(?:数|情况|\\d*|\\d+[项场次个]+)*");

  private final Item item;
  private final boolean ofUnit;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** The rows since the last total. */
  private final List<List<Entry>> summed = new ArrayList<>();

  /** The rows of the last total, which may be told twice. */
  private List<List<Entry>> told = List.of();

  /** All rows: a total may stand below totals of parts. */
  private final List<List<Entry>> all = new ArrayList<>();

  private ListTotals(Item item, boolean ofUnit) {
    this.item = item;
    this.ofUnit = ofUnit;
  }

  /**
   * Returns what was read of a unit, or of a roll-up that nothing is known about, without such
   * rows.
   *
   * @param ofUnit whether it is the return of a unit: the rows of a roll-up come from many, and may
   *     be equal to sums by chance
   */
  public static Filled without(Filled filled, List<Item> items, boolean ofUnit) {
    return without(filled, items, ofUnit, (item, row) -> false);
  }

  /**
   * Returns what was read of a roll-up, without such rows.
   *
   * @param known tells whether a row of an item is certain, whatever its name says
   */
  public static Filled without(
      Filled filled, List<Item> items, BiPredicate<Item, List<Entry>> known) {
    return without(filled, items, false, known);
  }

  private static Filled without(
      Filled filled, List<Item> items, boolean ofUnit, BiPredicate<Item, List<Entry>> known) {
    var entries = new ArrayList<Entry>();
    var findings = new ArrayList<>(filled.findings());
    Map<String, List<List<Entry>>> byItem = filled.rows(items);
    for (var item : items) {
      List<List<Entry>> rows = byItem.getOrDefault(item.id(), List.of());
      if (item.repeats()) {
        var totals = new ListTotals(item, ofUnit);
        totals.read(rows, row -> known.test(item, row));
        entries.addAll(totals.entries);
        findings.addAll(totals.findings);
      } else {
        rows.forEach(entries::addAll);
      }
    }
    return new Filled(entries, findings, filled.claims());
  }

  private void read(List<List<Entry>> rows, Predicate<List<Entry>> known) {
    for (int i = 0; i < rows.size(); i++) {
      List<Entry> row = rows.get(i);
      String name = name(row);
      boolean last = i == rows.size() - 1;
      if (known.test(row)) {
        keep(row);
      } else if (isTotal(Folding.label(name))) {
        leave(row, addsUp(row, summed) || addsUp(row, told) || addsUp(row, all));
        if (!summed.isEmpty()) {
          told = List.copyOf(summed);
          summed.clear();
        }
      } else if (isPart(name)) {
        leave(row, !summed.isEmpty() && isWithin(row, summed.get(summed.size() - 1)));
      } else if (ofUnit && last && summed.size() > 1 && addsUp(row, summed)) {
        leave(row, name.isEmpty());
      } else {
        keep(row);
      }
    }
  }

  private void keep(List<Entry> row) {
    entries.addAll(row);
    summed.add(row);
    all.add(row);
  }

  /** Tells whether folded words call a number, a row or a column the sum of others. */
  public static boolean isTotal(String folded) {
    return TOTAL.matcher(folded).matches();
  }

  private static boolean isPart(String name) {
    return name.startsWith("其中") || name.startsWith("含");
  }

  /**
   * Leaves a row out.
   *
   * @param certain whether its numbers are told by others; else nobody knows what they are
   */
  private void leave(List<Entry> row, boolean certain) {
    if (!certain) {
      row.forEach(entry -> entries.add(entry.unread(FindingCode.FIELD_AMBIGUOUS)));
      return;
    }
    Entry first = row.stream().filter(e -> e.raw() != null).findFirst().orElse(row.get(0));
    String shown = name(row).isEmpty() ? counts(row) : name(row);
    findings.add(
        Finding.ofCell(FindingCode.TOTAL_ROW, first.at(), shown).with(Argument.WORDS, shown));
  }

  private static String name(List<Entry> row) {
    return row.stream()
        .filter(entry -> entry.text() != null)
        .map(Entry::text)
        .findFirst()
        .orElse("")
        .strip();
  }

  private static String counts(List<Entry> row) {
    return String.join(
        " ", row.stream().filter(e -> e.number() != null).map(Entry::value).toList());
  }

  private boolean addsUp(List<Entry> row, List<List<Entry>> parts) {
    boolean said = false;
    for (int i = 0; i < item.fields().size(); i++) {
      BigDecimal own = row.get(i).number();
      if (item.fields().get(i).type() != FieldType.COUNT || own == null) {
        continue;
      }
      int field = i;
      BigDecimal sum =
          parts.stream()
              .map(each -> each.get(field).number())
              .filter(Objects::nonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.signum() == 0 || own.compareTo(sum) != 0) {
        return false;
      }
      said = true;
    }
    return said && row.stream().noneMatch(entry -> entry.state() == State.EXCLUDED);
  }

  private static boolean isWithin(List<Entry> part, List<Entry> whole) {
    for (int i = 0; i < part.size(); i++) {
      BigDecimal number = part.get(i).number();
      BigDecimal all = whole.get(i).number();
      if (part.get(i).state() == State.EXCLUDED
          || number != null && (all == null || number.compareTo(all) > 0)) {
        return false;
      }
    }
    return true;
  }
}
