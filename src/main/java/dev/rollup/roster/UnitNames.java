package dev.rollup.roster;

import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the units of a roster are called, by themselves and inside longer texts such as the name of
 * a file. Only by equality of folded names, never by likeness. Safe for several threads.
 */
final class UnitNames {

  /** Words before a name that make it the one who receives: 报区应急局, 报送区应急局, 致区应急局. */
  private static final Pattern RECIPIENT = Pattern.compile(".*(?:报送?|致|呈)$", Pattern.DOTALL);

  private final List<String> prefixes;
  private final List<String> suffixes;
  private final NameMargin margin;
  private final Map<String, Body> bodies = new HashMap<>();
  private final Map<String, Body> byId = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>();

  /** A name's owner: a unit itself, or a body whose numbers the unit reports. */
  record Body(Unit unit, boolean subordinate) {}

  /**
   * Whom a text names.
   *
   * @param body who it is; empty where the text names nobody, or not certainly one
   * @param name the name as it was found, folded; empty without a body
   * @param stranger the folded name of somebody else that stands there; empty where none does
   * @param goesOn whether that name begins with the name of a unit: 城桥镇中心小学
   * @param uncertain whether it names several, or one whose name may go on
   */
  record Mention(
      Optional<Body> body, String name, String stranger, boolean goesOn, boolean uncertain) {

    /** A text that names nobody. */
    static final Mention NOBODY = new Mention(Optional.empty(), "", "", false, false);

    /** Tells whether it names somebody, certainly or not. */
    boolean somebody() {
      return body.isPresent() || uncertain || !stranger.isEmpty();
    }
  }

  /** A known name inside a longer text. */
  private record Hit(int from, int to, Body body) {
    boolean inside(Hit other) {
      return other.from <= from && to <= other.to && other.to - other.from > to - from;
    }
  }

  UnitNames(Template template, Optional<Roster> roster) {
    this.prefixes = template.unitPrefixes().stream().map(Folding::name).toList();
    this.suffixes = template.unitSuffixes().stream().map(Folding::name).toList();
    this.margin = new NameMargin(template);
    List<Unit> units = roster.map(Roster::units).orElse(List.of());
    for (var unit : units) {
      unit.subordinates().forEach(name -> learn(name, new Body(unit, true)));
    }
    for (var unit : units) {
      byId.put(Folding.name(unit.id()), new Body(unit, false));
      learn(unit.name(), new Body(unit, false));
      unit.aliases().forEach(alias -> learn(alias, new Body(unit, false)));
    }
  }

  private void learn(String name, Body body) {
    String folded = Folding.name(name);
    if (!folded.isEmpty()) {
      bodies.put(folded, body);
      lengths.add(folded.length());
    }
  }

  /** Returns who is called by the whole of a folded text, with or without listed words around. */
  Optional<Body> called(String folded) {
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

  /** Returns a folded name and all that is left of it when listed words fall away at its ends. */
  Set<String> withoutAffixes(String folded) {
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

  /** Tells whether a folded text is nothing but listed words such as 盖章. */
  boolean onlySuffixes(String folded) {
    return folded.isEmpty()
        || suffixes.stream()
            .filter(folded::endsWith)
            .anyMatch(s -> onlySuffixes(folded.substring(0, folded.length() - s.length())));
  }

  /** Returns whom a longer text names: a name that goes on there is another name. */
  Mention in(String text) {
    if (bodies.isEmpty()) {
      return Mention.NOBODY;
    }
    NameMargin.Text folded = NameMargin.Text.of(text);
    List<Hit> hits = hits(folded.letters());
    var receiving = new BitSet();
    var covered = new BitSet();
    var named = new ArrayList<Hit>();
    for (var hit : hits) {
      covered.set(hit.from(), NameMargin.endWithLegalForm(folded.letters(), hit.to()));
      if (RECIPIENT.matcher(folded.letters().substring(0, hit.from())).matches()) {
        receiving.set(hit.to());
      } else {
        named.add(hit);
      }
    }
    Set<Body> certain = new LinkedHashSet<>();
    String name = "";
    String stranger = margin.stranger(folded, covered);
    boolean goesOn = false;
    boolean uncertain = false;
    for (var hit : named) {
      String whole = folded.letters().substring(hit.from(), hit.to());
      int end = NameMargin.endWithLegalForm(folded.letters(), hit.to());
      String more = margin.another(folded, end);
      if (!more.isEmpty()) {
        goesOn = true;
        stranger = whole + more;
      } else if (margin.beginsAt(folded, hit.from(), receiving) && margin.endsBehind(folded, end)) {
        certain.add(hit.body());
        name = whole;
      } else {
        uncertain = true;
      }
    }
    uncertain |= certain.size() > 1;
    boolean one = certain.size() == 1 && stranger.isEmpty() && !uncertain;
    return one
        ? new Mention(Optional.of(certain.iterator().next()), name, "", false, false)
        : new Mention(Optional.empty(), "", stranger, goesOn, uncertain);
  }

  /** Returns the longest names in a folded text. */
  private List<Hit> hits(String folded) {
    var hits = new ArrayList<Hit>();
    for (int length : lengths) {
      for (int from = 0; from + length <= folded.length(); from++) {
        Body body = bodies.get(folded.substring(from, from + length));
        if (body != null) {
          hits.add(new Hit(from, from + length, body));
        }
      }
    }
    return hits.stream().filter(hit -> hits.stream().noneMatch(hit::inside)).toList();
  }
}
