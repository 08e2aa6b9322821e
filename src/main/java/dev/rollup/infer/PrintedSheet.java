package dev.rollup.infer;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A sheet, or a table of a text, as it is printed: its cells by the corner where they begin.
 *
 * @param spots every cell that is printed or boxed, by its upper left corner
 * @param areas the cells that are more than one wide or high, by the same corner
 */
public record PrintedSheet(Map<Position, Spot> spots, Map<Position, Area> areas) {

  /** Copies the maps. */
  public PrintedSheet {
    spots = Map.copyOf(spots);
    areas = Map.copyOf(areas);
  }

  /** Returns what stands in a cell. */
  Spot spot(Position origin) {
    return Objects.requireNonNull(spots.get(origin));
  }

  /** Returns how much a cell takes. */
  Area area(Position origin) {
    return areas.getOrDefault(origin, new Area(origin, origin));
  }

  /** Returns for every place the corner of the cell that covers it. */
  Map<Position, Position> origins() {
    var origins = new HashMap<Position, Position>();
    for (var origin : spots.keySet()) {
      Area area = area(origin);
      for (int row = area.first().row(); row <= area.last().row(); row++) {
        for (int column = area.first().column(); column <= area.last().column(); column++) {
          origins.put(new Position(row, column), origin);
        }
      }
    }
    return origins;
  }

  /** Returns the corners in reading order. */
  List<Position> order() {
    return new ArrayList<>(new TreeMap<>(spots).keySet());
  }
}
