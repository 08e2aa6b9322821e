package dev.rollup.match.find;

import dev.rollup.model.Address;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a document was taken for something: for the form's own words, for an answer, for a part
 * of the head. Places are told apart by sheet and name, so that a part of a sheet claims for the
 * whole. Not for several threads.
 */
public final class Claims {

  /** What stands in place of a character that was taken. */
  public static final char TAKEN = '\u0000';

  private record Spot(@Nullable String sheet, Address place) {}

  private final Set<Spot> whole = new HashSet<>();
  private final Map<Spot, BitSet> parts = new HashMap<>();

  /** Takes a whole cell. */
  public void take(Grid grid, Position at) {
    whole.add(spot(grid, at));
  }

  /**
   * Takes a part of the text of a cell.
   *
   * @param from the index of its first character
   * @param to the index behind its last
   */
  public void take(Grid grid, Position at, int from, int to) {
    if (from < to) {
      parts.computeIfAbsent(spot(grid, at), spot -> new BitSet()).set(from, to);
    }
  }

  /** Takes everything that others have taken. */
  public void takeAll(Claims others) {
    whole.addAll(others.whole);
    others.parts.forEach((spot, taken) -> parts.computeIfAbsent(spot, s -> new BitSet()).or(taken));
  }

  /** Tells whether the whole cell was taken. */
  public boolean holds(Grid grid, Position at) {
    return whole.contains(spot(grid, at));
  }

  /** Returns the text of a cell with {@link #TAKEN} for every character that was taken. */
  public String rest(Grid grid, Grid.Placed placed) {
    String raw = placed.cell().raw();
    Spot spot = spot(grid, placed.at());
    if (whole.contains(spot)) {
      return String.valueOf(TAKEN).repeat(raw.length());
    }
    BitSet taken = parts.get(spot);
    if (taken == null) {
      return raw;
    }
    var rest = new StringBuilder(raw);
    taken.stream().filter(i -> i < raw.length()).forEach(i -> rest.setCharAt(i, TAKEN));
    return rest.toString();
  }

  private static Spot spot(Grid grid, Position at) {
    return new Spot(grid.sheet(), grid.place(at));
  }
}
