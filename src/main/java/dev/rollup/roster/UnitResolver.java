package dev.rollup.roster;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Location;
import dev.rollup.roster.UnitNames.Body;
import dev.rollup.roster.UnitNames.Mention;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.template.Template;
import dev.rollup.text.CodePoints;
import dev.rollup.text.Folding;
import dev.rollup.text.Similarity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which unit a return is from: by the words in its unit cell, else by the name of its sheet,
 * else by its file name, else by its folder. Only by equality of folded names, never by likeness.
 * Safe for several threads.
 */
public final class UnitResolver {

  /** Below this likeness a name on the roster is no help to who looks for the right one. */
  private static final double ALIKE = 0.3;

  private static final int OFFERED = 3;

  /** Signs for "nothing", which some units put into every cell. */
  private static final Set<String> NOTHING = Set.of("/", "-", "—", "——", "无");

  private final Optional<Roster> roster;
  private final UnitNames names;
  private final PrintedKinds kinds;
  private final String district;

  /**
   * A resolver for one run.
   *
   * @param roster the units that are known; empty where each unit is taken as it names itself
   * @param district who adds up: never a unit of its own
   */
  public UnitResolver(Template template, Optional<Roster> roster, String district) {
    this.roster = roster;
    this.names = new UnitNames(template, roster);
    this.kinds = new PrintedKinds(template);
    this.district = Folding.name(district);
  }

  /**
   * Who a return is from.
   *
   * @param unit the unit; empty where it cannot be told
   * @param relation how the return is related to that unit
   * @param findings what is to be said about it; places are without the file
   */
  public record Resolution(Optional<Unit> unit, Relation relation, List<Finding> findings) {

    private static Resolution unknown(Finding why) {
      return new Resolution(Optional.empty(), Relation.NONE, List.of(why));
    }
  }

  /** How a return is related to the unit that it names. */
  public enum Relation {
    /** It is the unit's own. */
    SELF,
    /** It is that of a body whose numbers the unit reports. */
    SUBORDINATE,
    /** The form says so, but the file name says otherwise. */
    DISPUTED,
    /** It names no unit that is known. */
    NONE
  }

  /**
   * Tells who a form is from.
   *
   * @param cell what stands in the form's unit cell, and on which sheet
   * @param path the path of the file as the report names it; empty where it says nothing
   */
  public Resolution sender(HeaderEntry cell, String path) {
    Mention onSheet = names.in(cell.at().sheet() == null ? "" : cell.at().sheet());
    return isBlank(cell) ? byNames(cell, onSheet, path) : byCell(cell, onSheet, path);
  }

  /** Tells whether a form itself says who it is from: in its cell, or by the name of its sheet. */
  public boolean isNamed(HeaderEntry cell) {
    String sheet = cell.at().sheet();
    return !isBlank(cell) || sheet != null && names.in(sheet).somebody();
  }

  private boolean isBlank(HeaderEntry cell) {
    String folded = Folding.name(cell.text());
    return NOTHING.contains(folded) || names.onlySuffixes(folded);
  }

  private Resolution byCell(HeaderEntry cell, Mention onSheet, String path) {
    String text = cell.text();
    Optional<Body> body = byName(text);
    if (body.isEmpty()) {
      return Resolution.unknown(unknown(cell.at(), text));
    }
    Unit unit = body.get().unit();
    if (body.get().subordinate()) {
      return subordinate(unit, cell.at(), text);
    }
    return Stream.of(onSheet, names.in(fileName(path)))
        .map(mention -> otherThan(unit, mention))
        .filter(other -> !other.isEmpty())
        .findFirst()
        .map(other -> disputed(unit, other, cell))
        .orElseGet(() -> new Resolution(Optional.of(unit), Relation.SELF, List.of()));
  }

  /** Returns the name of somebody else who is certainly meant; empty where there is none. */
  private static String otherThan(Unit unit, Mention mention) {
    if (mention.goesOn()) {
      return mention.stranger();
    }
    return mention
        .body()
        .filter(body -> body.subordinate() || !body.unit().id().equals(unit.id()))
        .map(body -> body.subordinate() ? mention.name() : body.unit().name())
        .orElse("");
  }

  private static Resolution disputed(Unit unit, String other, HeaderEntry cell) {
    return new Resolution(
        Optional.of(unit),
        Relation.DISPUTED,
        List.of(
            Finding.ofCell(FindingCode.UNIT_CONFLICT, cell.at(), cell.text())
                .with(Argument.UNIT, unit.name())
                .with(Argument.OTHER, other)));
  }

