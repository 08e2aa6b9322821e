package dev.rollup.match.find;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.template.HeaderField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels of a form's head that stand side by side like the heads of columns, and what stands in the
 * row below each: 单位 | 联系人 | 电话 | 日期 above 城桥镇 | 张三 | … A label that stands alone in its row is
 * one, too, where nothing but its answer stands in the row below.
 */
public final class ColumnHeads {

  private final Grid grid;
  private final FormWords words;
  private final Map<HeaderField, Grid.Placed> answers = new EnumMap<>(HeaderField.class);
  private final List<Position> labels = new ArrayList<>();

  /** A row of a sheet or of a table in a text. */
  private record Row(Object table, int number, List<Grid.Placed> cells) {

    private boolean isAbove(Row other) {
      return table.equals(other.table) && number + 1 == other.number;
    }
  }

  private ColumnHeads(Grid grid, FormWords words) {
    this.grid = grid;
    this.words = words;
  }

  /** Looks for them in the head of a form, given in reading order. */
  public static ColumnHeads find(List<Grid.Placed> head, Grid grid, FormWords words) {
    var heads = new ColumnHeads(grid, words);
    List<Row> rows = heads.rows(head);
    for (int i = 0; i + 1 < rows.size(); i++) {
      if (rows.get(i).isAbove(rows.get(i + 1))) {
        heads.pair(rows.get(i), rows.get(i + 1));
      }
    }
    return heads;
  }

  /** Returns what stands below labels; {@link Cell#EMPTY} where nothing does. */
  public Map<HeaderField, Grid.Placed> answers() {
    return answers;
  }

  /** Tells whether the label at a place is the head of a column. */
  public boolean isHead(Position at) {
    return labels.contains(at);
  }

  private List<Row> rows(List<Grid.Placed> head) {
    var rows = new ArrayList<Row>();
    for (var placed : head) {
      TablePlace place = grid.running() ? TablePlace.of(placed, grid) : null;
      Object table = place == null ? grid : place.table();
      int number = place == null ? placed.at().row() : place.row();
      Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last == null || !last.table().equals(table) || last.number() != number) {
        last = new Row(table, number, new ArrayList<>());
        rows.add(last);
      }
      last.cells().add(placed);
    }
    return rows;
  }

  private void pair(Row heads, Row below) {
    boolean labelled = heads.cells().stream().allMatch(head -> field(head) != null);
    boolean answered =
        below.cells().stream()
            .allMatch(cell -> field(cell) == null && isAnswer(words.fold(cell.cell())));
    boolean alone = heads.cells().size() == 1 && below.cells().size() > 1;
    boolean aligned =
        below.cells().stream()
            .allMatch(cell -> heads.cells().stream().anyMatch(head -> sameColumn(head, cell)));
    if (!labelled || !answered || alone || !aligned) {
      return;
    }
    for (var head : heads.cells()) {
      labels.add(head.at());
      Position empty =
          grid.running() ? head.at() : new Position(head.at().row() + 1, head.at().column());
      Grid.Placed answer =
          below.cells().stream()
              .filter(cell -> sameColumn(head, cell))
              .findFirst()
              .orElse(new Grid.Placed(empty, Cell.EMPTY));
      HeaderField field = field(head);
      if (field != null) {
        answers.putIfAbsent(field, answer);
      }
    }
  }

  private @Nullable HeaderField field(Grid.Placed placed) {
    return words.labelled(words.fold(placed.cell()));
  }

  /** Words of the form, and lines that begin with a label, answer nothing. */
  private boolean isAnswer(String folded) {
    return !words.contains(folded)
        && !words.isSentence(folded)
        && words.leadingLabel(HeaderField.UNIT, folded) == null;
  }

  private boolean sameColumn(Grid.Placed a, Grid.Placed b) {
    return grid.running()
        ? TablePlace.of(a, grid).cell() == TablePlace.of(b, grid).cell()
        : a.at().column() == b.at().column();
  }

  /**
   * A cell of a table in a text.
   *
   * @param table what tells its table from others
   * @param row its row
   * @param cell its number in its row
   */
  private record TablePlace(Object table, int row, int cell) {

    /** A paragraph outside tables is a table of its own. */
    static TablePlace of(Grid.Placed placed, Grid grid) {
      List<TextPlace.Step> steps =
          grid.textPlace(placed.at()).map(TextPlace::inside).orElse(List.of());
      if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof TextPlace.TableCell cell) {
        var around = new ArrayList<Object>(steps.subList(0, steps.size() - 1));
        around.add(cell.table());
        return new TablePlace(around, cell.row(), cell.cell());
      }
      return new TablePlace(grid.place(placed.at()), 0, 0);
    }
  }
}
