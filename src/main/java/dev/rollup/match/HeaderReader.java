package dev.rollup.match;

import dev.rollup.model.Cell;
import dev.rollup.model.Folding;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.template.HeaderField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the blanks above the table: what stands behind each label, in its own cell or in the next
 * one before another label.
 */
final class HeaderReader {

  private final Grid grid;
  private final FormWords words;

  HeaderReader(Grid grid, FormWords words) {
    this.grid = grid;
    this.words = words;
  }

  /** Reads the rows above the table; every header field is present in what comes back. */
  Map<HeaderField, HeaderEntry> read(int firstTableRow) {
    var header = new EnumMap<HeaderField, HeaderEntry>(HeaderField.class);
    List<Grid.Placed> cells = grid.rows(0, firstTableRow);
    for (int i = 0; i < cells.size(); i++) {
      Label label = label(cells.get(i).cell());
      if (label != null && !header.containsKey(label.field())) {
        Grid.Placed next = i + 1 < cells.size() ? cells.get(i + 1) : null;
        header.put(label.field(), behind(label, cells.get(i), next));
      }
    }
    for (var field : HeaderField.values()) {
      header.putIfAbsent(
          field, new HeaderEntry(Cell.EMPTY, at(field, grid.names().get(field.id()))));
    }
    return header;
  }

  /** A label at the beginning of a cell. */
  private record Label(HeaderField field, String folded) {}

  private Label label(Cell cell) {
    String folded = words.fold(cell);
    if (folded.isEmpty()) {
      return null;
    }
    for (var field : HeaderField.values()) {
      String label = words.leadingLabel(field, folded);
      if (label != null) {
        return new Label(field, label);
      }
    }
    return null;
  }

  private HeaderEntry behind(Label label, Grid.Placed own, Grid.Placed next) {
    String rest =
        words.fold(own.cell()).equals(label.folded())
            ? ""
            : rest(((Cell.Text) own.cell()).value(), label.folded());
    if (!rest.isEmpty()) {
      return new HeaderEntry(new Cell.Text(rest), at(label.field(), own.at()));
    }
    if (next != null && next.at().row() == own.at().row()) {
      Label other = label(next.cell());
      if (other == null) {
        return new HeaderEntry(next.cell(), at(label.field(), next.at()));
      }
      if (other.field() == label.field()) {
        // The unit typed the label once more, before its answer.
        return behind(other, next, null);
      }
    }
    Position empty = new Position(own.at().row(), own.at().column() + 1);
    return new HeaderEntry(Cell.EMPTY, at(label.field(), empty));
  }

  /** Returns what is left of a cell's text behind its label and the colon. */
  private static String rest(String text, String foldedLabel) {
    for (int i = 1; i <= text.length(); i++) {
      if (Folding.label(text.substring(0, i)).length() >= foldedLabel.length()) {
        return text.substring(i).replaceFirst("^[\\s\\p{Z}:：)）]+", "").strip();
      }
    }
    return "";
  }

  private Location at(HeaderField field, Position position) {
    return new Location(
        null, null, grid.sheet(), position == null ? null : position.a1(), field.id());
  }
}
