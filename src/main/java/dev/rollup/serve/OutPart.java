package dev.rollup.serve;

import dev.rollup.finding.FindingCode;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.messages.TitleWords;
import dev.rollup.messages.Verdict;
import dev.rollup.report.Issue;
import dev.rollup.report.Output;
import dev.rollup.run.Merge;
import dev.rollup.run.OpenedReturns;
import dev.rollup.run.SideNotes;
import dev.rollup.write.html.HtmlPage;
import dev.rollup.write.html.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page gives: the verdict, who is missing, what is to be dealt with, the outputs. */
final class OutPart {

  /** As many problems are on one page, each with its picture. */
  private static final int PER_PAGE = 20;

  private final HtmlPage page;
  private final Session session;
  private final Messages messages;
  private final Parameters query;

  OutPart(HtmlPage page, Session session, Messages messages, Parameters query) {
    this.page = page;
    this.session = session;
    this.messages = messages;
    this.query = query;
  }

  void write(Merge.Request request) throws IOException {
    Optional<Session.Run> last = session.last();
    page.open("section", "id", "verdict", "tabindex", "-1", "aria-labelledby", "verdict-head");
    page.element("h2", messages.text("serve.verdict"), "id", "verdict-head");
    if (last.isEmpty()) {
      boolean before = !new OutputFiles(request.out()).names().isEmpty();
      String key = before ? "serve.merged-before" : "serve.nothing-yet";
      page.element("p", messages.text(key), "role", "status").close();
      downloads(request);
      return;
    }
    Merge.Result result = last.get().result();
    verdict(result);
    page.close();
    findings(last.get());
    noted(session.noted(last.get()));
    downloads(request);
  }

  private void verdict(Merge.Result result) throws IOException {
    Report report = result.report();
    var verdict = new Verdict(messages);
    boolean well = verdict.allWell(report);
    page.element(
        "p",
        verdict.of(report),
        "class",
        well ? "verdict" : "verdict error",
        "role",
        "status",
        "aria-live",
        "polite");
    String title =
        new TitleWords(messages, new FormLabels(result.template(), messages), result.block())
            .parts().stream().collect(Collectors.joining(messages.text("place.separator")));
    if (!title.isEmpty()) {
      page.element("p", title, "class", "aside");
    }
    names(report, UnitState.MISSING);
    names(report, UnitState.RETURNED);
    names(report, UnitState.AWAITED);
  }

  private void names(Report report, UnitState state) throws IOException {
    List<String> names =
        report.units().stream()
            .filter(unit -> unit.state() == state)
            .map(unit -> SafeText.name(unit.unit().name()))
            .toList();
    if (!names.isEmpty()) {
      page.element("h3", messages.text("html.state." + state.word(), String.valueOf(names.size())));
      page.element("p", String.join(messages.text("print.comma"), names), "class", "copy");
    }
  }

  private void findings(Session.Run run) throws IOException {
    List<Issue> issues =
        Issue.of(run.result().report()).stream()
            // Who sent nothing stands above.
            .filter(issue -> issue.finding().code() != FindingCode.UNIT_NOT_REPORTED)
            .toList();
    int pages = Math.max(1, (issues.size() + PER_PAGE - 1) / PER_PAGE);
    int number = Math.max(1, Math.min(pages, query.number("page")));
    page.open("section", "id", "findings", "tabindex", "-1", "aria-labelledby", "findings-head");
    page.element(
        "h2",
        messages.text("serve.findings", String.valueOf(issues.size())),
        "id",
        "findings-head");
    if (query.values().containsKey("noted")) {
      page.element("p", messages.text("serve.noted"), "role", "status", "aria-live", "polite");
    }
    var returns = new OpenedReturns(run.request().submissions(), run.request().out());
    var card = new IssueCard(page, messages, run, returns, number);
    for (int i = (number - 1) * PER_PAGE; i < Math.min(issues.size(), number * PER_PAGE); i++) {
      card.write(issues.get(i), i + 1);
    }
    if (pages > 1) {
      page.open("nav", "aria-label", messages.text("serve.pages")).open("ul");
      for (int i = 1; i <= pages; i++) {
        page.open("li");
        String name = messages.text("serve.page", String.valueOf(i));
        if (i == number) {
          page.element("b", name, "aria-current", "page");
        } else {
          page.element("a", name, "href", "./?page=" + i + "#findings");
        }
        page.close();
      }
      page.close().close();
    }
    page.close();
  }

  private void noted(List<SideNotes.Noted> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    page.open("section", "id", "noted", "tabindex", "-1", "aria-labelledby", "noted-head");
    page.element(
        "h2", messages.text("serve.lines", String.valueOf(lines.size())), "id", "noted-head");
    page.open("ul", "class", "lines");
    for (var line : lines) {
      page.open("li").open("form", "method", "post", "action", "withdraw");
      String id = "line-" + Session.key(line);
      page.element(
          "span",
          messages.text(
              line.kind() == SideNotes.Kind.CONFIRMATION
                  ? "serve.line.confirmed"
                  : "serve.line.corrected",
              SafeText.name(line.unit()),
              SafeText.name(line.what()),
              SafeText.typed(line.value()),
              SafeText.typed(line.now()),
              SafeText.name(line.by()),
              SafeText.typed(line.why())),
          "id",
          id);
      page.empty("input", "type", "hidden", "name", "line", "value", Session.key(line));
      page.element(
          "button", messages.text("serve.withdraw"), "type", "submit", "aria-describedby", id);
      page.close().close();
    }
    page.close().close();
  }

  private void downloads(Merge.Request request) throws IOException {
    List<String> names = new OutputFiles(request.out()).names();
    if (names.isEmpty()) {
      return;
    }
    page.open("section", "id", "downloads", "aria-labelledby", "downloads-head");
    page.element("h2", messages.text("serve.downloads"), "id", "downloads-head");
    page.element(
        "p", messages.text("serve.out", SafeText.name(request.out().toString())), "class", "aside");
    page.open("ul");
    page.open("li").element("a", messages.text("serve.all"), "href", OutputFiles.ALL).close();
    for (var name : names) {
      page.open("li");
      if (name.equals(Output.REPORT_PAGE.fileName())) {
        page.element("a", name, "href", name, "target", "_blank", "rel", "noopener");
      } else {
        page.element("a", name, "href", name);
      }
      page.text(messages.text("serve.output." + name)).close();
    }
    page.close().close();
  }
}
