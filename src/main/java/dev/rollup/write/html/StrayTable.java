package dev.rollup.write.html;

import dev.rollup.finding.Finding;
import dev.rollup.merge.FileResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.UnitFindings;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Files that were sent as returns but are nobody's, each with what was found in it. */
final class StrayTable {

  private static final List<String> COLUMNS = List.of("file-name", "level", "what", "todo");

  /** Why nobody's file it is comes before what else is wrong with it. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity).reversed().thenComparing(FindingTable::aboutBlank);

  private final Messages messages;
  private final FindingText words;
  private final HtmlPage page;

  StrayTable(Messages messages, FindingText words, HtmlPage page) {
    this.messages = messages;
    this.words = words;
    this.page = page;
  }

  /** Writes a group of rows for each file, one for each finding. */
  void write(List<FileResult> files) throws IOException {
    page.open("table", "class", "strays").open("thead").open("tr");
    for (var column : COLUMNS) {
      page.element("th", messages.text("html." + column), "scope", "col", "class", column);
    }
    page.close().close();
    for (var file : files) {
      file(file);
    }
    page.close();
  }

  private void file(FileResult file) throws IOException {
    List<Finding> findings =
        file.findings().stream()
            .filter(finding -> !UnitFindings.isConversion(finding))
            .sorted(ORDER)
            .toList();
    page.open("tbody").open("tr");
    page.open(
        "th",
        "scope",
        "rowgroup",
        "class",
        "file-name",
        "rowspan",
        String.valueOf(Math.max(1, findings.size())));
    page.text(SafeText.name(file.source().path())).text(" ");
    page.element("small", messages.text("status." + file.status().word())).close();
    boolean first = true;
    for (var finding : findings) {
      if (!first) {
        page.close().open("tr");
      }
      first = false;
      finding(finding);
    }
    page.close().close();
  }

  private void finding(Finding finding) throws IOException {
    cell("level", FindingTable.level(messages, finding.severity()));
    page.open("td", "class", "what", "data-heading", messages.text("html.what"));
    page.text(words.message(finding, words.label(finding), FindingTable.dressing(finding)));
    String place = words.place(finding.at().inFile(null), SafeText::name);
    if (!place.isEmpty()) {
      page.text(" ").element("small", place);
    }
    page.close();
    cell("todo", words.hint(finding));
  }

  private void cell(String column, String text) throws IOException {
    page.element("td", text, "class", column, "data-heading", messages.text("html." + column));
  }
}
