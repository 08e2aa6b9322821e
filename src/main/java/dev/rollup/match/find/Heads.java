package dev.rollup.match.find;

import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.HeaderField;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the heads of forms begin: at the form's title, or at the line that asks for the unit. Told
 * the cells of a sheet or text in reading order.
 */
public final class Heads {

  private final FormWords words;
  private final List<Position> begins = new ArrayList<>();
  private final List<Position> labels = new ArrayList<>();
  private boolean below;

  Heads(FormWords words) {
    this.words = words;
  }

  /** The heads among some cells. */
  public static Heads in(List<Grid.Placed> cells, FormWords words) {
    var heads = new Heads(words);
    cells.forEach(placed -> heads.add(placed.at(), words.fold(placed.cell())));
    return heads;
  }

  /** Adds the folded words of the next cell. */
  void add(Position at, String folded) {
    boolean title = words.isTitle(folded);
    boolean label = words.leadingLabel(HeaderField.UNIT, folded) != null;
    if (title || label && !below) {
      begins.add(at);
    }
    if (label) {
      labels.add(at);
    }
    // The title and the line below it are one head, whatever stands between them.
    below = title || below && !label;
  }

  /** Returns the rows in which heads begin, ascending, each once. */
  public List<Integer> rows() {
    return begins.stream().map(Position::row).distinct().toList();
  }

  /** Returns the columns in which units are asked for in the first such row, ascending. */
  public List<Integer> columns() {
    return labels.stream()
        .filter(at -> at.row() == labels.get(0).row())
        .map(Position::column)
        .toList();
  }
}
