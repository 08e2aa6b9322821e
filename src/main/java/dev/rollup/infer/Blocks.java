package dev.rollup.infer;

import dev.rollup.model.Place;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the blanks that were found into blocks, and gives each its id. */
final class Blocks {

  private final List<Block> blocks = new ArrayList<>();
  private final Map<FoundBlank, String> ids = new LinkedHashMap<>();

  /** Puts blanks into blocks in reading order. */
  Blocks(List<FoundBlank> all) {
    int from = 0;
    while (from < all.size()) {
      int to = from;
      while (to < all.size() && sameBlock(all.get(from), all.get(to))) {
        to++;
      }
      blocks.add(block(String.valueOf(blocks.size() + 1), all.subList(from, to), ids));
      from = to;
    }
  }

  /** Returns the blanks in reading order, with their ids. */
  Map<FoundBlank, String> ids() {
    return Collections.unmodifiableMap(ids);
  }

  /**
   * Returns the blocks as they are once it is known what follows from what.
   *
   * @param ratios the ids of rates whose parts are known
   */
  List<Block> decided(Set<String> ratios) {
    return blocks.stream().map(block -> decided(block, ratios)).toList();
  }

  private static boolean sameBlock(FoundBlank a, FoundBlank b) {
    return a.kind() == b.kind()
        && a.at().kind() == b.at().kind()
        && a.at().on().equals(b.at().on())
        && (a.kind() != FoundBlank.Kind.LIST
            || a.rows() == b.rows() && a.at().cell().row() == b.at().cell().row());
  }

  private static Block block(String id, List<FoundBlank> all, Map<FoundBlank, String> ids) {
    var bindings = new ArrayList<Binding>();
    var rows = new LinkedHashMap<String, int[]>();
    for (var each : all) {
      Place at = each.at();
      String key =
          at.kind()
              + at.on()
              + at.cell().row()
              + (at.blank() > 0 ? "," + at.cell().column() + "," + at.paragraph() : "");
      int[] counter = rows.computeIfAbsent(key, any -> new int[] {rows.size() + 1, 0});
      String own = id + "." + counter[0] + "." + ++counter[1];
      ids.put(each, own);
      Binding binding = binding(own, each);
      bindings.add(binding);
    }
    FoundBlank first = all.get(0);
    return switch (first.kind()) {
      case MATRIX -> new Block.Matrix(id, bindings);
      case LIST -> new Block.Rows(id, first.rows(), bindings);
      case CELLS -> new Block.Cells(id, bindings);
      case SENTENCES -> new Block.Sentences(id, bindings);
    };
  }

  /** Tells whether anything on the form says what a blank takes. */
  private static boolean isSure(FoundBlank each) {
    return each.type().isPresent()
        || Lexicon.typeByWords(each.name()).isPresent()
        || Meaning.isCounted(each);
  }

  private static Binding binding(String id, FoundBlank each) {
    FieldType type = Meaning.type(each);
    Optional<String> measure =
        type.number() || each.measure().isPresent() ? each.measure() : Optional.empty();
    return new Binding(
        id,
        each.at(),
        each.section(),
        each.row(),
        each.column(),
        each.rowCode(),
        each.columnCode(),
        type,
        type == FieldType.PERCENT && measure.isEmpty() ? Optional.of("%") : measure,
        Meaning.decimals(each),
        type == FieldType.COUNT && Meaning.isDifference(each),
        each.choices(),
        Meaning.adds(each),
        Meaning.time(each),
        each.formula().isPresent(),
        isSure(each));
  }

  /**
   * A rate whose parts are known is computed from their sums. What is counted in whatever measure a
   * unit writes beside it is not added.
   */
  private static Block decided(Block block, Set<String> ratios) {
    Set<String> measured =
        block.bindings().stream()
            .filter(each -> isMeasureOfOthers(each, block))
            .map(Binding::item)
            .collect(Collectors.toSet());
    List<Binding> bindings =
        block.bindings().stream()
            .map(each -> ratios.contains(each.id()) ? each.with(Adds.RATIO) : each)
            .map(
                each ->
                    each.adds() == Adds.SUM
                            && each.measure().isEmpty()
                            && each.type() != FieldType.MONEY
                            && measured.contains(each.item())
                        ? each.with(Adds.NO)
                        : each)
            .toList();
    return block.with(block.id(), bindings);
  }

  /** Tells whether a blank takes the measure of numbers beside it: 单位 may also head names. */
  private static boolean isMeasureOfOthers(Binding each, Block block) {
    String head = each.column().isEmpty() ? "" : each.column().get(each.column().size() - 1);
    if (each.type().number() || !Lexicon.isMeasureHead(head)) {
      return false;
    }
    int next = block.bindings().indexOf(each) + 1;
    boolean counted =
        next < block.bindings().size()
            && block.bindings().get(next).item().equals(each.item())
            && block.bindings().get(next).type().number();
    boolean first = next == 1 || !block.bindings().get(next - 2).item().equals(each.item());
    return !Folding.label(head).equals("单位") || counted && !first;
  }
}
