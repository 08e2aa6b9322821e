package dev.rollup.write.html;

import dev.rollup.finding.Severity;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.Output;
import dev.rollup.report.ReportPages;
import dev.rollup.report.UnitFindings;
import dev.rollup.write.letter.UnitLetter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One of the pages that a long report leads to: the units of a kind, and what was found. */
final class UnitsPage {

  private final Messages messages;
  private final FindingText words;
  private final UnitLetter letter;
  private final HtmlPage page;

  UnitsPage(Messages messages, FindingText words, UnitLetter letter, HtmlPage page) {
    this.messages = messages;
    this.words = words;
    this.letter = letter;
    this.page = page;
  }

  /** Writes the units, the heaviest first, then what was converted in what came from them. */
  void write(ReportPages.Page part) throws IOException {
    page.open("header").element("h1", messages.text("html.title"));
    page.element("p", SafeText.name(words.labels().title()), "class", "form");
    page.element("p", new PageTable(messages, page).name(part), "class", "block");
    page.open("p");
    String report = "../" + Output.REPORT_PAGE.fileName();
    page.element("a", messages.text("html.pages.back"), "href", report);
    page.close().close().open("main");
    page.open("div", "id", "tools", "hidden", "hidden").close();
    for (var severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      cards(severity, part.units());
    }
    converted(part.units());
    page.close();
  }

  private void cards(Severity severity, List<UnitFindings> units) throws IOException {
    List<UnitFindings> all =
        units.stream().filter(unit -> unit.worst().equals(Optional.of(severity))).toList();
    if (all.isEmpty()) {
      return;
    }
    String name = "units-" + severity.word();
    page.open("section", "id", name);
    page.element("h2", messages.text("html." + name, String.valueOf(all.size())));
    var card = new UnitCard(messages, words, letter, page);
    for (var unit : all) {
      card.write(unit);
    }
    page.close();
  }

  private void converted(List<UnitFindings> units) throws IOException {
    var conversions =
        new ConversionTable(
            units.stream().flatMap(unit -> unit.unit().files().stream()).toList(),
            messages,
            words,
            page);
    if (conversions.size() > 0) {
      page.open("section", "id", "converted").open("details").open("summary");
      String number = String.valueOf(conversions.size());
      page.element("h2", messages.text("html.converted", number)).close();
      conversions.write();
      page.close().close();
    }
  }
}
