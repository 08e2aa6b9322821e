package dev.rollup.merge;

import dev.rollup.template.Template;
import java.util.List;
import java.util.Map;

/**
 * The units of one kind.
 *
 * @param name what the roster calls them; empty for those that it calls nothing
 * @param units the units, in the order of the roster
 * @param standing where they stand
 */
public record Group(String name, List<UnitResult> units, Standing standing) {

  /** Copies the units. */
  public Group {
    units = List.copyOf(units);
  }

  /** Returns what their returns add up to, by field id. */
  public Map<String, Tally> totals(Template template) {
    List<Summary> parts = units.stream().map(unit -> unit.summary(template)).toList();
    return Summary.sum(template, parts).totals();
  }
}
