package dev.rollup.write.html;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Findings as people read them: where, what is wrong, what to do. */
final class FindingTable {

  /** The fields above the table: their names are part of what is said about them. */
  private static final String HEADER_FIELD = "h_";

  private final Messages messages;
  private final FindingText words;
  private final HtmlPage page;

  FindingTable(Messages messages, FindingText words, HtmlPage page) {
    this.messages = messages;
    this.words = words;
    this.page = page;
  }

  /**
   * Writes one row for each finding.
   *
   * @param settled those that need no more doing, which come last
   */
  void write(List<Finding> standing, List<Finding> settled) throws IOException {
    if (standing.isEmpty() && settled.isEmpty()) {
      return;
    }
    page.open("table", "class", "findings").open("thead").open("tr");
    for (var column : List.of("level", "where", "what", "todo")) {
      page.element("th", messages.text("html." + column), "scope", "col", "class", column);
    }
    page.close().close().open("tbody");
    for (var finding : standing) {
      Severity severity = finding.severity();
      row(finding, severity.word(), level(messages, severity), words.hint(finding));
    }
    for (var finding : settled) {
      row(finding, "settled", messages.text("html.settled"), messages.text("html.settled.todo"));
    }
    page.close().close();
  }

  /** Returns a severity as a sign and in words. */
  static String level(Messages messages, Severity severity) {
    return messages.text(
        "html.marked",
        messages.text("html.mark." + severity.word()),
        messages.text("severity." + severity.word()));
  }

  /** Returns how the texts in a message are marked: what was typed may be long, names may not. */
  static UnaryOperator<String> dressing(Finding finding) {
    return finding.raw() == null ? SafeText::name : SafeText::typed;
  }

  /** Tells whether a finding is about one blank of the form and not about the whole. */
  static boolean aboutBlank(Finding finding) {
    String field = finding.at().field();
    return field != null && !field.startsWith(HEADER_FIELD);
  }

  private void row(Finding finding, String kind, String level, String hint) throws IOException {
    page.open("tr", "class", kind);
    cell("level");
    page.text(level).close();
    cell("where");
    page.element("b", where(finding));
    String place = words.place(finding.at(), SafeText::name);
    if (!place.isEmpty()) {
      page.text(" ").element("small", place);
    }
    page.close();
    cell("what");
    page.text(what(finding)).close();
    cell("todo");
    page.text(hint).close();
    page.close();
  }

  /** On narrow screens the heading of the column stands in the cell. */
  private void cell(String column) throws IOException {
    page.open("td", "class", column, "data-heading", messages.text("html." + column));
  }

  private String where(Finding finding) {
    if (finding.at().field() != null) {
      return words.label(finding);
    }
    return messages.text(
        finding.at().file() == null
            ? "html.whole-unit"
            : finding.at().cell() == null ? "html.whole-file" : "html.form");
  }

  private String what(Finding finding) {
    String name = aboutBlank(finding) ? messages.text("html.this-blank") : words.label(finding);
    String text = words.message(finding, name, dressing(finding));
    return text.isEmpty() ? text : Character.toTitleCase(text.charAt(0)) + text.substring(1);
  }
}
