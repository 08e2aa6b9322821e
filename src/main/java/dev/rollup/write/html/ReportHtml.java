package dev.rollup.write.html;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.Timeliness;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.BarChart;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.messages.TitleWords;
import dev.rollup.messages.Verdict;
import dev.rollup.report.Output;
import dev.rollup.report.ReportPages;
import dev.rollup.report.TitleBlock;
import dev.rollup.report.UnitFindings;
import dev.rollup.template.Template;
import dev.rollup.write.letter.GroupLetter;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.letter.UnitLetter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code validation-report.html}: for the clerk who sends mistakes back and the superior who
 * asks whether the summary can go up. One page that loads nothing, can be printed as it is, and
 * says in words whatever it says in colours.
 */
public final class ReportHtml {

  /**
   * Nothing is loaded, and nothing runs but the script of the page itself, whatever the names and
   * texts in it hold. The page says everything without the script; that folds, filters and copies.
   */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " script-src 'sha256-";

  private final Template template;
  private final Messages messages;
  private final FindingText words;
  private final UnitLetter letter;
  private final GroupLetter groupLetter;
  private final TitleWords title;
  private final Report report;
  private final List<UnitFindings> units;
  private final ReportPages pages;

  /**
   * A writer of reports on one template, in one language.
   *
   * @param sender who writes to the units
   * @param slips whether the units' forms are written as well, to go with the messages
   * @param block whose numbers these are, of when, and how far
   */
  public ReportHtml(
      Template template,
      Messages messages,
      Sender sender,
      boolean slips,
      TitleBlock block,
      Report report) {
    this.template = template;
    this.messages = messages;
    this.words = new FindingText(messages, template);
    this.title = new TitleWords(messages, words.labels(), block);
    // Superiors read the page as well: who answers the phone at a unit is not for them.
    this.letter = new UnitLetter(sender, messages, words, new UnitLetter.Place(true, slips));
    this.groupLetter = new GroupLetter(sender, messages);
    this.report = report;
    this.units = UnitFindings.of(report);
    this.pages = ReportPages.of(units);
  }

  /** Returns the pages that the report leads to; none where it holds everything itself. */
  public List<ReportPages.Page> pages() {
    return pages.pages();
  }

  /** Writes the report's own page; does not close the stream. */
  public void write(OutputStream out) throws IOException {
    write(out, page -> new Body(page).write());
  }

  /** Writes one of the {@link #pages}; does not close the stream. */
  public void write(ReportPages.Page units, OutputStream out) throws IOException {
    write(out, page -> new UnitsPage(messages, words, letter, page).write(units));
  }

  /** What stands between the head of a page and its script. */
  private interface Content {
    void write(HtmlPage page) throws IOException;
  }

