package dev.rollup.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sees the blocks of an office's blank file as everybody downstream sees a form. */
public final class BoundSections {

  private BoundSections() {}

  /**
   * Returns a section for each block, an item for each of its rows, a field for each blank. A list
   * is one item that repeats.
   *
   * @param measures what is known of a measure by its name on the form
   */
  public static List<Section> of(Blank blank, Function<String, Measure> measures) {
    var sections = new ArrayList<Section>();
    for (var block : blank.blocks()) {
      var byItem = new LinkedHashMap<String, List<Binding>>();
      for (var binding : block.bindings()) {
        byItem.computeIfAbsent(binding.item(), item -> new ArrayList<>()).add(binding);
      }
      int rows = block instanceof Block.Rows list ? list.rows() : 1;
      boolean repeats = block instanceof Block.Rows;
      var items = new ArrayList<Item>();
      byItem.forEach((id, own) -> items.add(item(id, own, repeats, rows, blank, measures)));
      sections.add(new Section(block.id(), heading(block, blank), items));
    }
    return sections;
  }

  /** Returns the words before the blanks of the header that everybody downstream knows. */
  public static Map<HeaderField, String> labels(Blank blank) {
    var labels = new EnumMap<HeaderField, String>(HeaderField.class);
    for (var field : HeaderField.values()) {
      blank
          .header(field.name().toLowerCase(Locale.ROOT))
          .ifPresent(known -> labels.put(field, known.label()));
    }
    return labels;
  }

  private static Item item(
      String id,
      List<Binding> bindings,
      boolean repeats,
      int rows,
      Blank blank,
      Function<String, Measure> measures) {
    var literals = new ArrayList<String>();
    bindings.forEach(binding -> literals.add(String.join(" ", binding.column()) + "："));
    literals.add("");
    List<String> row = bindings.get(0).row();
    List<Field> fields = bindings.stream().map(binding -> field(binding, measures)).toList();
    String text = row.isEmpty() ? blank.title() : String.join(" ", row);
    return new Item(id, text, repeats, rows, fields, literals);
  }

  private static Field field(Binding binding, Function<String, Measure> measures) {
    Measure measure =
        binding.type().number() ? binding.measure().map(measures).orElse(Measure.NONE) : null;
    return new Field(
        binding.id(),
        binding.type(),
        measure,
        binding.label(),
        measure == null ? 0 : measure.max(),
        binding.scale(),
        binding.signed(),
        binding.choices(),
        binding.adds(),
        binding.time());
  }

  private static String heading(Block block, Blank blank) {
    return Optional.of(block.bindings())
        .filter(all -> !all.isEmpty())
        .map(all -> all.get(0).section())
        .filter(path -> !path.isEmpty())
        .map(path -> String.join(" ", path))
        .orElse(blank.title());
  }
}
