package dev.rollup.merge;

import dev.rollup.check.AcceptedReturn;
import dev.rollup.check.BatchChecks;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
import dev.rollup.text.CodePoints;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settles a batch: every file gets exactly one status, every unit exactly one state, and what is
 * accepted is added up. What it comes to does not depend on the order of the files.
 */
public final class Reconciliation {

  private final Template template;
  private final Optional<Roster> roster;
  private final Policy policy;
  private final Ledger ledger;

  /** By unit id, the return that another unit sent for it. */
  private final Map<String, Return> reportedByOthers = new HashMap<>();

  private final IdentityHashMap<Return, FileStatus> statuses = new IdentityHashMap<>();
  private final IdentityHashMap<Return, List<Finding>> findings = new IdentityHashMap<>();
  private final List<Finding> batch = new ArrayList<>();

  private Reconciliation(Template template, Optional<Roster> roster, Policy policy, Ledger ledger) {
    this.template = template;
    this.roster = roster;
    this.policy = policy;
    this.ledger = ledger;
  }

  /**
   * Settles all returns of one run.
   *
   * @param returns every file that was found, in any order
   * @param roster the units that owe a return; empty where each counts as it names itself
   */
  public static Report settle(
      List<Return> returns, Template template, Optional<Roster> roster, Policy policy) {
    return settle(returns, template, roster, policy, Ledger.EMPTY);
  }

  /**
   * As {@link #settle(List, Template, Optional, Policy)}, where the clerk noted which return counts
   * and who reports for whom.
   */
  public static Report settle(
      List<Return> returns,
      Template template,
      Optional<Roster> roster,
      Policy policy,
      Ledger ledger) {
    return new Reconciliation(template, roster, policy, ledger).settle(returns);
  }

  private Report settle(List<Return> unordered) {
    var suggestions = Suggestions.judged(unordered, template);
    batch.addAll(suggestions.findings());
    List<Return> sorted =
        Prints.setAside(unordered).stream()
            .map(suggestions::withoutRefuted)
            .sorted(Comparator.comparing(Return::path, CodePoints.ORDER))
            .toList();
    sorted.forEach(this::settleAlone);
    settleSameBytes(sorted);
    List<Return> returns = unrepaired(sorted);
    Map<String, List<Return>> byUnit = byUnit(returns);
    byUnit.values().forEach(this::settleSeveral);
    settleReportedByOthers(units(returns), byUnit);

    var results = new IdentityHashMap<Return, FileResult>();
    List<UnitResult> units = new ArrayList<>();
    var late = new IdentityHashMap<Return, Finding>();
    for (var unit : units(returns)) {
      List<Return> own = byUnit.getOrDefault(unit.id(), List.of());
      units.add(
          reportedByOthers.containsKey(unit.id())
              ? reportedByOther(unit, reportedByOthers.get(unit.id()), byUnit)
              : unit(unit, own, late));
    }
    Map<String, List<Finding>> acrossUnits = acrossUnits(returns);
    for (var each : returns) {
      var all = new ArrayList<>(each.findings());
      all.addAll(findings.getOrDefault(each, List.of()));
      acrossUnits.getOrDefault(each.path(), List.of()).stream()
          .filter(
              finding -> each.unit().filter(u -> u.id().equals(finding.at().unit())).isPresent())
          .forEach(all::add);
      Optional.ofNullable(late.get(each)).ifPresent(all::add);
      results.put(each, new FileResult(each, status(each), all));
    }
    List<UnitResult> settled =
        units.stream().map(unit -> withFiles(unit, byUnit, results)).toList();
    if (roster.isEmpty()) {
      batch.add(Finding.of(FindingCode.NO_ROSTER, Location.NOWHERE));
    }
    List<FileResult> files = returns.stream().map(results::get).toList();
    Stream<Summary> accepted =
        Stream.concat(
            files.stream()
                .filter(file -> file.status().counts())
                .map(file -> file.summary(template)),
            reportedByOthers.keySet().stream().map(unit -> Summary.blank(template)));
    return new Report(
        Reporting.of(settled, roster.isPresent()),
        files,
        settled,
        Summary.sum(template, accepted).derived(template),
        batch);
  }

