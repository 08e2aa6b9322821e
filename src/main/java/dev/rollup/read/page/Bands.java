package dev.rollup.read.page;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds what is at a height of a page without looking at all of it. */
final class Bands<T> {

  private static final double HEIGHT = 16;

  /** What is larger than so many bands is looked at everywhere. */
  private static final int TALL = 64;

  /** How many looks a form never needs. */
  private static final long MOST_WORK = 40_000_000;

  private final Map<Integer, List<T>> bands = new HashMap<>();
  private final List<T> tall = new ArrayList<>();
  private final Function<T, Box> boxes;
  private long work;

  Bands(List<T> all, Function<T, Box> boxes) {
    this.boxes = boxes;
    for (var each : all) {
      Box box = boxes.apply(each);
      int first = band(box.top());
      int last = band(box.bottom());
      if (last - first > TALL) {
        tall.add(each);
        continue;
      }
      for (int band = first; band <= last; band++) {
        bands.computeIfAbsent(band, b -> new ArrayList<>()).add(each);
      }
    }
  }

  /** Returns what may touch a box, each once, in the order in which it was given or nearly so. */
  List<T> near(Box box) throws Refusal {
    var near = new ArrayList<T>();
    int first = band(box.top());
    for (int band = first; band <= band(box.bottom()); band++) {
      for (var each : bands.getOrDefault(band, List.of())) {
        spend();
        // It was met already in the first band that both share.
        if (Math.max(first, band(boxes.apply(each).top())) == band) {
          near.add(each);
        }
      }
    }
    for (var each : tall) {
      spend();
      near.add(each);
    }
    return near;
  }

  private void spend() throws Refusal {
    if (++work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private static int band(double y) {
    return (int) Math.floor(y / HEIGHT);
  }
}
