package dev.rollup.match;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import dev.rollup.roster.NameMargin;
import dev.rollup.roster.Unit;
import dev.rollup.roster.UnitResolver;
import dev.rollup.roster.UnitResolver.Relation;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.HeaderField;
import dev.rollup.text.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of several forms in one file count. Those of several units count each for its unit;
 * beside a unit's own form may stand copies of it, and forms that it was added up from. Whatever
 * else tells other numbers may be the rest of it: then none counts.
 */
public final class SeveralForms {

  /**
   * A form and who it says it is from.
   *
   * @param findings what was found in it
   */
  public record Claim(
      Submission submission, UnitResolver.Resolution sender, List<Finding> findings) {

    /** Copies the findings. */
    public Claim {
      findings = List.copyOf(findings);
    }

    private boolean isOwn() {
      return sender.relation() == Relation.SELF;
    }

    private boolean isOfSubordinate() {
      return sender.relation() == Relation.SUBORDINATE;
    }

    private Unit unit() {
      return sender.unit().orElseThrow();
    }

    /** Tells whether it names somebody who is not on the roster: a village, a school. */
    private boolean isOfAnotherBody() {
      return sender.findings().stream()
          .filter(finding -> finding.code() == FindingCode.UNIT_UNKNOWN)
          .anyMatch(finding -> NameMargin.isSomebody(Folding.name(finding.raw())));
    }

    private String name() {
      String own = submission.head(HeaderField.UNIT).text();
      return own.isEmpty() ? unit().name() : own;
    }

    private Claim with(List<Finding> more) {
      var all = new ArrayList<>(findings);
      all.addAll(more);
      return new Claim(submission, sender, all);
    }
  }

  private SeveralForms() {}

  /**
   * Returns the forms that count, one for each unit, the first of them with what is to be said
   * about the others; or none, and why that cannot be told.
   */
  public static Outcome<List<Claim>> that(List<Claim> claims) {
    List<Finding> disputed =
        claims.stream()
            .filter(claim -> claim.sender().relation() == Relation.DISPUTED)
            .flatMap(claim -> claim.sender().findings().stream())
            .toList();
    if (!disputed.isEmpty()) {
      return Outcome.none(disputed.toArray(Finding[]::new));
    }
    var own = new LinkedHashMap<String, Claim>();
    claims.stream()
        .filter(Claim::isOwn)
        .forEach(claim -> own.putIfAbsent(claim.unit().id(), claim));
    if (own.isEmpty()) {
      return Outcome.none(nobody(claims));
    }
    Optional<Finding> contradiction =
        claims.stream()
            .flatMap(claim -> contradiction(claim, own, claims.size()).stream())
            .findFirst();
    return contradiction.isPresent()
        ? Outcome.none(contradiction.get())
        : Outcome.of(counted(claims, List.copyOf(own.values())));
  }

  /** Returns what is wrong with forms none of which is a unit's own. */
  private static Finding nobody(List<Claim> claims) {
    boolean nameless =
        claims.stream().noneMatch(claim -> claim.isOfSubordinate() || claim.isOfAnotherBody());
    return claims.stream()
        .flatMap(claim -> difference(claims.get(0), claim, claims.size()).stream())
        .findFirst()
        .filter(difference -> nameless)
        .orElse(
            Finding.of(FindingCode.SEVERAL_FORMS, Location.NOWHERE)
                .with(Argument.FORMS, claims.size()));
  }

  /** Returns the one unit that claims are of, where they are of one only. */
  public static Optional<Unit> onlyUnit(List<Claim> claims) {
    List<Unit> units =
        claims.stream().filter(Claim::isOwn).map(Claim::unit).distinct().limit(2).toList();
    return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
  }

  private static List<Claim> counted(List<Claim> claims, List<Claim> own) {
    List<Claim> others = claims.stream().filter(claim -> !claim.isOwn()).toList();
    boolean listed = others.stream().allMatch(Claim::isOfSubordinate);
    var said = new ArrayList<Finding>();
    said.add(
        Finding.of(FindingCode.SEVERAL_FORMS, Location.NOWHERE)
            .with(Argument.FORMS, claims.size())
            .with(Argument.UNIT, own.stream().map(Claim::name).toList())
            .withSeverity(listed ? Severity.INFO : Severity.WARNING));
    for (var other : others) {
      // Beside one form of a unit others are what it was added up from, listed or not.
      boolean lost = own.size() > 1 && other.isOfAnotherBody();
      if (lost) {
        said.addAll(other.sender().findings());
      }
    }
    var counted = new ArrayList<>(own);
    counted.set(0, own.get(0).with(said));
    return counted;
  }

