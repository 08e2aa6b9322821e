package dev.rollup.write.html;

import static dev.rollup.model.Addresses.address;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.Return;
import dev.rollup.merge.Summary;
import dev.rollup.merge.Timeliness;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Location;
import dev.rollup.report.ReportPages;
import dev.rollup.report.SaidOnce;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.roster.Unit;
import dev.rollup.run.ClerkFiles;
import dev.rollup.run.Merge;
import dev.rollup.run.Progress;
import dev.rollup.submission.Submission;
import dev.rollup.support.OtherProgram;
import dev.rollup.write.Forms;
import dev.rollup.write.letter.Sender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

@Tag("slow")
class ReportHtmlTest {

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "header",
          "main",
          "footer",
          "nav",
          "section",
          "article",
          "h1",
          "h2",
          "h3",
          "p",
          "ul",
          "li",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "a",
          "b",
          "small",
          "bdi",
          "div",
          "span",
          "details",
          "summary",
          "script",
          "desc",
          "figure",
          "figcaption",
          "svg",
          "g",
          "rect",
          "text");

  private static final Sender SENDER =
      new Sender(
          Forms.TEMPLATE,
          Forms.ZH,
          Optional.empty(),
          Optional.empty(),
          Forms.TEMPLATE.deadline(),
          Optional.empty(),
          Optional.empty());

  private static final Set<FindingCode> CONVERTED =
      Set.of(FindingCode.COERCED_COUNT, FindingCode.BLANK_COUNT, FindingCode.FORMULA_VALUE);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void the_samples_page_is_well_formed_and_links_inside_itself(Language language) throws Exception {
    Document page = parse(html(samples(), new Messages(language)));

    var ids = new ArrayList<String>();
    for (var element : elements(page, "*")) {
      assertThat(ELEMENTS).contains(element.getTagName());
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates().contains("unit-T04", "missing", "returned");
    assertThat(elements(page, "a"))
        .isNotEmpty()
        .allSatisfy(
            a ->
                assertThat(a.getAttribute("href"))
                    .satisfiesAnyOf(
                        to -> assertThat(ids).contains(to.substring(1)),
                        to -> assertThat(to).isEqualTo("summary.xlsx")));
    assertThat(elements(page, "thead")).isNotEmpty();
    assertThat(elements(page, "th")).allMatch(th -> th.hasAttribute("scope"));
    assertThat(page.getDocumentElement().getAttribute("lang")).startsWith(language.code());
  }

  @Test
  void nothing_is_loaded_and_nothing_runs_but_one_script_of_the_page_itself() throws Exception {
    String html = html(samples(), Forms.ZH);

    assertThat(html)
        .contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;")
        .containsPattern("script-src &#39;sha256-[^ ]+&#39;")
        .doesNotContain("http:", "https:", "url(", "@import", "src=", "<link", "onclick")
        .containsOnlyOnce("<script>");
    assertThat(html.replaceFirst("sha256-[^ ]+", "")).doesNotContain("//");
  }

  @Test
  void every_finding_of_the_samples_is_said_at_its_file() throws Exception {
    Report report = samples();
    Document page = parse(html(report, Forms.ZH));
    List<String> rows = elements(page, "tr", "li").stream().map(Element::getTextContent).toList();
    var words = new FindingText(Forms.ZH, Forms.TEMPLATE);

    assertThat(report.files()).anyMatch(file -> !file.findings().isEmpty());
    for (var file : report.files()) {
      for (var finding : SaidOnce.of(file.findings())) {
        String said =
            CONVERTED.contains(finding.code())
                ? words.title(finding)
                : finding.code() == FindingCode.COMPANION_DOCUMENT
                    ? words.message(finding)
                    : words.hint(finding);
        String cell = finding.at().cell() == null ? "" : finding.at().written();
        assertThat(rows)
            .as(file.source().path() + " " + finding.code())
            .anyMatch(
                row ->
                    row.contains(said)
                        && row.contains(cell)
                        && row.contains(file.source().path())
                        && row.contains(words.label(finding)));
      }
    }
    for (var finding : report.findings()) {
      assertThat(page.getDocumentElement().getTextContent())
          .contains(finding.mentioned(Argument.UNIT).orElseThrow().plain());
    }
  }

  @Test
  void where_comes_before_what_and_what_before_what_to_do() throws Exception {
    Element card = byId(parse(html(samples(), Forms.ZH)), "unit-T04");

    assertThat(card.getTextContent())
        .containsSubsequence(
            "庙镇",
            "已报",
            "按时",
            "庙镇安全生产月统计表.xlsx",
            "部分汇总",
            "须改正",
            "第3项“动火作业风险我知道”宣传活动的参与人次",
            "G12",
            "这一格填“约200”，是约数，没有计入合计。",
            "请填准确整数");
  }

  @Test
  void of_each_kind_of_problem_there_is_a_row_the_heaviest_first() throws Exception {
    Element kinds = byId(parse(html(samples(), Forms.ZH)), "kinds");
    List<String> rows = new ArrayList<>();
    for (var row : elements(kinds, "tr")) {
      rows.add(elements(row, "td").stream().map(Element::getTextContent).collect(joining("|")));
    }
    assertThat(rows)
        .containsSubsequence("尚未收到报表|没有汇总|2处|2家", "填了约数|没有计入合计|1处|1家")
        .anyMatch(row -> row.contains("已计入，请核实"));
  }

  @Test
  void the_page_says_whose_numbers_these_are_of_when_and_until_when() throws Exception {
    assertThat(parse(html(samples(), Forms.ZH)).getDocumentElement().getTextContent())
        .containsSubsequence("汇总单位：上海市崇明区", "统计期间：2023年6月1日至2023年6月30日", "截止时间：2023年6月28日17:00");
  }

  @Test
  void a_browser_runs_the_script_of_the_page_and_opens_what_a_link_leads_to() throws Exception {
    assumeTrue(OtherProgram.run("chromium", "--version") == 0, "Chromium is not here");
    Path page = Files.writeString(folder.resolve("page.html"), html(samples(), Forms.ZH));
    String loaded = loaded(page.toUri() + "#unit-T04");
    assertThat(loaded).contains("type=\"search\"", "复制</button>", "全部展开</button>");
    assertThat(loaded).containsPattern("id=\"unit-T04\">\\s*<details open");
    assertThat(loaded).containsPattern("id=\"unit-T02\">\\s*<details>");
  }

  /** Returns the page as a browser has it after its script ran. */
  private String loaded(String address) throws Exception {
    Path out = folder.resolve("loaded.html");
    Process browser =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                address)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(browser.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }

  private static List<Element> elements(Element within, String name) {
    var nodes = within.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  @Test
  void names_stand_on_one_line_to_copy() throws Exception {
    Document page = parse(html(samples(), Forms.ZH));

    assertThat(copied(page, "missing")).isEqualTo("建设镇、示例公交公司");
    assertThat(copied(page, "returned")).isEqualTo("港西镇、示例旅游公司");
    assertThat(byId(page, "awaited")).isNull();
  }

  @Test
  void the_message_to_a_unit_stands_below_what_was_found_and_mentions_no_form_that_is_not_there()
      throws Exception {
    Element card = byId(parse(html(samples(), Forms.ZH)), "unit-T04");
    Node last = card.getElementsByTagName("details").item(0).getLastChild();
    Element message = (Element) (last instanceof Element ? last : last.getPreviousSibling());
    assertThat(message.getAttribute("class")).isEqualTo("message");
    assertThat(message.getTextContent())
        .contains("【数据核实】庙镇您好：", "填“约200”", "请勿只发改动的几格")
        .doesNotContain("附表", "附件");
  }

  @Test
  void the_message_to_units_that_sent_nothing_stands_below_their_names() throws Exception {
    Document page = parse(html(samples(), Forms.ZH));
    assertThat(byId(page, "missing").getTextContent()).contains("【催报】乡镇各单位：", "以下1家单位的统计表：建设镇。");
    assertThat(byId(page, "returned").getTextContent()).doesNotContain("【催报】");
  }

  @Test
  void where_nothing_came_there_are_no_empty_boxes() throws Exception {
    List<UnitResult> missing =
        List.of(
            new UnitResult(
                Unit.named("u", "堡镇"),
                UnitState.MISSING,
                Optional.empty(),
                Optional.empty(),
                List.of()));
    var report =
        new Report(
            Reporting.of(missing, true),
            List.of(),
            missing,
            Summary.none(Forms.TEMPLATE),
            List.of());
    Document page = parse(html(report, Forms.ZH));
    assertThat(elements(page, "nav", "svg", "article")).isEmpty();
    assertThat(elements(page, "ul"))
        .allMatch(list -> list.getElementsByTagName("li").getLength() > 0);
    assertThat(byId(page, "missing").getTextContent()).contains("【催报】各单位：");
  }

  /** Beyond what one page holds, the report leads to pages; each unit is on one, by its link. */
  @Test
  void a_long_report_leads_to_every_unit() throws Exception {
    List<UnitResult> returned =
        IntStream.rangeClosed(1, 301)
            .mapToObj(
                i ->
                    new UnitResult(
                        new Unit(
                            "u" + i,
                            "第" + i + "镇",
                            List.of(),
                            i > 250 ? "部门" : null,
                            null,
                            null,
                            List.of()),
                        UnitState.RETURNED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
            .toList();
    var report =
        new Report(
            Reporting.of(returned, true),
            List.of(),
            returned,
            Summary.none(Forms.TEMPLATE),
            List.of());
    var html = new ReportHtml(Forms.TEMPLATE, Forms.ZH, SENDER, false, Forms.BLOCK, report);
    Document own = parse(html(report, Forms.ZH));

    assertThat(elements(own, "article")).isEmpty();
    assertThat(html.pages())
        .extracting(ReportPages.Page::fileName)
        .containsExactly("001.html", "002.html", "003.html");
    assertThat(elements(byId(own, "pages"), "summary"))
        .extracting(Element::getTextContent)
        .extracting(text -> text.strip())
        .containsExactly(
            "全部单位第1至200家（第1镇至第200镇） 须改正的单位（200家）",
            "全部单位第201至250家（第201镇至第250镇） 须改正的单位（50家）",
            "部门第1至51家（第251镇至第301镇） 须改正的单位（51家）");
    var linked = new TreeSet<String>();
    elements(byId(own, "pages"), "a").forEach(a -> linked.add(a.getAttribute("href")));
    var there = new TreeSet<String>();
    for (var page : html.pages()) {
      var out = new ByteArrayOutputStream();
      html.write(page, out);
      Document parsed = parse(out.toString(StandardCharsets.UTF_8));
      there.add("validation-report/" + page.fileName());
      for (var card : elements(parsed, "article")) {
        there.add("validation-report/" + page.fileName() + "#" + card.getAttribute("id"));
      }
      assertThat(elements(parsed, "a"))
          .extracting(a -> a.getAttribute("href"))
          .containsExactly("../validation-report.html");
    }
    assertThat(linked).hasSize(304).isEqualTo(there);
  }

  @Test
  void every_bar_says_its_name_and_its_number() throws Exception {
    Document page = parse(html(samples(), Forms.ZH));
    assertThat(elements(page, "svg")).hasSize(2);
    List<String> texts = elements(page, "text").stream().map(Element::getTextContent).toList();
    assertThat(texts).containsSequence("新河镇", "7813").containsSequence("新海镇", "0");
    assertThat(texts).containsSequence("5. 企业事故应急演练的场次＊", "193");
    // A unit without a number and one with 0 have no bar; all others have.
    assertThat(elements(page, "rect")).hasSize(texts.size() / 2 - 1);
  }

  @Test
  void no_contact_and_no_telephone_is_in_it() throws Exception {
    String html = html(samples(), Forms.ZH);

    assertThat(Files.readString(Path.of("samples/units.csv"))).contains("示例联系人", "021-0000");
    assertThat(html).doesNotContain("示例联系人", "示例填报人", "021-");
  }

  @Test
  void the_same_report_gives_the_same_bytes() throws Exception {
    assertThat(html(samples(), Forms.ZH)).isEqualTo(html(samples(), Forms.ZH));
  }

  @Test
  void the_json_report_holds_its_hash() throws Exception {
    samples();
    assertThat(folder.resolve("validation-report.json"))
        .content()
        .containsPattern("\"validation-report.html\" : \"[0-9a-f]{64}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>alert(1)</script> | <script>alert(1)</script>",
        "\"><img src=x onerror='alert(1)'> | \"><img src=x onerror='alert(1)'>",
        "]]></style><!-- &amp; &#60; | ]]></style><!-- &amp; &#60;",
        "a\u0000b\u0007c\u001B[31m\u0085 | a�b�c�[31m�",
        "a\u202Eslx.gnp | a�slx.gnp",
        "a\u2068b\u2069c\u2069\u2068 | a�b�c��",
        "a\u200Bb\uFEFFc\u2028d | a�b�c�d",
        "a\uFFFEb\uFFFFc | a�b�c",
        "a\uD842 | a�",
        "{0} ''{1}'' | {0} ''{1}''",
        "שלום 𠮷 😀 | שלום 𠮷 😀"
      })
  void hostile_texts_are_texts(String hostile, String shown) throws Exception {
    Document page = parse(html(hostile(hostile), Forms.ZH));

    for (var element : elements(page, "*")) {
      assertThat(ELEMENTS).contains(element.getTagName());
    }
    var isolated = new TreeSet<String>();
    elements(page, "bdi").forEach(bdi -> isolated.add(bdi.getTextContent()));
    assertThat(isolated).contains(shown, shown + "镇", shown + ".xlsx", "stray/" + shown);
    Element card = byId(page, "unit-" + SafeText.id(hostile));
    assertThat(card.getTextContent())
        .contains("这一格填“" + shown + "”，是约数", "第1项宣讲活动的场次", shown + ".xlsx，工作表“" + shown + "”，E5");
    // Whatever it holds, it stays inside: our own words stand around it, in our order.
    assertThat(page.getDocumentElement().getTextContent()).contains("表式：" + Forms.TEMPLATE.id());
  }

  @Test
  void names_stay_on_one_line_and_long_texts_are_cut() throws Exception {
    Document page = parse(html(hostile("甲\n乙" + "长".repeat(300)), Forms.ZH));

    assertThat(byId(page, "strays").getTextContent()).contains("stray/甲�乙" + "长".repeat(300));
    assertThat(elements(page, "td"))
        .extracting(Element::getTextContent)
        .contains("这一格填“甲\n乙" + "长".repeat(97) + "…”，是约数，没有计入合计。");
  }

  @Test
  void ids_of_different_units_differ() {
    assertThat(SafeText.id("T02")).isEqualTo("T02");
    assertThat(SafeText.id("城桥镇")).isEqualTo("城桥镇");
    assertThat(List.of("a b", "a_b", "a_20_b", "a%20b", "a\"b", "a'b").stream().map(SafeText::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[\\w-]+"));
  }

  private Report samples() throws Exception {
    var none = Optional.<String>empty();
    var request =
        new Merge.Request(
            List.of(Path.of("samples/submissions")),
            Forms.TEMPLATE.id(),
            Optional.of(Path.of("samples/units.csv")),
            folder,
            new Merge.Header(none, Optional.of("示例填报人"), Optional.empty(), none),
            none,
            ClerkFiles.NONE,
            none,
            OffsetDateTime.parse("2023-07-01T00:00:00+08:00"),
            false,
            false,
            false,
            2,
            Merge.Extras.NONE);
    return new Merge(Forms.ZH, Progress.NONE).run(request).report();
  }

  /** A report in which every text that comes from outside is the same. */
  private static Report hostile(String text) {
    Unit unit = new Unit(text, text + "镇", List.of(), text, "联系人", "021-1", List.of());
    String path = text + ".xlsx";
    Finding wrong =
        Finding.ofCell(
                FindingCode.APPROXIMATE_COUNT,
                new Location(path, null, text, address("E5"), "1.1.1"),
                text)
            .with(Argument.VALUE, text);
    var form =
        new Submission(Map.of(), Optional.empty(), List.of(), false, false, RollUpContents.NONE);
    FileResult file =
        file(
            path,
            Return.Kind.FORM,
            Optional.of(unit),
            form,
            FileStatus.ACCEPTED_WITH_ERRORS,
            wrong);
    FileResult stray =
        file(
            "stray/" + text,
            Return.Kind.UNUSABLE,
            Optional.empty(),
            null,
            FileStatus.REJECTED,
            Finding.ofCell(FindingCode.UNIT_UNKNOWN, Location.NOWHERE, text)
                .with(Argument.NAME, text));
    FileResult skipped =
        file("skipped/" + text, Return.Kind.ASIDE, Optional.empty(), null, FileStatus.SKIPPED);
    Unit other = Unit.named("other", text);
    return new Report(
        new Reporting(Optional.of(2), 1, 0, 0, 0, 1, 0, 1, 0),
        List.of(file, stray, skipped),
        List.of(
            new UnitResult(
                unit,
                UnitState.REPORTED,
                Optional.of(Timeliness.UNKNOWN),
                Optional.of(file),
                List.of(file)),
            new UnitResult(
                other, UnitState.MISSING, Optional.empty(), Optional.empty(), List.of())),
        Summary.none(Forms.TEMPLATE),
        List.of(
            Finding.of(FindingCode.UNIT_NOT_REPORTED, Location.unit("other"))
                .with(Argument.UNIT, text)));
  }

  private static FileResult file(
      String path,
      Return.Kind kind,
      Optional<Unit> unit,
      Submission form,
      FileStatus status,
      Finding... findings) {
    var source =
        new Return(
            path,
            "0".repeat(64),
            "xlsx",
            kind,
            unit,
            Optional.ofNullable(form),
            Optional.empty(),
            List.of(findings));
    return new FileResult(source, status, List.of(findings));
  }

  private static String html(Report report, Messages messages) throws IOException {
    var out = new ByteArrayOutputStream();
    new ReportHtml(Forms.TEMPLATE, messages, SENDER, false, Forms.BLOCK, report).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document page, String... names) {
    var found = new ArrayList<Element>();
    for (var name : names) {
      var nodes = page.getElementsByTagName(name);
      for (int i = 0; i < nodes.getLength(); i++) {
        found.add((Element) nodes.item(i));
      }
    }
    return found;
  }

  private static Element byId(Document page, String id) {
    return elements(page, "*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElse(null);
  }

  private static String copied(Document page, String section) {
    return elements(page, "p").stream()
        .filter(p -> p.getAttribute("class").equals("copy"))
        .filter(p -> ((Element) p.getParentNode()).getAttribute("id").equals(section))
        .map(Element::getTextContent)
        .findFirst()
        .orElseThrow();
  }
}
