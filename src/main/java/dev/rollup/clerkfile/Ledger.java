package dev.rollup.clerkfile;

import dev.rollup.roster.Unit;
import dev.rollup.text.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clerk noted of the returns: when which came in, by file, by unit, or by both; which of
 * several counts; and for which unit another reports.
 */
public final class Ledger {

  /** A ledger in which nothing is noted. */
  public static final Ledger EMPTY = new Ledger(List.of());

  /**
   * One line of the ledger.
   *
   * @param at where it stands
   * @param file a file's path or name; empty where the unit alone is noted
   * @param unit a unit's id, name or alias; empty where the file alone is noted
   * @param received when it came in; null where that is not noted
   * @param counts whether this file is the one of its unit that counts
   * @param reportedBy the unit that reports for this one; empty where it reports itself
   */
  public record Line(
      SideLine at,
      String file,
      String unit,
      @Nullable Received received,
      boolean counts,
      String reportedBy) {

    /** Refuses nulls, and a choice of no file. */
    public Line {
      Objects.requireNonNull(at);
      Objects.requireNonNull(file);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(reportedBy);
      if (counts && file.isEmpty()) {
        throw new IllegalArgumentException("only a file can be the one that counts");
      }
    }

    /**
     * Tells whether what the line says of a file may be about the file of a unit.
     *
     * @param other who the file is from, as far as that is known
     */
    public boolean isOf(Optional<Unit> other) {
      return unit.isEmpty() || other.filter(known -> known.isCalled(unit)).isPresent();
    }
  }

  private final List<Line> lines;
  private final Map<String, List<Line>> ofFiles;
  private final List<Line> ofUnits;

  /** A ledger of these lines; of two about the same the earlier time counts. */
  public Ledger(List<Line> lines) {
    this.lines = List.copyOf(lines);
    // Compared with their brackets: 表(1) is not 表1.
    ofFiles =
        lines.stream()
            .filter(line -> !line.file().isEmpty())
            .collect(Collectors.groupingBy(line -> Folding.nfkc(line.file())));
    ofUnits = lines.stream().filter(line -> line.file().isEmpty()).toList();
  }

  /** Returns all lines in the order of the ledger. */
  public List<Line> lines() {
    return lines;
  }

  /**
   * Returns when a file came in: by its path, by its name, by the archive that it came in, else by
   * what is noted of its unit.
   */
  public Optional<Received> received(String path, Optional<Unit> unit) {
    return names(path)
        .flatMap(name -> earliest(about(name, unit)).stream())
        .findFirst()
        .or(() -> earliest(ofUnits.stream().filter(line -> line.isOf(unit))));
  }

  /** Tells whether a file is noted as the one of its unit that counts. */
  public boolean counts(String path, Optional<Unit> unit) {
    return names(path).flatMap(name -> about(name, unit)).anyMatch(Line::counts);
  }

  /** Returns the line that says that another unit reports for this one, if there is one. */
  public Optional<Line> reportedByOther(Unit unit) {
    return lines.stream()
        .filter(line -> !line.reportedBy().isEmpty() && unit.isCalled(line.unit()))
        .findFirst();
  }

  private Stream<Line> about(String name, Optional<Unit> unit) {
    return ofFiles.getOrDefault(name, List.of()).stream().filter(line -> line.isOf(unit));
  }

  /**
   * Returns by what a file can be called in a ledger, the most exact first, in normal form: by its
   * path, by its name, by the archive that it came in.
   */
  public static Stream<String> names(String path) {
    int mark = path.lastIndexOf('!');
    String archive = path.substring(0, Math.max(mark, 0));
    return Stream.of(path, name(path.substring(mark + 1)), archive, name(archive))
        .filter(name -> !name.isEmpty())
        .map(Folding::nfkc);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Optional<Received> earliest(Stream<Line> lines) {
    return lines
        .map(Line::received)
        .filter(Objects::nonNull)
        .min(Comparator.comparing(Received::time));
  }
}
