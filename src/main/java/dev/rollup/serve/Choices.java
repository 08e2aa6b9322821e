package dev.rollup.serve;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.report.Issue;
import dev.rollup.run.Merge;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.template.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the clerk can do about an issue without the unit sending its return anew. */
final class Choices {

  /** An entry that may be corrected. */
  record Choice(Entry entry) {
    /** Returns what it is told by in a form. */
    String key() {
      return entry.field().id() + "#" + entry.row();
    }
  }

  private final Issue issue;
  private final Merge.Result result;

  Choices(Issue issue, Merge.Result result) {
    this.issue = issue;
    this.result = result;
  }

  /** Tells whether it is a question, which the unit can answer: what is wrong stays wrong. */
  boolean confirmable() {
    return issue.unit().isPresent() && issue.finding().severity() == Severity.WARNING;
  }

  /** Returns the entries that can be corrected: what was found in one, or what a rule compares. */
  List<Choice> correctable() {
    if (issue.unit().isEmpty() || issue.finding().at().field() == null) {
      return List.of();
    }
    List<String> fields = fields(issue.finding());
    return submissions()
        .flatMap(form -> form.entries().stream())
        .filter(entry -> fields.contains(entry.field().id()) && isOfRow(entry))
        .map(Choice::new)
        .toList();
  }

  private Stream<Submission> submissions() {
    return result.report().files().stream()
        .map(FileResult::source)
        .filter(file -> Optional.of(file.path()).equals(issue.file()))
        .filter(file -> file.unit().equals(issue.unit()))
        .flatMap(file -> file.submission().stream());
  }

  /** Returns the blanks that it is about, the one first that is to be changed most likely. */
  private List<String> fields(Finding finding) {
    Stream<String> compared =
        result.template().rules().stream()
            .filter(rule -> rule.id().equals(finding.rule()))
            .flatMap(Choices::fields);
    return Stream.concat(Stream.ofNullable(finding.at().field()), compared).distinct().toList();
  }

  private static Stream<String> fields(Rule rule) {
    return Stream.concat(rule.left().fields().stream(), rule.right().fields().stream());
  }

  private boolean isOfRow(Entry entry) {
    Finding finding = issue.finding();
    return entry.row() == 0
        || finding
            .mentioned(Argument.ROW)
            .map(row -> row.plain().contains(String.valueOf(entry.row())))
            .orElseGet(() -> Objects.equals(entry.at().cell(), finding.at().cell()));
  }
}
