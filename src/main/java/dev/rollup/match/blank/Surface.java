package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.InlineBlanks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One sheet or table of the blank and what is bound on it.
 *
 * @param kind whether it is a sheet or a table
 * @param on its name
 * @param grid the blank's own
 * @param blocks the blocks that have something on it
 * @param header the header's blanks on it
 * @param printed its words
 * @param over where the heads over its blanks stand, by their ids
 * @param about what tells it from others: its words, its name, the text above it; folded
 */
record Surface(
    Place.Kind kind,
    String on,
    Grid grid,
    List<Block> blocks,
    List<HeaderBlank> header,
    Printed printed,
    Map<String, List<Position>> over,
    Set<String> about) {

  /** Returns what of a blank is on one of its sheets or tables. */
  static Surface of(Blank blank, Place.Kind kind, String on, Grid grid, Document document) {
    var blocks = new ArrayList<Block>();
    var inputs = new HashSet<Position>();
    var listed = new HashSet<Integer>();
    var heads = new HashSet<String>();
    var inline = new HashMap<Position, InlineBlanks>();
    for (var block : blank.blocks()) {
      List<Binding> own =
          block.bindings().stream().filter(each -> isOn(each.at(), kind, on)).toList();
      if (own.isEmpty()) {
        continue;
      }
      blocks.add(block);
      int rows = block instanceof Block.Rows list ? list.rows() : 1;
      for (var binding : own) {
        if (binding.at().blank() > 0) {
          continue;
        }
        for (int row = 0; row < rows; row++) {
          Position at = binding.at().cell();
          inputs.add(new Position(at.row() + row, at.column()));
          if (block instanceof Block.Rows) {
            listed.add(at.row() + row);
          }
        }
        Stream.of(
                binding.column().stream(),
                binding.columnCode().stream(),
                binding.measure().stream())
            .flatMap(words -> words)
            .map(LabelWords::of)
            .filter(folded -> !folded.isEmpty())
            .forEach(heads::add);
      }
      sentences(own).forEach((at, text) -> inline.put(at, text));
    }
    List<HeaderBlank> header =
        blank.header().stream().filter(each -> isOn(each.at(), kind, on)).toList();
    inlineHeads(header).forEach(inline::put);
    var tabled = Set.copyOf(inputs);
    header.stream().filter(each -> each.whole()).forEach(each -> inputs.add(each.at().cell()));
    var printed = new Printed(grid, inputs, tabled, inline, listed, heads);
    var about = new HashSet<>(printed.plain());
    about.addAll(Shown.around(document, grid));
    var over = new HashMap<String, List<Position>>();
    for (var block : blocks) {
      block.bindings().stream()
          .filter(each -> isOn(each.at(), kind, on) && each.at().blank() == 0)
          .forEach(each -> over.put(each.id(), printed.headsOver(each)));
    }
    return new Surface(kind, on, grid, blocks, header, printed, over, about);
  }

  /** Returns where the heads over a blank stand, from above. */
  List<Position> headsOver(Binding binding) {
    return over.getOrDefault(binding.id(), List.of());
  }

  /** Tells whether a place is on it. */
  boolean holds(Place at) {
    return isOn(at, kind, on);
  }

  private static boolean isOn(Place at, Place.Kind kind, String on) {
    return at.kind() == kind && at.on().equals(on);
  }

  /** Returns the sentences of cells, by cell; those of single paragraphs are looked for there. */
  private static Map<Position, InlineBlanks> sentences(List<Binding> bindings) {
    var texts = new LinkedHashMap<Position, InlineBlanks>();
    for (var binding : bindings) {
      if (binding.at().blank() > 0 && binding.at().paragraph() == 0 && !binding.row().isEmpty()) {
        String sentence = binding.row().get(binding.row().size() - 1);
        texts.putIfAbsent(binding.at().cell(), InlineBlanks.ofSentence(sentence));
      }
    }
    return texts;
  }

  private static Map<Position, InlineBlanks> inlineHeads(List<HeaderBlank> header) {
    var texts = new LinkedHashMap<Position, InlineBlanks>();
    header.stream()
        .filter(each -> !each.whole())
        .map(each -> each.at().cell())
        .distinct()
        .forEach(at -> texts.put(at, InlineBlanks.ofHeader(inCell(header, at))));
    return texts;
  }

  /** Returns the header's blanks in the text of a cell, in its order. */
  static List<HeaderBlank> inCell(List<HeaderBlank> header, Position at) {
    return header.stream().filter(each -> !each.whole() && each.at().cell().equals(at)).toList();
  }
}
