package dev.rollup.match.find;

import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.template.HeaderField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
  private record Row(String table, int number, List<Grid.Placed> cells) {

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
      String table = grid.running() ? TablePlace.of(placed, grid).table() : "";
      int number = grid.running() ? TablePlace.of(placed, grid).row() : placed.at().row();
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

  /** The place of a paragraph in a table of a text: {@code t1.r2.c3.p1}. */
  private record TablePlace(String table, int row, int cell) {

    private static final Pattern PLACE = Pattern.compile("(.*)\\.r(\\d+)\\.c(\\d+)\\.p\\d+");

    /** A paragraph outside tables is a table of its own. */
    static TablePlace of(Grid.Placed placed, Grid grid) {
      String place = grid.place(placed.at());
      var parts = PLACE.matcher(place);
      return parts.matches()
          ? new TablePlace(
              parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))
          : new TablePlace(place, 0, 0);
    }
  }
}