  private Resolution byNames(HeaderEntry cell, Mention onSheet, String path) {
    if (!onSheet.somebody()) {
      Mention inPath = byPath(path);
      return inPath
          .body()
          .map(body -> named(body, cell, path, FindingCode.UNIT_FROM_FILE_NAME))
          .orElseGet(() -> unnamed(cell, inPath));
    }
    if (onSheet.body().isEmpty()) {
      return unnamed(cell, onSheet);
    }
    Body body = onSheet.body().get();
    String other = body.subordinate() ? "" : otherThan(body.unit(), names.in(fileName(path)));
    return other.isEmpty()
        ? named(
            body, cell, Objects.requireNonNull(cell.at().sheet()), FindingCode.UNIT_FROM_SHEET_NAME)
        : disputed(body.unit(), other, cell);
  }

  private Resolution unnamed(HeaderEntry cell, Mention mention) {
    return Resolution.unknown(
        mention.stranger().isEmpty()
            ? Finding.of(FindingCode.UNIT_MISSING, cell.at())
            : unknown(cell.at(), mention.stranger()));
  }

  private Finding unknown(Location at, String text) {
    return Finding.ofCell(FindingCode.UNIT_UNKNOWN, at, text)
        .with(Argument.NAME, text)
        .with(Argument.NEAR, nearest(Folding.name(text)));
  }

  /** Returns the names on the roster that come nearest, for a person to choose from. */
  private List<String> nearest(String folded) {
    Map<String, Double> likeness = new HashMap<>();
    for (var unit : roster.map(Roster::units).orElse(List.of())) {
      Stream.concat(Stream.of(unit.name()), unit.aliases().stream())
          .mapToDouble(name -> Similarity.of(Folding.name(name), folded))
          .max()
          .ifPresent(most -> likeness.put(unit.name(), most));
    }
    return likeness.entrySet().stream()
        .filter(entry -> entry.getValue() >= ALIKE)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey(CodePoints.ORDER)))
        .limit(OFFERED)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Tells which unit a file that comes along with a return is from, by its path alone. */
  public Optional<Unit> companionOf(String path) {
    return byPath(path).body().filter(body -> !body.subordinate()).map(Body::unit);
  }

  /**
   * A sender that a name tells.
   *
   * @param name where the name stands: a path, or the name of a sheet
   */
  private static Resolution named(Body body, HeaderEntry cell, String name, FindingCode how) {
    return body.subordinate()
        ? subordinate(body.unit(), cell.at(), name)
        : new Resolution(
            Optional.of(body.unit()),
            Relation.SELF,
            List.of(Finding.of(how, cell.at()).with(Argument.UNIT, body.unit().name())));
  }

  private static Resolution subordinate(Unit unit, Location at, String name) {
    return new Resolution(
        Optional.of(unit),
        Relation.SUBORDINATE,
        List.of(
            Finding.of(FindingCode.SUB_UNIT_RETURN, at)
                .with(Argument.NAME, name)
                .with(Argument.UNIT, unit.name())));
  }

  private Optional<Body> byName(String text) {
    String folded = Folding.name(text);
    List<String> completed = kinds.completed(text.strip());
    if (roster.isPresent()) {
      return names.called(folded).or(() -> onlyOne(completed));
    }
    if (completed.size() == 1) {
      return byName(completed.get(0));
    }
    Set<String> own = names.withoutAffixes(district);
    own.remove("");
    return names.withoutAffixes(folded).stream().anyMatch(own::contains)
        ? Optional.empty()
        : Optional.of(new Body(Unit.named(folded, text.strip()), false));
  }

  private Optional<Body> onlyOne(List<String> names) {
    Set<Body> known =
        names.stream()
            .flatMap(name -> this.names.called(Folding.name(name)).stream())
            .collect(Collectors.toSet());
    return known.size() == 1 ? known.stream().findFirst() : Optional.empty();
  }

  /** Returns whom a path names: its last part that names anybody. */
  private Mention byPath(String path) {
    Mention found = names.in(fileName(path));
    List<String> folders = List.of(path.split("[/!]"));
    for (int i = folders.size() - 2; i >= 0 && !found.somebody(); i--) {
      found = names.in(folders.get(i));
    }
    return found;
  }

  /** Returns the last part of a path, without what it says of the format. */
  private static String fileName(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
