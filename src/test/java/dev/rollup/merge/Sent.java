package dev.rollup.merge;

import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.Received;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Location;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.support.Mentions;
import dev.rollup.support.SmallForm;
import dev.rollup.template.Template;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small form as a unit sent it, to be settled with others. Its hash is its path. */
final class Sent {

  static final Unit EAST = Unit.named("E", "东镇");
  static final Unit WEST = Unit.named("W", "西镇");
  static final Unit NORTH = Unit.named("N", "北镇");

  /** What is asked where nothing else is said: the deadline is over, nothing is strict. */
  static final Policy POLICY = new Policy(Optional.of(SmallForm.DEADLINE), false, false, false);

  private final String path;
  private final String typed;
  private Unit unit = EAST;
  private String hash;
  private Return.Kind kind = Return.Kind.FORM;
  private Optional<LocalDate> day = Optional.empty();
  private Optional<Received> received = Optional.empty();
  private Set<String> corrected = Set.of();
  private RollUpContents carried = RollUpContents.NONE;
  private boolean nil;
  private final List<Finding> findings = new ArrayList<>();

  private Sent(String path, String typed) {
    this.path = path;
    this.typed = typed;
    this.hash = path;
  }

  /** A form of the east, as {@link SmallForm#entries} reads what stands in it. */
  static Sent form(String path, String typed) {
    return new Sent(path, typed);
  }

  /** Something of the east that is no form. */
  static Sent other(String path, Return.Kind kind) {
    var sent = new Sent(path, "");
    sent.kind = kind;
    return sent;
  }

  Sent from(Unit other) {
    unit = other;
    return this;
  }

  /** Has the bytes of another file. */
  Sent like(String other) {
    hash = other;
    return this;
  }

  /** Was filled in on a day of June 2023. */
  Sent on(int dayOfJune) {
    day = Optional.of(LocalDate.of(2023, 6, dayOfJune));
    return this;
  }

  /** Came in on a day of June 2023, at an hour or at a time that is not noted: {@code 28 16}. */
  Sent in(String dayAndHour) {
    String[] parts = dayAndHour.split(" ", -1);
    boolean dayOnly = parts.length == 1;
    received =
        Optional.of(
            new Received(
                OffsetDateTime.parse(
                    "2023-06-" + parts[0] + "T" + (dayOnly ? "00" : parts[1]) + ":00:00+08:00"),
                dayOnly));
    return this;
  }

  Sent correcting(String... hashes) {
    corrected = Set.of(hashes);
    return this;
  }

  Sent carrying(RollUpContents contents) {
    carried = contents;
    return this;
  }

  /** Says in words that there is nothing to report. */
  Sent nil() {
    nil = true;
    return this;
  }

  Sent saying(FindingCode code) {
    findings.add(Finding.of(code, Location.file(path)));
    return this;
  }

  Sent breaking(String rule, String field) {
    Location at = new Location(path, null, "表", null, SmallForm.id(field));
    findings.add(Finding.ofRule(FindingCode.RULE_VIOLATED, rule, Severity.ERROR, at, null));
    return this;
  }

  Return made() {
    Optional<Submission> submission =
        kind == Return.Kind.FORM ? Optional.of(submission()) : Optional.empty();
    Stream<Finding> leftOut =
        submission.stream()
            .flatMap(form -> form.entries().stream())
            .filter(entry -> entry.state() == State.EXCLUDED)
            .map(
                entry ->
                    Finding.ofCell(entry.notes().get(0), entry.at().inFile(path), entry.raw()));
    return new Return(
        path,
        hash,
        "xlsx",
        kind,
        Optional.ofNullable(unit),
        submission,
        received,
        Stream.concat(leftOut, findings.stream()).toList());
  }

  Submission submission() {
    return new Submission(
        Map.of(),
        day,
        SmallForm.entries(typed),
        nil,
        !carried.equals(RollUpContents.NONE),
        carried,
        corrected);
  }

  /** Settles files against a roster of the units that they are from. */
  static Report settled(Template template, Policy policy, Ledger ledger, Sent... sent) {
    var units =
        Arrays.stream(sent).map(each -> each.unit).filter(each -> each != null).distinct().toList();
    return settled(template, policy, ledger, new Roster(units), sent);
  }

  static Report settled(
      Template template, Policy policy, Ledger ledger, Roster roster, Sent... sent) {
    List<Return> returns = Arrays.stream(sent).map(Sent::made).toList();
    return Reconciliation.settle(returns, template, Optional.of(roster), policy, ledger);
  }

  static Report settled(Sent... sent) {
    return settled(SmallForm.drawn(), POLICY, Ledger.EMPTY, sent);
  }

  /**
   * Returns what became of each file and why: {@code b.xlsx superseded: superseded file=a.xlsx}.
   */
  static List<String> told(Report report) {
    return report.files().stream().map(Sent::told).toList();
  }

  static String told(FileResult file) {
    String told = file.source().path() + " " + file.status().word();
    return file.findings().isEmpty() ? told : told + ": " + said(file.findings());
  }

  /** Returns the codes of findings with what they mention and about whom. */
  static String said(List<Finding> findings) {
    return findings.stream().map(Sent::said).collect(Collectors.joining("; "));
  }

  static String said(Finding finding) {
    return (finding.code().id() + " " + Mentions.of(finding)).strip();
  }

  /** Returns a total and of how many entries it is made: {@code 7 2/1/0}. */
  static String told(Tally tally) {
    String total = tally.total() == null ? "none" : tally.total().toPlainString();
    return total + " " + tally.counted() + "/" + tally.blank() + "/" + tally.excluded();
  }
}
