package dev.rollup.messages;

import dev.rollup.finding.Finding;
import dev.rollup.report.Issue;
import dev.rollup.report.IssueText;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
import java.util.Objects;

/** Puts problems into the words of the list of problems. */
public final class IssueWords {

  private final FindingText words;
  private final FormLabels fields;

  /** Words in one language for the problems with the returns of one form. */
  public IssueWords(Template template, Messages messages) {
    this.words = new FindingText(messages, template);
    this.fields = new FormLabels(template, messages);
  }

  /** Returns a problem in words. */
  public IssueText of(Issue issue) {
    Finding finding = issue.finding();
    String field = finding.at().field();
    boolean ofRule = finding.rule() != null;
    return new IssueText(
        issue.unit().map(Unit::name).orElse(""),
        field == null ? "" : fields.item(field),
        field == null ? "" : fields.content(field),
        Objects.requireNonNullElse(finding.raw(), ""),
        // Where no other column says what it is about or compared with, the whole sentence does.
        field != null && !ofRule ? words.title(finding) : words.message(finding));
  }
}
