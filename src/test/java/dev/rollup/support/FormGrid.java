package dev.rollup.support;

import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.util.List;
import java.util.Map;

/** A form as the core sees it, without any file: the blank's words and what was filled in. */
public final class FormGrid {

  private FormGrid() {}

  /** Returns a document that holds one form, with a name on every input. */
  public static Document of(Template template, Map<String, Cell> values) {
    Layout layout = Layout.of(template);
    var grid = Grid.builder("表");
    for (var slot : layout.slots()) {
      Cell cell =
          slot.name() == null
              ? new Cell.Text(slot.text())
              : values.getOrDefault(slot.name(), Cell.EMPTY);
      grid.put(slot.at().row(), slot.at().column(), cell);
      if (slot.name() != null) {
        grid.name(slot.name(), slot.at());
      }
    }
    return new Document(List.of(grid.build()), Map.of());
  }
}
