package dev.rollup.match.blank;

import dev.rollup.finding.FindingCode;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Binding;
import dev.rollup.template.Block;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the rows that units filled in below the heads of one list, however many they are. */
final class ListRows {

  private final Block.Rows list;

  /** The columns of the list, in order. */
  private final List<Binding> columns;

  private final Surface surface;
  private final Overlay overlay;
  private final Grid grid;
  private final FormEntries entries;
  private final CellAnswers answers;
  private final Rewordings rewordings;

  ListRows(
      Block.Rows list,
      List<Binding> columns,
      Surface surface,
      Overlay overlay,
      FormEntries entries,
      CellAnswers answers,
      Rewordings rewordings) {
    this.list = list;
    this.columns = columns;
    this.surface = surface;
    this.overlay = overlay;
    this.grid = overlay.grid();
    this.entries = entries;
    this.answers = answers;
    this.rewordings = rewordings;
  }

  void read() {
    int first = columns.get(0).at().cell().row();
    Optional<Integer> head = overlay.row(first - 1);
    boolean fits =
        head.isPresent()
            && overlay.isFoundByWords(first - 1)
            && columns.stream()
                .allMatch(each -> overlay.column(each.at().cell().column()).isPresent());
    if (!fits) {
      columns.forEach(each -> entries.missing(each, overlay, FindingCode.FIELD_MISSING));
    } else if (overlay.mayBeOther(first - 1)) {
      columns.forEach(each -> entries.missing(each, overlay, FindingCode.FIELD_AMBIGUOUS));
    } else {
      rows(head.get() + 1, end(first));
    }
  }

  /** Returns the row of the return in which the first printed row below the list stands. */
  private int end(int first) {
    for (int row = first + list.rows(); row < overlay.height(); row++) {
      if (overlay.isFound(row)) {
        return overlay.row(row).orElseThrow();
      }
    }
    return grid.height();
  }

  private void rows(int from, int end) {
    var heads = new HashMap<Binding, HeadsOver>();
    columns.forEach(each -> heads.put(each, HeadsOver.of(each, surface.headsOver(each), overlay)));
    int number = 0;
    var read = new HashMap<Position, Entry>();
    var nameless = new ArrayList<Entry>();
    boolean named = false;
    for (int row : grid.held(from, end)) {
      Map<Binding, Entry> own = row(row, number + 1, heads);
      if (!isFilled(own, row)) {
        continue;
      }
      number++;
      boolean name = isNamed(own, row);
      named |= name;
      nameless.addAll(name ? List.of() : own.values());
      if (own.values().stream().filter(ListRows::isOfAnotherKind).count() > 1) {
        // Several answers that their heads do not ask for: the row was typed under others.
        entries.doubt(own.values());
      }
      for (var each : columns) {
        Entry entry = of(own, each);
        rewordings.name(of(heads, each).reworded(), entry, surface, overlay);
        entries.add(entry, grid, at(each, row));
        read.put(at(each, row), entry);
      }
      ordinals(row);
    }
    entries.doubt(Shifted.inBlock(read));
    entries.doubt(Shifted.inRows(read));
    if (named) {
      // Numbers without a name, where every other row has one, may be a total typed one row off.
      entries.doubt(nameless);
    }
  }

  /** Reads one row, a column at a time. */
  private Map<Binding, Entry> row(int row, int number, Map<Binding, HeadsOver> heads) {
    var read = new LinkedHashMap<Binding, Entry>();
    for (var each : columns) {
      Entry entry = answers.of(each, number, surface, grid, at(each, row));
      boolean fit = entry.empty() || of(heads, each).fit();
      read.put(each, fit ? entry : entry.unread(FindingCode.FIELD_AMBIGUOUS));
    }
    return read;
  }

  /** Tells whether a unit filled a row in: a formula that has nothing to count does not. */
  private boolean isFilled(Map<Binding, Entry> own, int row) {
    boolean filled = false;
    for (var each : columns) {
      Entry entry = of(own, each);
      Position at = at(each, row);
      if (FormFormula.isIdle(entry, surface.grid().at(each.at().cell()), grid.at(at))) {
        entries.places().take(grid, at);
      } else {
        filled |= !entry.empty();
      }
    }
    return filled;
  }

  /** Tells whether an answer is not of the kind that is asked for. */
  private static boolean isOfAnotherKind(Entry entry) {
    return entry.notes().contains(FindingCode.NOT_A_COUNT)
        || entry.notes().contains(FindingCode.FRACTIONAL_COUNT);
  }

  /** Tells whether a row says in words what its numbers are about. */
  private boolean isNamed(Map<Binding, Entry> own, int row) {
    return columns.stream()
        .filter(each -> of(own, each).field().type() == FieldType.TEXT)
        .anyMatch(each -> of(own, each).text() != null || grid.mergedAt(at(each, row)).isPresent());
  }

  /** A number left of a row only counts the rows. */
  private void ordinals(int row) {
    int left = columns.stream().mapToInt(each -> each.at().cell().column()).min().orElse(0);
    for (int column = 0; column < left; column++) {
      overlay
          .column(column)
          .map(found -> new Position(row, found))
          .filter(at -> RowNumber.of(grid.at(at).raw()).isPresent())
          .ifPresent(at -> entries.places().take(grid, at));
    }
  }

  private Position at(Binding column, int row) {
    return new Position(row, overlay.column(column.at().cell().column()).orElseThrow());
  }

  private static <T> T of(Map<Binding, T> columns, Binding column) {
    return Objects.requireNonNull(columns.get(column));
  }
}
