package dev.rollup.run;

import dev.rollup.clerkfile.Confirmation;
import dev.rollup.clerkfile.ConfirmationsReader;
import dev.rollup.clerkfile.Corrections;
import dev.rollup.clerkfile.CorrectionsReader;
import dev.rollup.clerkfile.Ledger;
import dev.rollup.clerkfile.LedgerReader;
import dev.rollup.clerkfile.RosterReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Outcome;
import dev.rollup.merge.Confirmations;
import dev.rollup.merge.CorrectionsCheck;
import dev.rollup.merge.LedgerCheck;
import dev.rollup.merge.Report;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Roster;
import dev.rollup.template.Template;
import dev.rollup.text.Period;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the clerk wrote down beside the returns.
 *
 * @param roster who owes a return, where that is known
 * @param findings lines that say nothing which could take effect
 */
record Notes(
    Optional<Roster> roster,
    Ledger ledger,
    List<Confirmation> confirmations,
    Corrections corrections,
    List<Finding> findings) {

  /**
   * Reads all side files of a run.
   *
   * @param deadline until when a return is on time, if there is such a moment: its zone is that of
   *     all times that are shown, its neighbourhood that of days without a year
   * @throws Mistake if one cannot be read, or leaves in doubt what it means
   */
  static Notes read(
      Optional<Path> rosterFile,
      ClerkFiles files,
      Template template,
      Optional<OffsetDateTime> deadline)
      throws Mistake {
    var findings = new ArrayList<Finding>();
    Optional<Roster> roster = Optional.empty();
    if (rosterFile.isPresent()) {
      roster = taken(RosterReader.read(SideFiles.open(rosterFile.get()), template), findings);
    }
    Ledger ledger = Ledger.EMPTY;
    if (files.received().isPresent()) {
      ledger =
          LedgerReader.read(
              SideFiles.open(files.received().get()),
              template.zone(),
              deadline.map(OffsetDateTime::getOffset).orElse(template.zone()),
              deadline.map(OffsetDateTime::toLocalDate).or(() -> template.period().map(Period::to)),
              roster);
    }
    List<Confirmation> confirmations = List.of();
    if (files.confirmations().isPresent()) {
      confirmations =
          ConfirmationsReader.read(SideFiles.open(files.confirmations().get()), template, roster);
    }
    Corrections corrections = Corrections.NONE;
    if (files.corrections().isPresent()) {
      corrections =
          taken(
                  CorrectionsReader.read(
                      SideFiles.open(files.corrections().get()), template, roster),
                  findings)
              .orElseThrow();
    }
    return new Notes(roster, ledger, confirmations, corrections, findings);
  }

  private static <T> Optional<T> taken(Outcome<T> outcome, List<Finding> findings) {
    findings.addAll(outcome.findings());
    return outcome.value();
  }

  /** Returns a report with the units' answers, which says which notes took no effect. */
  Report applied(Report report, Template template) {
    var more = new ArrayList<>(findings);
    more.addAll(LedgerCheck.of(ledger, report));
    more.addAll(CorrectionsCheck.of(corrections, report.units()));
    return Confirmations.apply(confirmations, report.withFindings(more), template);
  }
}
