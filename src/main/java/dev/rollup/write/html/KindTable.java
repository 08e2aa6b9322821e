package dev.rollup.write.html;

import dev.rollup.merge.Report;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.Issue;
import dev.rollup.report.Issue.Weight;
import dev.rollup.report.IssueKind;
import dev.rollup.template.Template;
import java.io.IOException;
import java.util.List;

/**
 * Of each kind of problem how many there are, and of how many units: what went wrong, at a glance.
 */
final class KindTable {

  private static final List<String> COLUMNS = List.of("kind", "effect", "places", "units");

  private final List<IssueKind> kinds;
  private final Messages messages;
  private final FindingText words;
  private final HtmlPage page;

  KindTable(Report report, Template template, Messages messages, FindingText words, HtmlPage page) {
    this.kinds = IssueKind.of(Issue.of(report), template);
    this.messages = messages;
    this.words = words;
    this.page = page;
  }

  /** Writes a row for each kind, the heaviest first; nothing where there is none. */
  void write() throws IOException {
    if (kinds.isEmpty()) {
      return;
    }
    page.open("section", "id", "kinds").element("h2", messages.text("html.kinds"));
    page.open("table", "class", "kinds").open("thead").open("tr");
    for (var column : COLUMNS) {
      page.element("th", messages.text("html.kinds." + column), "scope", "col", "class", column);
    }
    page.close().close().open("tbody");
    for (var kind : kinds) {
      boolean error = kind.weight() != Weight.TO_CONFIRM;
      page.open("tr", "class", error ? "error" : "warning");
      page.element("td", words.kind(kind), "class", "kind");
      page.element("td", messages.text("weight." + kind.weight().name()), "class", "effect");
      number("places", kind.places());
      number("units", kind.units());
      page.close();
    }
    page.close().close().close();
  }

  private void number(String column, int number) throws IOException {
    page.element(
        "td",
        messages.text("html.kinds.number." + column, String.valueOf(number)),
        "class",
        column);
  }
}
