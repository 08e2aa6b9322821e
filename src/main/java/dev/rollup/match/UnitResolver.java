package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.CodePoints;
import dev.rollup.model.Folding;
import dev.rollup.model.Location;
import dev.rollup.template.Roster;
import dev.rollup.template.Template;
import dev.rollup.template.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which unit a return is from: by the words in its unit cell, else by its file name, else by
 * its folder. Only by equality of folded names, never by likeness. Safe for several threads.
 */
public final class UnitResolver {

  /** Words before a name that make it the one who receives: 报区应急局, 报送区应急局, 致区应急局. */
  private static final Pattern RECIPIENT = Pattern.compile(".*(?:报送?|致|呈)$", Pattern.DOTALL);

  /** Below this likeness a name on the roster is no help to who looks for the right one. */
  private static final double ALIKE = 0.3;

  private static final int OFFERED = 3;
  private static final String NAMES = "、";

  /** Signs for "nothing", which some units put into every cell. */
  private static final Set<String> NOTHING = Set.of("/", "-", "—", "——", "无");

  private final Optional<Roster> roster;
  private final List<String> prefixes;
  private final List<String> suffixes;
  private final String district;
  private final Map<String, Body> bodies = new HashMap<>();
  private final Map<String, Body> byId = new HashMap<>();
  private final TreeSet<Integer> nameLengths = new TreeSet<>();

  /** A name's owner: a unit itself, or a body whose numbers the unit reports. */
  private record Body(Unit unit, boolean subordinate) {}

  /**
   * A resolver for one run.
   *
   * @param roster the units that are known; empty where each unit is taken as it names itself
   * @param district who adds up: never a unit of its own
   */
  public UnitResolver(Template template, Optional<Roster> roster, String district) {
    this.roster = roster;
    this.prefixes = template.unitPrefixes().stream().map(Folding::name).toList();
    this.suffixes = template.unitSuffixes().stream().map(Folding::name).toList();
    this.district = Folding.name(district);
    for (var unit : roster.map(Roster::units).orElse(List.of())) {
      unit.subordinates().forEach(name -> learn(name, new Body(unit, true)));
    }
    for (var unit : roster.map(Roster::units).orElse(List.of())) {
      byId.put(Folding.name(unit.id()), new Body(unit, false));
      learn(unit.name(), new Body(unit, false));
      unit.aliases().forEach(alias -> learn(alias, new Body(unit, false)));
    }
  }

  private void learn(String name, Body body) {
    String folded = Folding.name(name);
    if (!folded.isEmpty()) {
      bodies.put(folded, body);
      nameLengths.add(folded.length());
    }
  }

  /**
   * Who a return is from.
   *
   * @param unit the unit; empty where it cannot be told
   * @param relation how the return is related to that unit
   * @param findings what is to be said about it; places are without the file
   */
  public record Sender(Optional<Unit> unit, Relation relation, List<Finding> findings) {

