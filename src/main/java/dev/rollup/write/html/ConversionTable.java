package dev.rollup.write.html;

import dev.rollup.finding.Argument;
import dev.rollup.finding.FindingCode;
import dev.rollup.merge.FileResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.submission.Entry;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that was not taken as it stands in a file: what stands there, what it became. */
final class ConversionTable {

  private static final Set<FindingCode> CONVERSIONS =
      EnumSet.of(
          FindingCode.COERCED_COUNT,
          FindingCode.BLANK_COUNT,
          FindingCode.NUMERAL_COUNT,
          FindingCode.REMARK_IN_COUNT,
          FindingCode.FORMULA_VALUE,
          FindingCode.CORRECTED);

  private record Conversion(FileResult file, Entry entry, FindingCode how) {}

  private final Messages messages;
  private final FindingText words;
  private final HtmlPage page;
  private final List<Conversion> conversions;

  ConversionTable(List<FileResult> files, Messages messages, FindingText words, HtmlPage page) {
    this.messages = messages;
    this.words = words;
    this.page = page;
    this.conversions = files.stream().flatMap(ConversionTable::of).toList();
  }

  /** Returns how many conversions there are. */
  int size() {
    return conversions.size();
  }

  /** Writes one row for each conversion, in the order of files and form. */
  void write() throws IOException {
    page.open("table", "class", "conversions").open("thead").open("tr");
    for (var column : List.of("unit", "blank", "raw", "value", "how", "place")) {
      page.element(
          "th", messages.text("html.conversion." + column), "scope", "col", "class", column);
    }
    page.close().close().open("tbody");
    for (var conversion : conversions) {
      row(conversion);
    }
    page.close().close();
  }

  private static Stream<Conversion> of(FileResult file) {
    return file.source().submission().stream()
        .flatMap(submission -> submission.entries().stream())
        .flatMap(
            entry ->
                entry.notes().stream()
                    .filter(CONVERSIONS::contains)
                    .map(how -> new Conversion(file, entry, how)));
  }

  private void row(Conversion conversion) throws IOException {
    FileResult file = conversion.file();
    Entry entry = conversion.entry();
    page.open("tr");
    cell("unit", file.source().unit().map(unit -> SafeText.name(unit.name())).orElse(""));
    cell("blank", words.labels().label(entry.field().id()));
    cell("raw", entry.raw() == null ? "" : SafeText.typed(entry.raw()));
    cell("value", value(file, entry));
    cell("how", how(conversion));
    cell("place", words.place(entry.at().inFile(file.source().path()), SafeText::name));
    page.close();
  }

  /** A number that was read in a file that does not count is in no total, and the table says so. */
  private String value(FileResult file, Entry entry) {
    String value =
        Optional.ofNullable(entry.value())
            .map(SafeText::typed)
            .orElseGet(() -> messages.text("html.conversion.none"));
    return file.status().counts()
        ? value
        : messages.text(
            "html.conversion.not-counted", value, messages.text("status." + file.status().word()));
  }

  /** Of a correction, who made it and why. */
  private String how(Conversion conversion) {
    String title = words.title(conversion.how());
    return conversion
        .file()
        .correction(conversion.entry())
        .map(
            finding ->
                messages.text(
                    "html.conversion.corrected",
                    title,
                    SafeText.name(words.mentioned(finding, Argument.BY)),
                    SafeText.name(words.mentioned(finding, Argument.WHY))))
        .orElse(title);
  }

  private void cell(String column, String text) throws IOException {
    page.element(
        "td", text, "class", column, "data-heading", messages.text("html.conversion." + column));
  }
}
