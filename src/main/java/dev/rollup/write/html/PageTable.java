package dev.rollup.write.html;

import dev.rollup.finding.Severity;
import dev.rollup.messages.Messages;
import dev.rollup.report.Output;
import dev.rollup.report.ReportPages;
import dev.rollup.report.UnitFindings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The way from a long report to its pages: each with its units, and to each unit. */
final class PageTable {

  /** The id of the section. */
  static final String ID = "pages";

  private static final List<Severity> SEVERITIES =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  private final Messages messages;
  private final HtmlPage page;

  PageTable(Messages messages, HtmlPage page) {
    this.messages = messages;
    this.page = page;
  }

  /** Returns what a page is called: the kind of its units, and which of them. */
  String name(ReportPages.Page part) {
    List<UnitFindings> units = part.units();
    return messages.text(
        "html.pages.name",
        part.group().isEmpty() ? messages.text("html.pages.all") : SafeText.name(part.group()),
        String.valueOf(part.first()),
        String.valueOf(part.first() + units.size() - 1),
        SafeText.name(units.get(0).unit().unit().name()),
        SafeText.name(units.get(units.size() - 1).unit().unit().name()));
  }

  /** Writes a row for each page, and below it, folded, the units on it. */
  void write(ReportPages pages) throws IOException {
    page.open("section", "id", ID);
    String number = String.valueOf(pages.pages().size());
    page.element("h2", messages.text("html.pages", number));
    page.element("p", messages.text("html.pages.why"), "class", "aside");
    for (var part : pages.pages()) {
      row(part);
    }
    page.close();
  }

  private void row(ReportPages.Page part) throws IOException {
    String file = Output.REPORT_PAGES.fileName() + '/' + part.fileName();
    page.open("details", "class", "page").open("summary");
    page.element("a", name(part), "href", file);
    for (var severity : SEVERITIES) {
      long units = part.units().stream().filter(unit -> is(unit, severity)).count();
      if (units > 0) {
        String text = messages.text("html.units-" + severity.word(), String.valueOf(units));
        page.text(" ").element("span", text, "class", "count " + severity.word());
      }
    }
    page.close();
    for (var severity : SEVERITIES) {
      links(part, severity, file);
    }
    page.close();
  }

  private void links(ReportPages.Page part, Severity severity, String file) throws IOException {
    List<UnitFindings> units = part.units().stream().filter(unit -> is(unit, severity)).toList();
    if (units.isEmpty()) {
      return;
    }
    String heading = messages.text("html.units-" + severity.word(), String.valueOf(units.size()));
    page.open("p").element("b", heading);
    for (var unit : units) {
      var named = unit.unit().unit();
      page.text(" ")
          .element("a", SafeText.name(named.name()), "href", file + '#' + UnitCard.anchor(named));
    }
    page.close();
  }

  private static boolean is(UnitFindings unit, Severity severity) {
    return unit.worst().equals(Optional.of(severity));
  }
}
