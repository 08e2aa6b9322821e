package dev.rollup.write.html;

import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.UnitFindings;
import dev.rollup.report.UnitIssues;
import dev.rollup.roster.Unit;
import dev.rollup.write.letter.UnitLetter;
import java.io.IOException;
import java.util.Optional;

/** One unit: where it stands, what came from it, what was found in that, what to write to it. */
final class UnitCard {

  private final Messages messages;
  private final FindingTable findings;
  private final UnitLetter letter;
  private final HtmlPage page;

  UnitCard(Messages messages, FindingText words, UnitLetter letter, HtmlPage page) {
    this.messages = messages;
    this.letter = letter;
    this.findings = new FindingTable(messages, words, page);
    this.page = page;
  }

  /** Returns the id of a unit's card in the page. */
  static String anchor(Unit unit) {
    return "unit-" + SafeText.id(unit.id());
  }

  /** Writes the card. */
  void write(UnitFindings unit) throws IOException {
    UnitResult result = unit.unit();
    String weight = unit.worst().map(severity -> severity.word()).orElse("info");
    page.open("article", "class", "card " + weight, "id", anchor(result.unit()));
    page.open("details").open("summary").open("h3").text(SafeText.name(result.unit().name()));
    if (result.unit().group() != null) {
      page.text(" ").element("small", SafeText.name(result.unit().group()));
    }
    page.close();
    page.element("span", standing(result), "class", "state");
    count(unit, Severity.ERROR);
    count(unit, Severity.WARNING);
    page.close();
    if (!result.files().isEmpty()) {
      page.open("ul", "class", "files");
      for (var file : result.files()) {
        file(file);
      }
      page.close();
    }
    findings.write(unit.standing(), unit.settled());
    Optional<String> message = letter.of(result, UnitIssues.of(result));
    if (message.isPresent()) {
      page.open("div", "class", "message");
      page.element("p", messages.text("html.message"), "class", "aside");
      page.element("p", message.get(), "class", "copy");
      page.close();
    }
    page.close().close();
  }

  private void count(UnitFindings unit, Severity severity) throws IOException {
    long number = unit.count(severity);
    if (number > 0) {
      String text = messages.text("html.count." + severity.word(), String.valueOf(number));
      page.text(" ").element("span", text, "class", "count " + severity.word());
    }
  }

  /** Returns a unit's state, and whether it was in time, in words. */
  private String standing(UnitResult unit) {
    String state =
        messages.text(
            "html.marked",
            messages.text("html.mark." + unit.state().word()),
            messages.text("state." + unit.state().word()));
    return unit.timeliness()
        .map(t -> messages.text("timeliness." + t.word()))
        .map(timeliness -> messages.text("html.state", state, timeliness))
        .orElse(state);
  }

  private void file(FileResult file) throws IOException {
    String status = messages.text("status." + file.status().word());
    page.element("li", messages.text("html.file", SafeText.name(file.source().path()), status));
  }
}
