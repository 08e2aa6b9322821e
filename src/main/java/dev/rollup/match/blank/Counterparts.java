package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds which sheet or table of a return is which of the blank's. Where several are alike, what
 * only one of them says decides: a title, the sheet's name, the text above a table. Their order
 * decides only between those that a person could not tell apart either.
 */
final class Counterparts {

  /** A sheet with fewer of the blank's words is no copy of it. */
  private static final double LEAST = 0.5;

  /** One with far fewer than the best is another table with such words. */
  private static final double COPY = 0.8;

  private final Document document;
  private final List<Surface> surfaces;

  /** Every sheet or table that may be one of the blank's, with what it may be. */
  private final Map<Grid, Map<Surface, Overlay>> candidates = new LinkedHashMap<>();

  private final Map<Grid, Shown> shown = new LinkedHashMap<>();
  private final Map<Surface, List<Overlay>> found = new LinkedHashMap<>();
  private final Set<Surface> disputed = new LinkedHashSet<>();

  /** Lays the sheets and tables of a blank over a return. */
  Counterparts(List<Surface> surfaces, Document document) {
    this.document = document;
    this.surfaces = surfaces;
    surfaces.forEach(this::lay);
    decide();
    settle();
    found.replaceAll((surface, all) -> copies(all));
  }

  /** Returns the sheets and tables that are copies of the same one of the blank's, in order. */
  private static List<Overlay> copies(List<Overlay> all) {
    boolean seen = all.stream().anyMatch(each -> !each.grid().hidden());
    List<Overlay> shown = all.stream().filter(each -> !seen || !each.grid().hidden()).toList();
    double best = shown.stream().mapToDouble(Overlay::found).max().orElse(0);
    return shown.stream().filter(each -> each.found() >= COPY * best).toList();
  }

  /**
   * Returns each form that is there, usually one: which sheet or table each of the blank's is. What
   * was not found is missing.
   */
  List<Map<Surface, Overlay>> forms() {
    int many = found.values().stream().mapToInt(List::size).max().orElse(1);
    var forms = new ArrayList<Map<Surface, Overlay>>();
    for (int i = 0; i < many; i++) {
      var form = new LinkedHashMap<Surface, Overlay>();
      for (var surface : surfaces) {
        List<Overlay> all = found.getOrDefault(surface, List.of());
        if (i < all.size()) {
          form.put(surface, all.get(i));
        }
      }
      forms.add(form);
    }
    return forms;
  }

  /** Returns what was read as one of the blank's. */
  List<Grid> grids() {
    return found.values().stream().flatMap(List::stream).map(Overlay::grid).toList();
  }

  /** Tells whether nothing of the blank is there. */
  boolean isEmpty() {
    return found.isEmpty() && disputed.isEmpty();
  }

  /** Returns those that may be one of several, so that none of them is read. */
  Set<Surface> disputed() {
    return disputed;
  }

  private void lay(Surface surface) {
    for (var grid : Surfaces.of(document, surface.kind())) {
      Shown own = shown(grid);
      if (surface.printed().sharesWith(own.about())) {
        var overlay = new Overlay(surface.printed(), own);
        if (overlay.found() >= LEAST) {
          candidates.computeIfAbsent(grid, each -> new LinkedHashMap<>()).put(surface, overlay);
        }
      }
    }
  }

  /** Takes what more speaks for than for anything else. */
  private void decide() {
    candidates.forEach(
        (grid, all) ->
            all.forEach(
                (surface, overlay) -> {
                  if (all.keySet().stream()
                      .allMatch(other -> other.equals(surface) || wins(surface, other, grid))) {
                    take(surface, overlay);
                  }
                }));
  }

  /** Returns what a sheet or table says. */
  private Shown shown(Grid grid) {
    return shown.computeIfAbsent(grid, each -> Shown.of(document, each));
  }

  /** Returns what a sheet or table may be. */
  private Map<Surface, Overlay> candidates(Grid grid) {
    return candidates.getOrDefault(grid, Map.of());
  }

  private void take(Surface surface, Overlay overlay) {
    found.computeIfAbsent(surface, each -> new ArrayList<>()).add(overlay);
  }

  private boolean wins(Surface surface, Surface other, Grid grid) {
    return votes(surface, other, grid) > 2 * votes(other, surface, grid);
  }

  /** Returns how much of what only one of two says a sheet says, too. */
  private long votes(Surface surface, Surface other, Grid grid) {
    return surface.about().stream()
        .filter(words -> !other.about().contains(words))
        .filter(shown(grid).about()::contains)
        .count();
  }

  /** Gives what is left to what is left, where there is only one way to do so. */
  private void settle() {
    List<Grid> open =
        candidates.keySet().stream()
            .filter(
                grid ->
                    found.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(overlay -> overlay.grid() == grid))
            .toList();
    Predicate<Surface> free = surface -> !found.containsKey(surface);
    List<Surface> left = surfaces.stream().filter(free).toList();
    var seen = new HashSet<Grid>();
    for (var grid : open) {
      if (seen.contains(grid)) {
        continue;
      }
      List<Surface> own = candidates(grid).keySet().stream().filter(left::contains).toList();
      List<Grid> rivals =
          open.stream()
              .filter(each -> own.stream().anyMatch(candidates(each).keySet()::contains))
              .toList();
      seen.addAll(rivals);
      boolean pair = own.size() == rivals.size();
      boolean alike = own.stream().allMatch(one -> own.stream().allMatch(two -> same(one, two)));
      boolean consistent =
          rivals.stream()
              .allMatch(
                  each -> {
                    Set<Surface> all = candidates(each).keySet();
                    return all.containsAll(own)
                        && all.stream()
                            .filter(other -> !own.contains(other))
                            .allMatch(other -> votes(other, own.get(0), each) == 0);
                  });
      if (!own.isEmpty() && pair && alike && consistent) {
        for (int i = 0; i < own.size(); i++) {
          Overlay overlay = candidates(rivals.get(i)).get(own.get(i));
          if (overlay != null) {
            take(own.get(i), overlay);
          }
        }
      } else {
        disputed.addAll(own);
      }
    }
  }

  /** Tells whether nothing tells two of the blank's sheets or tables apart. */
  private static boolean same(Surface one, Surface two) {
    return one.about().equals(two.about());
  }
}