  private void write(OutputStream out, Content content) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    var page = new HtmlPage(writer);
    page.open("html", "lang", messages.text("html.language"));
    head(page);
    page.open("body", said("copy", "copied", "filter", "open", "close"));
    content.write(page);
    page.script(part("report.js"));
    page.close().close();
    writer.flush();
  }

  /** Returns the words that the script uses, as attributes. */
  private String[] said(String... keys) {
    return Stream.of(keys)
        .flatMap(key -> Stream.of("data-" + key, messages.text("html.script." + key)))
        .toArray(String[]::new);
  }

  private void head(HtmlPage page) throws IOException {
    page.open("head").empty("meta", "charset", "utf-8");
    String policy = POLICY + hash(part("report.js")) + "'";
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light");
    // A title holds no elements, so that the name of the form stands in it as plain text.
    page.element("title", messages.text("html.title.of", words.labels().title()));
    page.style(part("report.css")).close();
  }

  private static String part(String name) throws IOException {
    try (InputStream in = ReportHtml.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String script) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands in the report's own page. */
  private final class Body {

    private final HtmlPage page;
    private final List<BarChart> charts;
    private final List<FileResult> unassigned;
    private final ConversionTable conversions;

    Body(HtmlPage page) {
      this.page = page;
      this.charts = BarChart.of(report, template, messages);
      this.unassigned = unassigned();
      List<FileResult> here = pages.pages().isEmpty() ? report.files() : unassigned;
      this.conversions = new ConversionTable(here, messages, words, page);
    }

    void write() throws IOException {
      page.open("header").element("h1", messages.text("html.title"));
      page.element("p", SafeText.name(words.labels().title()), "class", "form");
      page.open("p", "class", "block");
      for (var part : title.parts()) {
        page.element("span", SafeText.name(part));
      }
      page.close();
      page.element(
          "p", new Verdict(messages).of(report), "class", open() ? "verdict error" : "verdict");
      page.close().open("main");
      new ReportingOverview(report, messages, groupLetter, page).write();
      notices();
      new KindTable(report, template, messages, words, page).write();
      contents();
      if (pages.pages().isEmpty()) {
        page.open("div", "id", "tools", "hidden", "hidden").close();
        cards(Severity.ERROR);
        cards(Severity.WARNING);
        cards(Severity.INFO);
      } else {
        new PageTable(messages, page).write(pages);
      }
      well();
      stray();
      charts();
      converted();
      aside();
      page.close().open("footer");
      page.element("p", messages.text("html.files", String.valueOf(report.byFile().size())));
      page.element("p", messages.text("form.template", template.id(), template.version()));
      page.close();
    }

    /** Tells whether something must be put right before the summary can go up. */
    private boolean open() {
      return report.reporting().missing() > 0
          || !withWorst(Severity.ERROR).isEmpty()
          || !strays().isEmpty();
    }

    /** Writes what is about the batch as a whole. */
    private void notices() throws IOException {
      List<Finding> notices =
          report.findings().stream().filter(finding -> finding.at().unit() == null).toList();
      for (var notice : notices) {
        page.open("p", "class", "notice");
        page.element("b", words.title(notice));
        page.text(" " + words.message(notice, "", SafeText::name));
        page.text(" " + words.hint(notice)).close();
      }
    }

    private void charts() throws IOException {
      if (charts.isEmpty()) {
        return;
      }
      folded("charts", charts.size());
      var drawing = new SvgChart(page);
      for (int i = 0; i < charts.size(); i++) {
        drawing.write(charts.get(i), "chart-" + (i + 1));
      }
      page.close().close();
    }

    private void contents() throws IOException {
      if (units.stream().allMatch(unit -> unit.worst().isEmpty() && !unit.unit().state().actual())
          && strays().isEmpty()
          && skipped().isEmpty()) {
        return;
      }
      page.open("nav").open("ul");
      for (var severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
        String section = "units-" + severity.word();
        String target = pages.pages().isEmpty() ? section : PageTable.ID;
        entry(section, withWorst(severity).size(), target);
      }
      entry("well", withoutAny().size());
      entry("strays", strays().size());
      entry("charts", charts.size());
      entry("converted", conversions.size());
      entry("skipped", skipped().size());
      page.open("li").element("a", messages.text("html.phones"), "href", Output.SUMMARY.fileName());
      page.close().close().close();
    }

    private void entry(String section, int number) throws IOException {
      entry(section, number, section);
    }

    private void entry(String words, int number, String target) throws IOException {
      if (number > 0) {
        String text = messages.text("html." + words, String.valueOf(number));
        page.open("li").element("a", text, "href", "#" + target).close();
      }
    }

    private void cards(Severity severity) throws IOException {
      List<UnitFindings> all = withWorst(severity);
      if (all.isEmpty()) {
        return;
      }
      section("units-" + severity.word(), all.size());
      var card = new UnitCard(messages, words, letter, page);
      for (var unit : all) {
        card.write(unit);
      }
      page.close();
    }

    private List<UnitFindings> withWorst(Severity severity) {
      return units.stream().filter(unit -> unit.worst().equals(Optional.of(severity))).toList();
    }

    /** Returns the units that reported and about which there is nothing to say. */
    private List<UnitFindings> withoutAny() {
      return units.stream()
          .filter(unit -> unit.unit().state().actual() && unit.worst().isEmpty())
          .toList();
    }

    private void well() throws IOException {
      List<UnitFindings> all = withoutAny();
      if (all.isEmpty()) {
        return;
      }
      section("well", all.size());
      page.element(
          "p",
          all.stream()
              .map(unit -> well(unit.unit()))
              .collect(Collectors.joining(messages.text("print.comma"))));
      page.close();
    }

    private String well(UnitResult unit) {
      String name = SafeText.name(unit.unit().name());
      return unit.timeliness().filter(t -> t == Timeliness.UNKNOWN).isEmpty()
          ? name
          : messages.text("html.well.unit", name, messages.text("timeliness.unknown"));
    }

    private List<FileResult> unassigned() {
      Set<FileResult> ofUnits = Collections.newSetFromMap(new IdentityHashMap<>());
      report.units().forEach(unit -> ofUnits.addAll(unit.files()));
      return report.files().stream().filter(file -> !ofUnits.contains(file)).toList();
    }

    /** Returns what was sent as a return but cannot be told to be of any unit. */
    private List<FileResult> strays() {
      return unassigned.stream().filter(file -> file.status() != FileStatus.SKIPPED).toList();
    }

    private List<FileResult> skipped() {
      return report.files().stream().filter(file -> file.status() == FileStatus.SKIPPED).toList();
    }

    private void stray() throws IOException {
      List<FileResult> files = strays();
      if (files.isEmpty()) {
        return;
      }
      section("strays", files.size());
      page.element("p", messages.text("html.strays.why"), "class", "aside");
      new StrayTable(messages, words, page).write(files);
      page.close();
    }

    private void aside() throws IOException {
      List<FileResult> files = skipped();
      if (files.isEmpty()) {
        return;
      }
      folded("skipped", files.size());
      page.open("ul");
      for (var file : files) {
        String name = SafeText.name(file.source().path());
        String why =
            file.findings().stream()
                .filter(UnitFindings::setsAside)
                .findFirst()
                .map(finding -> words.message(finding, "", SafeText::name))
                .orElse(messages.text("status.skipped"));
        page.element("li", messages.text("html.file.why", name, why));
      }
      page.close().close().close();
    }

    private void converted() throws IOException {
      if (conversions.size() == 0) {
        return;
      }
      folded("converted", conversions.size());
      conversions.write();
      page.close().close();
    }

    /** Begins a part of the page that is looked up, and not read first. */
    private void folded(String name, int number) throws IOException {
      page.open("section", "id", name).open("details").open("summary");
      page.element("h2", messages.text("html." + name, String.valueOf(number))).close();
    }

    private void section(String name, int number) throws IOException {
      page.open("section", "id", name);
      page.element("h2", messages.text("html." + name, String.valueOf(number)));
    }
  }
}