  /** Compares what is accepted between the units; by the path of the file it is about. */
  private Map<String, List<Finding>> acrossUnits(List<Return> returns) {
    List<AcceptedReturn> accepted =
        returns.stream()
            .filter(each -> status(each).counts())
            .map(
                each ->
                    new AcceptedReturn(
                        each.unit().orElseThrow(), each.path(), each.submission().orElseThrow()))
            .toList();
    return BatchChecks.run(accepted, template, policy.periods()).stream()
        .collect(Collectors.groupingBy(finding -> finding.at().file()));
  }

  private void settleAlone(Return each) {
    statuses.put(
        each,
        switch (each.kind()) {
          case COMPANION, ASIDE -> FileStatus.SKIPPED;
          case UNUSABLE -> FileStatus.REJECTED;
          case FORM ->
              !each.heldCounts() || policy.strict() && each.hasErrors()
                  ? FileStatus.REJECTED
                  : FileStatus.ACCEPTED;
        });
  }

  /** The same bytes twice are one return; under two units they are nobody's. */
  private void settleSameBytes(List<Return> returns) {
    Map<String, List<Return>> byHash =
        returns.stream()
            .filter(each -> statuses.get(each) == FileStatus.ACCEPTED)
            .collect(Collectors.groupingBy(Return::sha256, TreeMap::new, Collectors.toList()));
    for (var same : byHash.values()) {
      String first = same.get(0).path();
      Map<String, Set<Unit>> units = unitsByPath(same);
      for (var each : same) {
        Set<Unit> own = Objects.requireNonNull(units.get(each.path()));
        same.stream()
            .filter(other -> !own.equals(units.get(other.path())))
            .findFirst()
            .ifPresentOrElse(
                other -> set(each, FileStatus.REJECTED, underTwoUnits(each, other)),
                () -> {
                  if (!each.path().equals(first)) {
                    set(each, FileStatus.DUPLICATE, duplicate(each, first));
                  }
                });
      }
    }
  }

  /** Returns the units whose forms each file holds. */
  private static Map<String, Set<Unit>> unitsByPath(List<Return> returns) {
    return returns.stream()
        .collect(
            Collectors.groupingBy(
                Return::path,
                Collectors.mapping(each -> each.unit().orElseThrow(), Collectors.toSet())));
  }

  private static Finding underTwoUnits(Return each, Return other) {
    return Finding.of(FindingCode.UNIT_CONFLICT, Location.file(each.path()))
        .with(Argument.UNIT, each.unit().orElseThrow().name())
        .with(Argument.OTHER, other.unit().orElseThrow().name());
  }

  private static Finding duplicate(Return each, String first) {
    return Finding.of(FindingCode.DUPLICATE_FILE, Location.file(each.path()))
        .with(Argument.FILE, first);
  }

  private void set(Return each, FileStatus status, Finding why) {
    statuses.put(each, status);
    findings.computeIfAbsent(each, r -> new ArrayList<>()).add(why);
  }

  private static Map<String, List<Return>> byUnit(List<Return> returns) {
    return returns.stream()
        .filter(each -> each.unit().isPresent())
        .collect(
            Collectors.groupingBy(
                each -> each.unit().orElseThrow().id(), TreeMap::new, Collectors.toList()));
  }

  /** Leaves out of what the clerk takes what it does not repair. */
  private List<Return> unrepaired(List<Return> returns) {
    Map<String, List<Return>> byUnit = byUnit(returns);
    return returns.stream()
        .map(
            each ->
                statuses.get(each) == FileStatus.ACCEPTED && ledger.counts(each.path(), each.unit())
                    ? unrepaired(each, of(each.unit().orElseThrow(), byUnit))
                    : each)
        .toList();
  }

  private Return unrepaired(Return taken, List<Return> ofUnit) {
    Return without =
        Unrepaired.in(
            taken,
            ofUnit.stream()
                .filter(other -> !other.equals(taken) && statuses.get(other) == FileStatus.ACCEPTED)
                .toList());
    statuses.put(without, FileStatus.ACCEPTED);
    return without;
  }