  /** Returns why a form is neither a copy of a unit's own nor a part of it nor of another unit. */
  private static Optional<Finding> contradiction(Claim claim, Map<String, Claim> own, int forms) {
    List<Claim> known = List.copyOf(own.values());
    if (claim.isOfSubordinate()) {
      return Optional.empty();
    }
    if (claim.isOwn()) {
      return Optional.ofNullable(own.get(claim.unit().id()))
          .flatMap(one -> difference(one, claim, forms));
    }
    if (!claim.isOfAnotherBody()) {
      boolean copy = known.stream().anyMatch(one -> difference(one, claim, forms).isEmpty());
      return copy ? Optional.empty() : difference(known.get(0), claim, forms);
    }
    boolean part = known.size() > 1 || isPart(claim.submission(), known.get(0).submission());
    return part ? Optional.empty() : difference(known.get(0), claim, forms);
  }

  /** Returns the first blank in which two forms differ. */
  private static Optional<Finding> difference(Claim one, Claim other, int forms) {
    Map<String, Entry> first = filled(one.submission());
    Map<String, Entry> second = filled(other.submission());
    var either = new TreeMap<>(first);
    either.putAll(second);
    return either.entrySet().stream()
        .filter(blank -> !says(first.get(blank.getKey())).equals(says(second.get(blank.getKey()))))
        .findFirst()
        .map(
            blank -> {
              Entry here = first.get(blank.getKey());
              Entry there = second.get(blank.getKey());
              return Finding.of(FindingCode.SEVERAL_FORMS, blank.getValue().at())
                  .with(Argument.FORMS, forms)
                  .with(Argument.WHERE, place(here, one))
                  .with(Argument.FIRST, said(here))
                  .with(Argument.ELSEWHERE, place(there, other))
                  .with(Argument.SECOND, said(there));
            });
  }

  private static Map<String, Entry> filled(Submission submission) {
    var filled = new TreeMap<String, Entry>();
    submission.entries().stream()
        .filter(entry -> entry.state() != State.BLANK)
        .forEach(entry -> filled.put(entry.field().id() + "#" + entry.row(), entry));
    return filled;
  }

  /** What a form says in a blank: what was read, or what stands there and could not be. */
  private static String says(@Nullable Entry entry) {
    return entry == null ? "" : entry.value() != null ? entry.value() : "? " + entry.raw();
  }

  private static String said(@Nullable Entry entry) {
    return entry == null
        ? ""
        : entry.value() != null ? entry.value() : entry.raw() == null ? "" : entry.raw();
  }

  /** Returns where an entry stands, or its form where it has none. */
  private static Mentioned place(@Nullable Entry entry, Claim claim) {
    String sheet = claim.submission().head(HeaderField.UNIT).at().sheet();
    Location at = entry == null ? claim.submission().entries().get(0).at() : entry.at();
    return new Mentioned.Where(Location.at(sheet, at.cell()));
  }

  /** Tells whether a form may be one of those that another was added up from. */
  private static boolean isPart(Submission part, Submission whole) {
    Map<String, BigDecimal> sums = sums(whole);
    Set<String> unread = unread(whole);
    return unread(part).isEmpty()
        && sums(part).entrySet().stream()
            .allMatch(
                sum ->
                    unread.contains(sum.getKey())
                        || sum.getValue()
                                .compareTo(sums.getOrDefault(sum.getKey(), BigDecimal.ZERO))
                            <= 0);
  }

  private static Map<String, BigDecimal> sums(Submission submission) {
    var sums = new TreeMap<String, BigDecimal>();
    submission.numbers().forEach(e -> sums.merge(e.field().id(), e.number(), BigDecimal::add));
    return sums;
  }

  private static Set<String> unread(Submission submission) {
    return submission.entries().stream()
        .filter(entry -> entry.state() == State.EXCLUDED)
        .map(entry -> entry.field().id())
        .collect(Collectors.toSet());
  }
}
