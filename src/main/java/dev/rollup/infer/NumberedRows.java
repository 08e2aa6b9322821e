package dev.rollup.infer;

import dev.rollup.template.FieldType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a numbered row counts, the rows below it count that say nothing themselves. */
final class NumberedRows {

  /** By column, the numbered rows that say what they count, by the level of their number. */
  private final Map<String, TreeMap<Integer, FoundBlank>> byColumn = new HashMap<>();

  /** What a numbered row counts, the rows below it count that say nothing themselves. */
  FoundBlank inherited(FoundBlank each) {
    boolean row =
        (each.kind() == FoundBlank.Kind.MATRIX || each.kind() == FoundBlank.Kind.CELLS)
            && each.corner() != null
            && !each.row().isEmpty();
    if (!row) {
      return each;
    }
    String label = each.row().get(each.row().size() - 1);
    int level = Lexicon.level(label);
    boolean told =
        each.measure().isPresent()
            || each.type().isPresent()
            || Lexicon.typeByWords(label).isPresent()
            || each.column().stream().anyMatch(word -> Lexicon.typeByWords(word).isPresent());
    String column = each.at().on() + each.cell().column() + each.column();
    TreeMap<Integer, FoundBlank> outer = byColumn.computeIfAbsent(column, any -> new TreeMap<>());
    if (told) {
      if (level > 0) {
        outer.tailMap(level, true).clear();
        outer.put(level, each);
      }
      return each;
    }
    var above = level == 0 ? outer.lastEntry() : outer.lowerEntry(level);
    if (above == null || Total.of(label) != Total.NONE) {
      return each;
    }
    FieldType type = Meaning.type(above.getValue());
    if (!type.number() || type == FieldType.PERCENT) {
      return each;
    }
    FoundBlank same = each.of(type);
    return above.getValue().measure().map(same::in).orElse(same);
  }
}
