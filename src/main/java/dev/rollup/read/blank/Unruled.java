package dev.rollup.read.blank;

import dev.rollup.infer.Spot;
import dev.rollup.model.Area;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Draws the lines of a table that has none: from the first row of several heads down to the last
 * label of its first column.
 */
final class Unruled {

  private static final int LEAST_HEADS = 3;

  private static final Pattern FOOT =
      Pattern.compile(
          "^(?:注|说明|备注[：:]|填表|填报|制表|单位负责人|负责人|审核|联系|note|prepared).*", Pattern.CASE_INSENSITIVE);

  private Unruled() {}

  /** Tells whether a text says something by itself, and is no head of a column. */
  private static boolean isLine(Map<Position, Spot> spots, int row, int column) {
    Spot spot = spots.get(new Position(row, column));
    return spot != null
        && (FOOT.matcher(spot.text().strip()).matches() || spot.text().matches("(?s).*[：:].*"));
  }

  /** Adds a cell for every place of the table, all of them boxed. */
  static void box(Map<Position, Spot> spots, Map<Position, Area> areas, String sheet) {
    var rows = new TreeMap<Integer, Set<Integer>>();
    spots.forEach(
        (at, spot) -> rows.computeIfAbsent(at.row(), row -> new HashSet<>()).add(at.column()));
    Optional<Map.Entry<Integer, Set<Integer>>> head =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() >= LEAST_HEADS)
            .filter(row -> row.getValue().stream().noneMatch(c -> isLine(spots, row.getKey(), c)))
            .findFirst();
    if (head.isEmpty()) {
      return;
    }
    int top = head.get().getKey();
    int left = head.get().getValue().stream().mapToInt(Integer::intValue).min().orElseThrow();
    int right = left;
    int bottom = top;
    for (var row : rows.tailMap(top).entrySet()) {
      Spot first = spots.get(new Position(row.getKey(), left));
      boolean foot = first != null && FOOT.matcher(first.text().strip()).matches();
      if (foot || row.getKey() > bottom + 2) {
        break;
      }
      bottom = row.getKey();
      for (int column : row.getValue()) {
        Area area = areas.get(new Position(row.getKey(), column));
        right = Math.max(right, area == null ? column : area.last().column());
      }
    }
    var covered = new HashSet<Position>();
    for (var area : List.copyOf(areas.values())) {
      for (int row = area.first().row(); row <= area.last().row(); row++) {
        for (int column = area.first().column(); column <= area.last().column(); column++) {
          covered.add(new Position(row, column));
        }
      }
    }
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        var at = new Position(row, column);
        Spot spot = spots.get(at);
        if (spot == null && !covered.contains(at)) {
          spots.put(
              at,
              new Spot(Place.onSheet(sheet, at), "", true, false, Optional.empty(), "", List.of()));
        } else if (spot != null) {
          spots.put(
              at,
              new Spot(
                  spot.place(),
                  spot.text(),
                  true,
                  spot.struck(),
                  spot.formula(),
                  spot.format(),
                  spot.choices()));
        }
      }
    }
  }
}
