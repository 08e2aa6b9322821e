package dev.rollup.serve;

import dev.rollup.finding.Finding;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.model.Document;
import dev.rollup.report.Issue;
import dev.rollup.roster.Unit;
import dev.rollup.run.Merge;
import dev.rollup.run.OpenedReturns;
import dev.rollup.write.html.HtmlPage;
import dev.rollup.write.html.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One thing that is to be dealt with: what it is, where it stands, what can be done here. */
final class IssueCard {

  private final HtmlPage page;
  private final Messages messages;
  private final Merge.Result result;
  private final String contact;
  private final OpenedReturns returns;
  private final String pageNumber;
  private final FindingText words;
  private final Picture picture;

  IssueCard(
      HtmlPage page, Messages messages, Session.Run run, OpenedReturns returns, int pageNumber) {
    this.page = page;
    this.messages = messages;
    this.result = run.result();
    this.contact = run.request().header().contact().orElse("");
    this.returns = returns;
    this.pageNumber = String.valueOf(pageNumber);
    this.words = new FindingText(messages, result.template());
    this.picture = new Picture(page, messages);
  }

  void write(Issue issue, int number) throws IOException {
    Finding finding = issue.finding();
    String id = "issue-" + number;
    boolean error = issue.weight() != Issue.Weight.TO_CONFIRM;
    page.open("article", "class", error ? "card error" : "card warning", "aria-labelledby", id);
    page.element("h3", number + ". " + head(issue), "id", id);
    page.element("p", messages.text("weight." + issue.weight().name()), "class", "weight");
    UnaryOperator<String> dressing = finding.raw() == null ? SafeText::name : SafeText::typed;
    page.element("p", words.message(finding, words.label(finding), dressing));
    page.element("p", words.hint(finding));
    String place = words.place(finding.at().inFile(issue.file().orElse(null)), SafeText::name);
    if (!place.isEmpty()) {
      page.open("p").element("small", place).close();
    }
    Optional<Document> document = issue.file().flatMap(returns::document);
    if (document.isPresent()) {
      String cell = words.place(finding.at().inFile(null), UnaryOperator.identity());
      picture.draw(document.get(), finding.at(), messages.text("serve.picture", cell));
    }
    forms(issue, number);
    page.close();
  }

  private String head(Issue issue) {
    var parts = new ArrayList<String>();
    issue.unit().map(Unit::name).map(SafeText::name).ifPresent(parts::add);
    String label = words.label(issue.finding());
    parts.add(label.isEmpty() ? words.title(issue.finding()) : label);
    return String.join(messages.text("serve.between"), parts);
  }

  private void forms(Issue issue, int number) throws IOException {
    var choices = new Choices(issue, result);
    if (choices.confirmable()) {
      page.open("details").element("summary", messages.text("serve.confirm"));
      begin(issue, "confirm");
      people("confirm-" + number, "serve.confirm.why");
      page.element("button", messages.text("serve.confirm.button"), "type", "submit");
      page.close().close();
    }
    List<Choices.Choice> correctable = choices.correctable();
    if (!correctable.isEmpty()) {
      page.open("details").element("summary", messages.text("serve.correct"));
      begin(issue, "correct");
      String id = "correct-" + number;
      fields(correctable, id);
      field(id + "-value", "value", "serve.correct.value", "", "off");
      people(id, "serve.correct.why");
      page.element("button", messages.text("serve.correct.button"), "type", "submit");
      page.close().close();
    }
  }

  private void begin(Issue issue, String what) throws IOException {
    page.open("form", "method", "post", "action", "note", "class", "box note");
    page.empty("input", "type", "hidden", "name", "issue", "value", Session.key(issue));
    page.empty("input", "type", "hidden", "name", "what", "value", what);
    page.empty("input", "type", "hidden", "name", "page", "value", pageNumber);
  }

  private void fields(List<Choices.Choice> choices, String id) throws IOException {
    page.open("p").element("label", messages.text("serve.correct.field"), "for", id + "-field");
    page.open("select", "name", "field", "id", id + "-field");
    for (var choice : choices) {
      page.open("option", "value", choice.key());
      String raw = Objects.requireNonNullElse(choice.entry().raw(), "").strip();
      page.plain(
          messages.text(
              raw.isEmpty() ? "serve.correct.blank" : "serve.correct.old",
              words.labels().label(choice.entry().field().id()),
              raw));
      page.close();
    }
    page.close().close();
  }

  private void people(String id, String why) throws IOException {
    field(id + "-why", "why", why, "", "off");
    field(id + "-by", "by", "serve.by", contact, "name");
  }

  private void field(String id, String name, String label, String value, String completed)
      throws IOException {
    page.open("p").element("label", messages.text(label), "for", id);
    page.empty(
        "input",
        "type",
        "text",
        "name",
        name,
        "id",
        id,
        "value",
        value,
        "autocomplete",
        completed,
        "maxlength",
        "200",
        "required",
        "required");
    page.close();
  }
}