  private void settleSeveral(List<Return> returns) {
    List<Return> candidates =
        returns.stream().filter(each -> statuses.get(each) == FileStatus.ACCEPTED).toList();
    if (candidates.isEmpty()) {
      return;
    }
    var order = new Order(returns);
    List<Return> chosen = candidates.stream().filter(each -> chosen(each, returns)).toList();
    Map<Return, Supersession.Decision> decisions =
        Supersession.decide(chosen.isEmpty() ? candidates : chosen, policy, order);
    Optional<Return> counts =
        decisions.entrySet().stream()
            .filter(e -> e.getValue().status().counts())
            .map(Map.Entry::getKey)
            .findFirst();
    if (counts.isEmpty()) {
      // The clerk named several that contradict each other, which settles nothing.
      decisions.putAll(Supersession.decide(candidates, policy, order));
    } else {
      candidates.stream()
          .filter(each -> !decisions.containsKey(each))
          .forEach(each -> decisions.put(each, Supersession.superseded(each, counts.get())));
    }
    decisions.forEach(
        (each, decision) -> {
          statuses.put(each, decision.status());
          findings.computeIfAbsent(each, r -> new ArrayList<>()).addAll(decision.findings());
        });
    accepted(returns).ifPresent(slip -> settleCorrected(slip, returns, order));
  }

  /** What was of no use is settled by the slip that counts, if that leaves nothing of it out. */
  private void settleCorrected(Return slip, List<Return> returns, Order order) {
    order.corrected(slip, returns).stream()
        .filter(each -> statuses.get(each) == FileStatus.REJECTED)
        .filter(each -> Supersession.repairs(slip, each))
        .forEach(
            each ->
                set(
                    each,
                    FileStatus.SUPERSEDED,
                    Supersession.superseded(each, slip).findings().get(0)));
  }

  /** Tells whether the clerk noted a return, or a copy of it, as the one that counts. */
  private boolean chosen(Return each, List<Return> ofUnit) {
    return ofUnit.stream()
        .filter(other -> other.equals(each) || Objects.equals(each.sha256(), other.sha256()))
        .anyMatch(other -> ledger.counts(other.path(), other.unit()));
  }

  /**
   * A unit that another reports for has nothing in the totals of its own: its numbers are in the
   * other's return, and would be there twice.
   */
  private void settleReportedByOthers(List<Unit> units, Map<String, List<Return>> byUnit) {
    var proxies = new Proxies(ledger, units);
    for (var unit : units) {
      proxies
          .of(unit)
          .flatMap(by -> accepted(byUnit.getOrDefault(by.id(), List.of())))
          .ifPresent(by -> reportedByOthers.put(unit.id(), by));
    }
    reportedByOthers.forEach(
        (unit, by) ->
            accepted(byUnit.getOrDefault(unit, List.of()))
                .ifPresent(
                    own ->
                        set(
                            own,
                            FileStatus.SUPERSEDED,
                            Supersession.superseded(own, by).findings().get(0))));
  }

  private FileStatus status(Return each) {
    return Objects.requireNonNull(statuses.get(each), each.path());
  }

  private static List<Return> of(Unit unit, Map<String, List<Return>> byUnit) {
    return byUnit.getOrDefault(unit.id(), List.of());
  }

  private Optional<Return> accepted(List<Return> own) {
    return own.stream().filter(each -> status(each).counts()).findFirst();
  }

  /** A unit stands where the one stands that reports for it, with no return of its own. */
  private UnitResult reportedByOther(Unit unit, Return by, Map<String, List<Return>> byUnit) {
    Unit reporter = by.unit().orElseThrow();
    batch.add(
        Finding.of(FindingCode.REPORTED_BY_OTHER, Location.unit(unit.id()))
            .with(Argument.UNIT, unit.name())
            .with(Argument.BY, reporter.name()));
    return new UnitResult(
        unit,
        by.submission().orElseThrow().nil() ? UnitState.NIL : UnitState.REPORTED,
        Optional.of(timeliness(of(reporter, byUnit))),
        Optional.empty(),
        List.of());
  }

  /** Returns all units: those of the roster, or those that named themselves. */
  private List<Unit> units(List<Return> returns) {
    if (roster.isPresent()) {
      return roster.get().units();
    }
    var units = new TreeMap<String, Unit>();
    returns.forEach(each -> each.unit().ifPresent(unit -> units.putIfAbsent(unit.id(), unit)));
    return List.copyOf(units.values());
  }

