package dev.rollup.match.blank;

import dev.rollup.model.Position;
import dev.rollup.template.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the heads over a blank stand to those of a return.
 *
 * @param fit whether none of them is another, or missing
 * @param reworded those that are written in other words and mean the same, from above
 */
record HeadsOver(boolean fit, List<Position> reworded) {

  /**
   * Compares the heads over a blank with those of the return. A head in other words means the same
   * where it is like them, or where the blank's own code stands below it.
   *
   * @param over where they stand on the blank, from above
   */
  static HeadsOver of(Binding binding, List<Position> over, Overlay overlay) {
    var reworded = new ArrayList<Position>();
    for (var head : over) {
      if (overlay.isSame(head)) {
        continue;
      }
      String there = overlay.shownFor(head);
      boolean like =
          overlay.words().isReworded(there, head)
              || overlay.words().mayBeReworded(there, head) && isCoded(binding, overlay);
      if (!like) {
        return new HeadsOver(false, List.of());
      }
      reworded.add(head);
    }
    return new HeadsOver(true, List.copyOf(reworded));
  }

  /** Tells whether the code of a cell's column stands above it, as on the blank. */
  private static boolean isCoded(Binding binding, Overlay overlay) {
    Position at = binding.at().cell();
    Optional<String> code =
        binding.columnCode().map(LabelWords::of).filter(words -> !words.isEmpty());
    for (int row = 0; row < at.row() && code.isPresent(); row++) {
      Position above = new Position(row, at.column());
      if (overlay.words().blank().printed(above).equals(code.get()) && overlay.isSame(above)) {
        return true;
      }
    }
    return false;
  }
}
