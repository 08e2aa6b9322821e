package dev.rollup.clerkfile;

import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that the clerk begins with, as csv that spreadsheets open. */
public final class Beginnings {

  private static final String MARK = "\uFEFF";
  private static final String LINE = "\r\n";

  private Beginnings() {}

  /**
   * Returns a roster that {@link RosterReader} reads.
   *
   * @param headings seven headings, in the order of a unit's parts
   */
  public static String roster(Roster roster, List<String> headings) {
    return table(
        headings,
        roster.units().stream()
            .map(
                unit ->
                    List.of(
                        unit.id(),
                        unit.name(),
                        String.join("|", unit.aliases()),
                        Optional.ofNullable(unit.group()).orElse(""),
                        Optional.ofNullable(unit.contact()).orElse(""),
                        Optional.ofNullable(unit.phone()).orElse(""),
                        String.join("|", unit.subordinates()))));
  }

  /**
   * Returns a ledger that {@link LedgerReader} reads, in which nothing is noted yet.
   *
   * @param units whose returns are waited for
   * @param headings the heading of the units, then those of what is to be noted
   */
  public static String ledger(List<Unit> units, List<String> headings) {
    return table(
        headings,
        units.stream()
            .map(
                unit ->
                    Stream.concat(
                            Stream.of(unit.name()), headings.stream().skip(1).map(heading -> ""))
                        .toList()));
  }

  private static String table(List<String> headings, Stream<List<String>> lines) {
    return Stream.concat(Stream.of(headings), lines)
        .map(line -> line.stream().map(Beginnings::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining(LINE, MARK, LINE));
  }

  private static String quoted(String text) {
    // What begins like a formula is none; a telephone may begin with a plus.
    String harmless = text.matches("(?s)[=@].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\\v].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