  private UnitResult unit(Unit unit, List<Return> own, Map<Return, Finding> late) {
    Optional<Return> accepted = accepted(own);
    if (accepted.isPresent()) {
      boolean nil = accepted.get().submission().orElseThrow().nil();
      Timeliness timeliness = timeliness(own);
      if (timeliness == Timeliness.LATE) {
        late.put(accepted.get(), lateReturn(accepted.get()));
      }
      return new UnitResult(
          unit,
          nil ? UnitState.NIL : UnitState.REPORTED,
          Optional.of(timeliness),
          Optional.empty(),
          List.of());
    }
    boolean companionsOnly =
        own.stream()
            .allMatch(
                each -> each.kind() != Return.Kind.FORM && each.kind() != Return.Kind.UNUSABLE);
    boolean companions = own.stream().anyMatch(each -> each.kind() == Return.Kind.COMPANION);
    if (!companionsOnly || companions) {
      if (companionsOnly) {
        batch.add(
            Finding.of(FindingCode.FORM_NOT_RECEIVED, Location.unit(unit.id()))
                .with(Argument.UNIT, unit.name()));
      }
      return without(unit, UnitState.RETURNED);
    }
    Finding missing =
        Finding.of(FindingCode.UNIT_NOT_REPORTED, Location.unit(unit.id()))
            .with(Argument.UNIT, unit.name());
    batch.add(policy.awaiting() ? missing.withSeverity(Severity.INFO) : missing);
    return without(unit, policy.awaiting() ? UnitState.AWAITED : UnitState.MISSING);
  }

  private static UnitResult without(Unit unit, UnitState state) {
    return new UnitResult(unit, state, Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * Tells whether a unit's first return that held counts was in time: what came back corrected
   * after the deadline was still on time. Any return in time is before any that is late, but no
   * slip is before what it corrects.
   */
  private Timeliness timeliness(List<Return> own) {
    List<Return> held = own.stream().filter(Return::heldCounts).toList();
    var order = new Order(own);
    List<Timeliness> all =
        held.stream()
            .filter(
                each ->
                    order.corrected(each, held).stream()
                        .allMatch(base -> timeliness(base) == Timeliness.UNKNOWN))
            .map(this::timeliness)
            .toList();
    if (all.contains(Timeliness.ON_TIME)) {
      return Timeliness.ON_TIME;
    }
    return all.contains(Timeliness.UNKNOWN) ? Timeliness.UNKNOWN : Timeliness.LATE;
  }

  private Timeliness timeliness(Return each) {
    if (policy.deadline().isEmpty()) {
      return Timeliness.ON_TIME;
    }
    if (each.received().isPresent()) {
      return timeliness(policy.deadline().filter(each.received().get()::isAfter).isPresent());
    }
    return each.date()
        .map(
            date ->
                timeliness(
                    policy
                        .deadline()
                        .map(OffsetDateTime::toLocalDate)
                        .filter(date::isAfter)
                        .isPresent()))
        .orElse(Timeliness.UNKNOWN);
  }

  private static Timeliness timeliness(boolean late) {
    return late ? Timeliness.LATE : Timeliness.ON_TIME;
  }

  private static Finding lateReturn(Return each) {
    Mentioned.Day when =
        each.received()
            .map(
                received ->
                    new Mentioned.Day(
                        received.time().toLocalDate(),
                        received.dayOnly() ? null : received.time().toLocalTime()))
            .orElseGet(() -> new Mentioned.Day(each.date().orElseThrow(), null));
    return Finding.of(FindingCode.LATE_RETURN, Location.file(each.path())).with(Argument.DAY, when);
  }

  private static UnitResult withFiles(
      UnitResult unit, Map<String, List<Return>> byUnit, Map<Return, FileResult> results) {
    List<FileResult> files =
        byUnit.getOrDefault(unit.unit().id(), List.of()).stream().map(results::get).toList();
    return new UnitResult(
        unit.unit(),
        unit.state(),
        unit.timeliness(),
        files.stream().filter(file -> file.status().counts()).findFirst(),
        files);
  }
}
