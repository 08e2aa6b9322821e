package dev.rollup.template;

import dev.rollup.model.Folding;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When returns came in, as the clerk noted it: by file, or by unit. */
public final class Ledger {

  /** A ledger in which nothing is noted. */
  public static final Ledger EMPTY = new Ledger(List.of());

  /**
   * One line of the ledger.
   *
   * @param subject a file's path or name, or a unit's id, name or alias
   * @param received when it came in
   */
  public record Line(String subject, OffsetDateTime received) {}

  private final Map<String, OffsetDateTime> received = new HashMap<>();

  /** A ledger of these lines; of two about the same subject the earlier time stays. */
  public Ledger(List<Line> lines) {
    for (var line : lines) {
      received.merge(
          Folding.name(line.subject()), line.received(), (a, b) -> b.isBefore(a) ? b : a);
    }
  }

  /**
   * Returns when a file came in: by its path, by its name, by the archive that it came in, else by
   * what is noted of its unit.
   */
  public Optional<OffsetDateTime> received(String path, Optional<Unit> unit) {
    int mark = path.lastIndexOf('!');
    String archive = path.substring(0, Math.max(mark, 0));
    return noted(path)
        .or(() -> noted(name(path.substring(mark + 1))))
        .or(() -> noted(archive))
        .or(() -> noted(name(archive)))
        .or(() -> unit.flatMap(this::ofUnit));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<OffsetDateTime> ofUnit(Unit unit) {
    return noted(unit.id())
        .or(() -> noted(unit.name()))
        .or(() -> unit.aliases().stream().flatMap(a -> noted(a).stream()).findFirst());
  }

  private Optional<OffsetDateTime> noted(String subject) {
    return Optional.ofNullable(received.get(Folding.name(subject)));
  }
}
