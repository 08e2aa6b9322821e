package dev.rollup.template;

import dev.rollup.model.Folding;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When returns came in, as the clerk noted it: by file, by unit, or by both. */
public final class Ledger {

  /** A ledger in which nothing is noted. */
  public static final Ledger EMPTY = new Ledger(List.of());

  /**
   * One line of the ledger.
   *
   * @param file a file's path or name; empty where the unit alone is noted
   * @param unit a unit's id, name or alias; empty where the file alone is noted
   * @param received when it came in
   */
  public record Line(String file, String unit, OffsetDateTime received) {}

  private final Map<String, List<Line>> ofFiles;
  private final List<Line> ofUnits;

  /** A ledger of these lines; of two about the same the earlier time counts. */
  public Ledger(List<Line> lines) {
    // Compared with their brackets: 表(1) is not 表1.
    ofFiles =
        lines.stream()
            .filter(line -> !line.file().isEmpty())
            .collect(Collectors.groupingBy(line -> Folding.nfkc(line.file())));
    ofUnits = lines.stream().filter(line -> line.file().isEmpty()).toList();
  }

  /**
   * Returns when a file came in: by its path, by its name, by the archive that it came in, else by
   * what is noted of its unit.
   */
  public Optional<OffsetDateTime> received(String path, Optional<Unit> unit) {
    int mark = path.lastIndexOf('!');
    String archive = path.substring(0, Math.max(mark, 0));
    return noted(path, unit)
        .or(() -> noted(name(path.substring(mark + 1)), unit))
        .or(() -> noted(archive, unit))
        .or(() -> noted(name(archive), unit))
        .or(() -> earliest(ofUnits.stream().filter(line -> names(line.unit(), unit))));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<OffsetDateTime> noted(String file, Optional<Unit> unit) {
    return earliest(
        ofFiles.getOrDefault(Folding.nfkc(file), List.of()).stream()
            .filter(line -> line.unit().isEmpty() || names(line.unit(), unit)));
  }

  private static Optional<OffsetDateTime> earliest(Stream<Line> lines) {
    return lines.map(Line::received).min(Comparator.naturalOrder());
  }

  private static boolean names(String noted, Optional<Unit> unit) {
    return unit.filter(known -> known.isCalled(noted)).isPresent();
  }
}
