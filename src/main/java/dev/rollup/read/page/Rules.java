package dev.rollup.read.page;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The horizontal and vertical lines of a page, those that go on as one: a dashed line is one, and
 * so are the sides of cells beside each other.
 */
final class Rules {

  /** Lines so near to each other are one. */
  static final double SAME = 2.0;

  /** A line goes on behind a gap of this. */
  private static final double GAP = 4.5;

  /** A shorter line parts nothing. */
  private static final double SHORT = 4;

  /** A line so thick is an area. */
  private static final double THICK = 8;

  /** More lines on a page than a form has. */
  private static final int MOST = 40_000;

  /**
   * A line along one axis.
   *
   * @param at where it crosses the other axis
   * @param from where it begins
   * @param to where it ends
   */
  record Rule(double at, double from, double to) {}

  private final List<Rule> across;
  private final List<Rule> down;

  private Rules(List<Rule> across, List<Rule> down) {
    this.across = across;
    this.down = down;
  }

  static Rules of(List<Page.Line> lines) throws Refusal {
    var across = new ArrayList<Rule>();
    var down = new ArrayList<Rule>();
    for (var line : lines) {
      Box box = line.box();
      if (line.width() > THICK) {
        continue;
      }
      if (box.height() <= 1 && box.width() > box.height()) {
        across.add(new Rule(box.centre(), box.left(), box.right()));
      } else if (box.width() <= 1 && box.height() > box.width()) {
        down.add(new Rule(box.middle(), box.top(), box.bottom()));
      }
    }
    if (across.size() + down.size() > MOST) {
      throw Refusal.of(TOO_LARGE);
    }
    return new Rules(joined(across), joined(down));
  }

  /** Returns the horizontal ones. */
  List<Rule> across() {
    return across;
  }

  /** Returns the vertical ones. */
  List<Rule> down() {
    return down;
  }

  private static List<Rule> joined(List<Rule> rules) {
    rules.sort(Comparator.comparingDouble(Rule::at));
    var joined = new ArrayList<Rule>();
    int from = 0;
    for (int i = 1; i <= rules.size(); i++) {
      if (i == rules.size()
          || rules.get(i).at() - rules.get(i - 1).at() > SAME / 2
          || rules.get(i).at() - rules.get(from).at() > SAME) {
        join(rules.subList(from, i), joined);
        from = i;
      }
    }
    return joined;
  }

  private static void join(List<Rule> level, List<Rule> joined) {
    var sorted = new ArrayList<>(level);
    sorted.sort(Comparator.comparingDouble(Rule::from));
    Rule current = null;
    for (var rule : sorted) {
      if (current != null && rule.from() - current.to() <= GAP) {
        current = new Rule(current.at(), current.from(), Math.max(current.to(), rule.to()));
        continue;
      }
      add(current, joined);
      current = rule;
    }
    add(current, joined);
  }

  private static void add(@Nullable Rule rule, List<Rule> joined) {
    if (rule != null && rule.to() - rule.from() >= SHORT) {
      joined.add(rule);
    }
  }
}
