package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.match.find.Matcher;
import dev.rollup.model.Document;
import dev.rollup.submission.Submission;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.List;

/** Names what was changed by hand in the roll-ups that another matcher reads. */
public final class NamedEdits implements Matcher {

  private final Matcher matcher;
  private final Template template;

  /** Adds to what a matcher finds. */
  public NamedEdits(Matcher matcher, Template template) {
    this.matcher = matcher;
    this.template = template;
  }

  @Override
  public List<Outcome<Submission>> match(Document document) {
    return matcher.match(document).stream().map(this::withEdits).toList();
  }

  private Outcome<Submission> withEdits(Outcome<Submission> read) {
    if (read.value().isEmpty()) {
      return read;
    }
    Submission submission = read.value().get();
    var findings = new ArrayList<Finding>(read.findings());
    findings.addAll(Provenance.of(submission.carried(), submission.entries(), template).edits());
    return Outcome.of(submission, findings);
  }

  @Override
  public boolean posesAsForm(Document document) {
    return matcher.posesAsForm(document);
  }
}
