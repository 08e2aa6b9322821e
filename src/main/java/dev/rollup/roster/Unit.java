package dev.rollup.roster;

import dev.rollup.text.Folding;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One body that owes a return.
 *
 * @param id short and unique, for example {@code T02}
 * @param name the official name, as every output shows it
 * @param aliases other names that the unit uses
 * @param group what kind of unit it is, for subtotals and chasing; null where not grouped
 * @param contact who answers the telephone; null where not known
 * @param phone the telephone; null where not known
 * @param subordinates bodies whose numbers the unit reports with its own
 */
public record Unit(
    String id,
    String name,
    List<String> aliases,
    @Nullable String group,
    @Nullable String contact,
    @Nullable String phone,
    List<String> subordinates) {

  /** Copies the lists; refuses a unit without id or name. */
  public Unit {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    aliases = List.copyOf(aliases);
    subordinates = List.copyOf(subordinates);
  }

  /** A unit of which nothing but the name is known: the folded name serves as id. */
  public static Unit named(String id, String name) {
    return new Unit(id, name, List.of(), null, null, null, List.of());
  }

  /** Tells whether a text is the unit's id, its name or one of its aliases, however written. */
  public boolean isCalled(String text) {
    String folded = Folding.name(text);
    return !folded.isEmpty()
        && Stream.concat(Stream.of(id, name), aliases.stream())
            .anyMatch(own -> Folding.name(own).equals(folded));
  }
}
