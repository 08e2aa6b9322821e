package dev.rollup.merge;

import dev.rollup.roster.Unit;
import dev.rollup.text.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds units by whatever they are called in a side file: id, name or alias, however written. */
final class UnitIndex {

  private final Map<String, UnitResult> byName = new HashMap<>();

  UnitIndex(List<UnitResult> units) {
    for (var each : units) {
      Unit unit = each.unit();
      Stream.concat(Stream.of(unit.id(), unit.name()), unit.aliases().stream())
          .map(Folding::name)
          .filter(name -> !name.isEmpty())
          .forEach(name -> byName.putIfAbsent(name, each));
    }
  }

  /** Returns the unit of that name, if there is one. */
  Optional<UnitResult> called(String name) {
    return Optional.ofNullable(byName.get(Folding.name(name)));
  }
}
