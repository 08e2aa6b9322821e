package dev.rollup.merge;

import dev.rollup.clerkfile.Received;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Submission;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file as far as it can be understood on its own, before it is compared with the others.
 *
 * @param path its path as the report names it
 * @param sha256 of its bytes, in lower-case hex; null where they could not be read
 * @param format the usual extension of what it really is; null where that is not known
 * @param kind what becomes of it if nothing else comes in between
 * @param unit who it is from, as far as that can be told
 * @param submission the form that it holds, where it holds one
 * @param received when it came in, by the ledger
 * @param findings what was found in it
 */
public record Return(
    String path,
    @Nullable String sha256,
    @Nullable String format,
    Kind kind,
    Optional<Unit> unit,
    Optional<Submission> submission,
    Optional<Received> received,
    List<Finding> findings) {

  /** What becomes of a file if no other file changes it. */
  public enum Kind {
    /** A form of a known unit. */
    FORM,
    /** Came along with a return: a stamped copy, a photograph. */
    COMPANION,
    /** Never a return, or that of a body whose unit reports for it. */
    ASIDE,
    /** Meant as a return, but of no use. */
    UNUSABLE
  }

  /** Copies the findings; a form has a unit and a submission. */
  public Return {
    findings = List.copyOf(findings);
    if (kind == Kind.FORM && (unit.isEmpty() || submission.isEmpty())) {
      throw new IllegalArgumentException(path + ": a form has a unit and a submission");
    }
  }

  /** Returns the same file without a form and a unit, of which it has several. */
  Return ofNobody() {
    return new Return(
        path, sha256, format, Kind.ASIDE, Optional.empty(), Optional.empty(), received, findings);
  }

  /** Returns the same file as one that only came along with a return. */
  Return asCompanion(Finding why) {
    return new Return(
        path, sha256, format, Kind.COMPANION, unit, Optional.empty(), received, List.of(why));
  }

  /** Tells whether it is laid out for paper, and was made from something else. */
  boolean isPrint() {
    return "pdf".equals(format) || "ofd".equals(format);
  }

  /**
   * Returns the same file with another form, and more to say about it.
   *
   * @param other what is taken for its form
   */
  Return with(Submission other, List<Finding> more) {
    var all = new ArrayList<>(findings);
    all.addAll(more);
    return new Return(path, sha256, format, kind, unit, Optional.of(other), received, all);
  }

  /** Returns the same file without what it says of some rules. */
  Return withoutRules(Set<String> rules) {
    List<Finding> others =
        findings.stream()
            .filter(finding -> finding.rule() == null || !rules.contains(finding.rule()))
            .toList();
    return new Return(path, sha256, format, kind, unit, submission, received, others);
  }

  /** Returns the day on which the form was filled in, where it says so. */
  Optional<LocalDate> date() {
    return submission.flatMap(Submission::date);
  }

  /** Returns when it came in, by the ledger, else the day on which the form was filled in. */
  public Optional<LocalDateTime> time() {
    return received
        .map(ledger -> ledger.time().toLocalDateTime())
        .or(() -> date().map(LocalDate::atStartOfDay));
  }

  /** Tells whether something in it must be corrected. */
  boolean hasErrors() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Tells whether it is the form that was asked for, whoever it is from and whatever it holds. */
  public boolean isForm() {
    return submission.isPresent()
        || findings.stream()
            .map(Finding::code)
            .anyMatch(
                code -> code.kind() == FindingCode.Kind.FORM && code != FindingCode.NOT_THIS_FORM);
  }

  /** Tells whether it held counts, or said that there were none to hold. */
  boolean heldCounts() {
    return kind == Kind.FORM && !submission.orElseThrow().empty();
  }
}
