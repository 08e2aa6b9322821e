package dev.rollup.match.blank;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Names the printed words that a unit changed, and leaves out the numbers that it counted in
 * another measure by them.
 */
final class Rewordings {

  private final StatedMeasures measures;
  private final FormEntries entries;

  /** The labels of which it is told that they are in other words, by their sheet or table. */
  private final Set<List<Object>> told = new HashSet<>();

  Rewordings(StatedMeasures measures, FormEntries entries) {
    this.measures = measures;
    this.entries = entries;
  }

  /**
   * Says once of each label that it was written in other words, be it in another measure.
   *
   * @param labels where they stand on the blank
   * @param entry what was read beside or below them
   */
  void name(List<Position> labels, Entry entry, Surface surface, Overlay overlay) {
    labels.forEach(label -> name(label, entry, surface, overlay));
  }

  private void name(Position label, Entry entry, Surface surface, Overlay overlay) {
    Field field = entry.field();
    Grid grid = overlay.grid();
    Position at = first(grid, overlay.place(label).orElseThrow());
    String words = grid.at(at).raw();
    String own = surface.grid().at(first(surface.grid(), label)).raw();
    boolean other =
        field.type().number() && StatedMeasures.isOther(own, words, field.measured().name());
    if (other) {
      entries.countedOtherwise(List.of(entry));
    }
    if (!told.add(List.of(grid, at))) {
      return;
    }
    if (other) {
      measured(grid, at, field);
    } else {
      entries.name(
          Finding.ofCell(FindingCode.LABEL_CHANGED, FormEntries.location(grid, at, field), words)
              .with(Argument.WORDS, words)
              .with(Argument.OWN, own));
    }
  }

  /** Leaves out what is counted in a measure that a line around a table says otherwise. */
  void around(StatedMeasures.Other line, Collection<Overlay> laid) {
    // On a sheet of the form it speaks of that sheet.
    boolean own = laid.stream().anyMatch(overlay -> overlay.grid() == line.grid());
    List<Entry> numbers =
        entries.read().stream()
            .filter(entry -> measures.isAbout(line, entry.field()))
            .filter(entry -> entry.number() != null)
            .filter(entry -> !own || Objects.equals(entry.at().sheet(), line.grid().sheet()))
            .toList();
    if (!numbers.isEmpty()) {
      entries.countedOtherwise(numbers);
      measured(line.grid(), line.placed().at(), numbers.get(0).field());
    }
  }

  /** Leaves out a number right before a cell in which a unit wrote another measure of its own. */
  void beside(Grid grid) {
    for (var placed : grid.cells()) {
      boolean seen = !grid.marks(placed.at()).contains(Mark.HIDDEN);
      if (seen
          && placed.cell() instanceof Cell.Text
          && !entries.places().isTaken(grid, placed.at())) {
        entries
            .places()
            .before(grid, placed.at())
            .filter(entry -> entry.field().type().number())
            .filter(
                entry -> measures.isOtherStep(placed.cell().raw(), entry.field().measured().name()))
            .ifPresent(entry -> entries.countedOtherwise(List.of(entry)));
      }
    }
  }

  /** Says where a unit wrote another measure than that of a field. */
  private void measured(Grid grid, Position at, Field field) {
    String words = grid.at(at).raw();
    entries.name(
        Finding.ofCell(FindingCode.WRONG_MEASURE_UNIT, FormEntries.location(grid, at, field), words)
            .with(Argument.VALUE, words)
            .with(Argument.MEASURE, field.measured().name()));
  }

  private static Position first(Grid grid, Position at) {
    return grid.mergedAt(at).map(Area::first).orElse(at);
  }
}