    private static Sender unknown(Finding why) {
      return new Sender(Optional.empty(), Relation.NONE, List.of(why));
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
   * @param cell what stands in the form's unit cell
   * @param path the path of the file as the report names it
   */
  public Sender sender(HeaderEntry cell, String path) {
    String text = saysNothing(Folding.name(cell.text())) ? "" : cell.text();
    Optional<Body> fromName = text.isEmpty() ? byPath(path) : byFileName(path);
    if (text.isEmpty()) {
      return fromName
          .map(body -> named(body, cell, path))
          .orElseGet(
              () -> Sender.unknown(Finding.of(FindingCode.UNIT_MISSING, cell.at(), cell.text())));
    }
    Optional<Body> body = byName(text);
    if (body.isEmpty()) {
      return Sender.unknown(unknown(cell.at(), text));
    }
    Unit unit = body.get().unit();
    if (body.get().subordinate()) {
      return subordinate(unit, cell.at(), text);
    }
    boolean conflict = fromName.filter(named -> !named.unit().id().equals(unit.id())).isPresent();
    return conflict
        ? new Sender(
            Optional.of(unit),
            Relation.DISPUTED,
            List.of(
                Finding.ofCell(
                    FindingCode.UNIT_CONFLICT,
                    cell.at(),
                    text,
                    unit.name(),
                    fromName.get().unit().name())))
        : new Sender(Optional.of(unit), Relation.SELF, List.of());
  }

  private Finding unknown(Location at, String text) {
    String near = String.join(NAMES, nearest(Folding.name(text)));
    return near.isEmpty()
        ? Finding.ofCell(FindingCode.UNIT_UNKNOWN, at, text, text)
        : Finding.ofCell(FindingCode.UNIT_UNKNOWN, at, text, text, near);
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
    return byPath(path).filter(body -> !body.subordinate()).map(Body::unit);
  }

  private static Sender named(Body body, HeaderEntry cell, String path) {
    return body.subordinate()
        ? subordinate(body.unit(), cell.at(), path)
        : new Sender(
            Optional.of(body.unit()),
            Relation.SELF,
            List.of(Finding.of(FindingCode.UNIT_FROM_FILE_NAME, cell.at(), body.unit().name())));
  }

  private static Sender subordinate(Unit unit, Location at, String name) {
    return new Sender(
        Optional.of(unit),
        Relation.SUBORDINATE,
        List.of(Finding.of(FindingCode.SUB_UNIT_RETURN, at, name, unit.name())));
  }

  private Optional<Body> byName(String text) {
    String folded = Folding.name(text);
    if (roster.isEmpty()) {
      Set<String> own = withoutAffixes(district);
      own.remove("");
      return withoutAffixes(folded).stream().anyMatch(own::contains)
          ? Optional.empty()
          : Optional.of(new Body(Unit.named(folded, text.strip()), false));
    }
    // An id is believed where a unit is asked for, not where it merely occurs in a file name.
    Body exact = bodies.getOrDefault(folded, byId.get(folded));
    if (exact != null) {
      return Optional.of(exact);
    }
    Set<Body> candidates = new LinkedHashSet<>();
    for (var name : withoutAffixes(folded)) {
      Body body = bodies.get(name);
      if (body != null) {
        candidates.add(body);
      }
    }
    return candidates.size() == 1 ? Optional.of(candidates.iterator().next()) : Optional.empty();
  }

  /** Tells whether a unit cell holds nothing, or nothing but words such as 盖章. */
  private boolean saysNothing(String folded) {
    return folded.isEmpty()
        || NOTHING.contains(folded)
        || suffixes.stream()
            .filter(folded::endsWith)
            .anyMatch(s -> saysNothing(folded.substring(0, folded.length() - s.length())));
  }

  /** Returns a folded name and all that is left of it when listed words fall away at its ends. */
  private Set<String> withoutAffixes(String folded) {
    var names = new LinkedHashSet<String>();
    var open = new ArrayList<>(List.of(folded));
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      if (names.add(name)) {
        prefixes.stream()
            .filter(name::startsWith)
            .forEach(prefix -> open.add(name.substring(prefix.length())));
        suffixes.stream()
            .filter(name::endsWith)
            .forEach(suffix -> open.add(name.substring(0, name.length() - suffix.length())));
      }
    }
    return names;
  }

  private Optional<Body> byPath(String path) {
    List<String> parts = List.of(path.split("[/!]"));
    Optional<Body> found = byFileName(path);
    for (int i = parts.size() - 2; i >= 0 && found.isEmpty(); i--) {
      found = inText(parts.get(i));
    }
    return found;
  }

  private Optional<Body> byFileName(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    int dot = name.lastIndexOf('.');
    return inText(dot > 0 ? name.substring(0, dot) : name);
  }

  /** A known name inside a longer text. */
  private record Hit(int from, int to, Body body) {
    boolean inside(Hit other) {
      return other.from <= from && to <= other.to && other.to - other.from > to - from;
    }
  }

  /** Returns the one body that a text names, where it names one only. */
  private Optional<Body> inText(String text) {
    String folded = Folding.name(text);
    var hits = new ArrayList<Hit>();
    for (int length : nameLengths) {
      for (int from = 0; from + length <= folded.length(); from++) {
        Body body = bodies.get(folded.substring(from, from + length));
        if (body != null) {
          hits.add(new Hit(from, from + length, body));
        }
      }
    }
    Set<Body> named = new LinkedHashSet<>();
    for (var hit : hits) {
      boolean receives = RECIPIENT.matcher(folded.substring(0, hit.from())).matches();
      if (!receives && hits.stream().noneMatch(hit::inside)) {
        named.add(hit.body());
      }
    }
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }
}
