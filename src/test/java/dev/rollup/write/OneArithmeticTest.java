package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.BarChart;
import dev.rollup.messages.FindingText;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.Handled;
import dev.rollup.report.NarrativeText;
import dev.rollup.report.SaidOnce;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.support.Values;
import dev.rollup.template.Field;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.write.data.CountsCsv;
import dev.rollup.write.data.ReportJson;
import dev.rollup.write.form.AnnexSheet;
import dev.rollup.write.form.ReturnDocument;
import dev.rollup.write.html.ReportHtml;
import dev.rollup.write.letter.NarrativeDocument;
import dev.rollup.write.summary.NotesSheet;
import dev.rollup.write.summary.OverviewSheet;
import dev.rollup.write.summary.TotalsSheet;
import dev.rollup.write.summary.UnitsSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is written says what the report came to: each output is read back, and its numbers are
 * held against the entries of the returns that count. Batches are made by a seed, which stands in
 * each name.
 */
@Tag("slow")
class OneArithmeticTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DataFormatter SHOWN = new DataFormatter();
  private static final int FIXED = 4;

  @TempDir static Path scratch;

  static LongStream seeds() {
    return LongStream.range(20230601, 20230613);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_report_adds_up_what_the_returns_hold(long seed) {
    Report report = SeededBatch.report(seed);
    for (var field : fields()) {
      Tally tally = report.summary().totals().getOrDefault(field.id(), Tally.NONE);
      assertThat(shown(tally)).as(field.id()).isEqualTo(shown(tallied(report.units(), field)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_sheet_of_units_shows_the_report(long seed) throws IOException {
    Report report = SeededBatch.report(seed);
    try (XSSFWorkbook book = Forms.open(summary(report))) {
      Sheet sheet = book.getSheet(UnitsSheet.NAME);
      int first = firstUnit(sheet);
      for (int i = 0; i < fields().size(); i++) {
        Field field = fields().get(i);
        int column = FIXED + i;
        for (int u = 0; u < report.units().size(); u++) {
          Tally tally = tallied(List.of(report.units().get(u)), field);
          String shown = SHOWN.formatCellValue(sheet.getRow(first + u).getCell(column));
          assertThat(number(sheet, first + u, column))
              .as(field.id() + " of " + u)
              .isEqualTo(tally.total());
          assertThat(shown.startsWith("※") || shown.endsWith("＊"))
              .as(field.id() + " of " + u + " shows " + shown)
              .isEqualTo(tally.excluded() > 0);
        }
        for (var group : groups(report).entrySet()) {
          assertThat(number(sheet, line(sheet, group.getKey() + "小计"), column))
              .as(field.id() + " of " + group.getKey())
              .isEqualTo(tallied(group.getValue(), field).total());
        }
        Tally all = tallied(report.units(), field);
        assertThat(
                List.of(
                    Optional.ofNullable(number(sheet, line(sheet, "全区合计"), column)),
                    number(sheet, line(sheet, "填报单位数"), column),
                    number(sheet, line(sheet, "空白"), column),
                    number(sheet, line(sheet, "未计入"), column)))
            .as(field.id())
            .containsExactly(
                Optional.ofNullable(all.total()),
                BigDecimal.valueOf(all.counted()),
                BigDecimal.valueOf(all.blank()),
                BigDecimal.valueOf(all.excluded()));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_other_sheets_show_the_report(long seed) throws IOException {
    Report report = SeededBatch.report(seed);
    try (XSSFWorkbook book = Forms.open(summary(report))) {
      for (var item : Forms.TEMPLATE.items()) {
        if (item.repeats()) {
          activities(book.getSheet(AnnexSheet.NAME), item, report);
        } else {
          form(book, item, report);
        }
      }
      overview(book.getSheet(OverviewSheet.NAME), report);
      long left = report.units().stream().mapToLong(unit -> excluded(unit).size()).sum();
      assertThat(texts(book.getSheet(NotesSheet.NAME)))
          .contains(Forms.ZH.text("notes.excluded", String.valueOf(left)));
    }
  }

  private static void form(XSSFWorkbook book, Item item, Report report) {
    var counters = new HashMap<Integer, List<List<String>>>();
    for (var field : item.fields()) {
      Tally tally = tallied(report.units(), field);
      var cell = Forms.cell(book, dev.rollup.template.Layout.name(field.id(), 0));
      assertThat(
              cell.getCellType() == CellType.NUMERIC
                  ? BigDecimal.valueOf((long) cell.getNumericCellValue())
                  : null)
          .as(field.id())
          .isEqualTo(tally.total());
      counters
          .computeIfAbsent(cell.getRowIndex(), row -> new ArrayList<>())
          .add(
              List.of(
                  String.valueOf(tally.counted()),
                  String.valueOf(tally.blank()),
                  String.valueOf(tally.excluded())));
    }
    counters.forEach(
        (row, expected) -> {
          var shown = texts(book.getSheet(TotalsSheet.NAME).getRow(row));
          for (int part = 0; part < 3; part++) {
            int p = part;
            assertThat(shown)
                .contains(expected.stream().map(e -> e.get(p)).collect(Collectors.joining(" / ")));
          }
        });
  }

  private static void activities(Sheet sheet, Item item, Report report) {
    int rows = report.summary().rows(item).size();
    if (rows == 0) {
      return;
    }
    int line = line(sheet, Forms.ZH.text("activities.total"));
    assertThat(line).isEqualTo(2 + rows);
    for (int i = 0; i < item.fields().size(); i++) {
      Field field = item.fields().get(i);
      if (field.counts()) {
        assertThat(number(sheet, line, 2 + i))
            .as(field.id())
            .isEqualTo(tallied(report.units(), field).total());
      }
    }
  }

  /** Below the heads of the columns stand the groups, then all units together. */
  private static void overview(Sheet sheet, Report report) {
    Map<String, List<UnitResult>> expected = new LinkedHashMap<>(groups(report));
    expected.put("合计", report.units());
    int head = line(sheet, 0, Forms.ZH.text("overview.groups"));
    for (var group : expected.entrySet()) {
      int line = line(sheet, 0, group.getKey());
      List<UnitResult> units = group.getValue();
      var figures = new TreeMap<String, Long>();
      figures.put("实报单位", units.stream().filter(u -> u.state().actual()).count());
      figures.put("其中：零报告", units.stream().filter(u -> u.state() == UnitState.NIL).count());
      figures.put("退回待重报", units.stream().filter(u -> u.state() == UnitState.RETURNED).count());
      figures.put("待改正", findings(units, Severity.ERROR));
      figures.put("待核实", findings(units, Severity.WARNING));
      figures.forEach(
          (name, figure) -> {
            int column = 0;
            while (!SHOWN.formatCellValue(sheet.getRow(head).getCell(column)).equals(name)) {
              column++;
            }
            assertThat(number(sheet, line, column))
                .as(group.getKey() + name)
                .isEqualTo(BigDecimal.valueOf(figure));
          });
    }
  }

  private static long findings(List<UnitResult> units, Severity severity) {
    return units.stream()
        .flatMap(unit -> unit.accepted().stream())
        .flatMap(file -> SaidOnce.of(file.findings()).stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_charts_show_the_report(long seed) {
    Report report = SeededBatch.report(seed);
    for (var chart : BarChart.of(report, Forms.TEMPLATE, Forms.ZH)) {
      List<Field> measured =
          fields().stream().filter(f -> f.measure().name().equals(chart.measure())).toList();
      BigDecimal all =
          chart.bars().stream()
              .map(b -> b.value())
              .filter(Objects::nonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(all)
          .as(chart.title())
          .isEqualTo(
              measured.stream()
                  .map(field -> tallied(report.units(), field).sum())
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
      assertThat(chart.bars().stream().anyMatch(BarChart.Bar::partial))
          .isEqualTo(
              measured.stream().anyMatch(f -> tallied(report.units(), f).excluded() > 0)
                  && chart.notes().contains("＊有没有采用的数，没有计入。"));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_goes_up_says_the_report(long seed) throws IOException {
    Report report = SeededBatch.report(seed);
    DistrictForm form = form(report);
    goesUp(
        report,
        new XlsxReader(),
        Forms.returnWorkbook(Forms.TEMPLATE, form.totals(), form.carried()));
    goesUp(
        report,
        new DocxReader(),
        ReturnDocument.of(Forms.TEMPLATE, form.totals(), form.carried(), Forms.ZH));
    goesUp(report, new XlsxReader(), summary(report));
  }

  private static void goesUp(Report report, DocumentReader reader, byte[] content) {
    Submission read =
        new FormMatcher(Forms.TEMPLATE)
            .match(reader.read(content).value().orElseThrow())
            .get(0)
            .value()
            .orElseThrow();
    for (var field : fields()) {
      Tally tally = tallied(report.units(), field);
      List<Entry> entries =
          read.entries().stream().filter(entry -> entry.field().equals(field)).toList();
      assertThat(entries).as(field.id()).noneMatch(entry -> entry.state() == State.EXCLUDED);
      List<BigDecimal> counts =
          entries.stream().map(Entry::number).filter(Objects::nonNull).toList();
      assertThat(counts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .as(field.id())
          .isEqualTo(tally.sum());
      assertThat(read.carried().totals().get(field.id()).counters()).isEqualTo(tally.madeOf());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_files_for_programs_say_the_report(long seed) throws IOException {
    Report report = SeededBatch.report(seed);
    var out = new ByteArrayOutputStream();
    new ReportJson(Forms.TEMPLATE, new FindingText(Forms.ZH, Forms.TEMPLATE))
        .writeMerge(report, Map.of(), out);
    JsonNode json = JSON.readTree(out.toByteArray());
    var csv = new ByteArrayOutputStream();
    CountsCsv.write(report, csv);
    Map<String, Tally> inCsv = csv(csv.toString(StandardCharsets.UTF_8));
    for (var field : fields()) {
      Tally tally = tallied(report.units(), field);
      JsonNode total = json.get("totals").get(field.id());
      assertThat(
              List.of(
                  total.get("value").asText(),
                  total.get("counted").asText(),
                  total.get("blank").asText(),
                  total.get("excluded").asText()))
          .as(field.id())
          .isEqualTo(shown(tally));
      assertThat(shown(inCsv.getOrDefault(field.id(), Tally.NONE)))
          .as(field.id())
          .isEqualTo(shown(tally));
    }
    int actual = json.get("reporting").get("actual").asInt();
    assertThat(actual)
        .isEqualTo(report.units().stream().filter(unit -> unit.state().actual()).count());
    int ofGroups = 0;
    for (var group : json.get("reporting").get("groups")) {
      ofGroups += group.get("actual").asInt();
    }
    assertThat(ofGroups).isEqualTo(actual);
  }

  private static Map<String, Tally> csv(String text) throws IOException {
    var tallies = new HashMap<String, Tally>();
    Set<String> counting = fields().stream().map(Field::id).collect(Collectors.toSet());
    try (var lines =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text.substring(1)))) {
      for (var line : lines) {
        if (counting.contains(line.get("field_id"))) {
          boolean leftOut =
              List.of(line.get("note").split(";")).stream()
                  .anyMatch(
                      note ->
                          List.of(FindingCode.values()).stream()
                              .anyMatch(
                                  code ->
                                      code.id().equals(note) && code.severity() == Severity.ERROR));
          String value = line.get("value");
          Tally tally =
              !value.isEmpty()
                  ? new Tally(new BigDecimal(value), 1, 0, 0)
                  : leftOut
                      ? new Tally(BigDecimal.ZERO, 0, 0, 1)
                      : new Tally(BigDecimal.ZERO, 0, 1, 0);
          tallies.merge(line.get("field_id"), tally, Tally::plus);
        }
      }
    }
    return tallies;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_account_and_the_page_say_no_other_number(long seed) throws IOException {
    Report report = SeededBatch.report(seed);
    Set<String> known = new HashSet<>();
    for (var field : fields()) {
      known.add(String.valueOf(tallied(report.units(), field).sum()));
    }
    for (var row : report.summary().rows()) {
      row.entries().forEach(entry -> known.add(String.valueOf(entry.value())));
      row.entries().stream()
          .filter(entry -> entry.text() != null)
          .forEach(entry -> known.addAll(numbers(entry.text())));
    }
    Forms.TEMPLATE.items().stream()
        .filter(Item::repeats)
        .forEach(item -> known.add(String.valueOf(report.summary().rows(item).size())));
    known.add(String.valueOf(report.reporting().actual()));
    known.add(String.valueOf(report.reporting().onTime()));
    report.reporting().expected().ifPresent(all -> known.add(String.valueOf(all)));
    report.reporting().rate().ifPresent(rate -> known.addAll(numbers(rate.toPlainString())));
    var account =
        new NarrativeText(
            Forms.TEMPLATE.narrative().orElseThrow(), Forms.TEMPLATE, "某区", report, form(report));
    for (var part : account.parts()) {
      assertThat(known).as(part.text()).containsAll(numbers(part.text()));
    }
    byte[] docx = NarrativeDocument.of(Forms.TEMPLATE, "某区", report, form(report), Forms.ZH);
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      String written =
          document.getParagraphs().stream()
              .map(paragraph -> paragraph.getText())
              .collect(Collectors.joining("\n"));
      account.parts().forEach(part -> assertThat(written).contains(part.text()));
    }
    assertThat(page(report))
        .contains(
            "<td>" + report.units().stream().filter(u -> u.state().actual()).count() + "</td>");
  }

  private static String page(Report report) throws IOException {
    var out = new ByteArrayOutputStream();
    new ReportHtml(Forms.TEMPLATE, Forms.ZH, Forms.SENDER, false, Forms.BLOCK, report).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("\\d+").matcher(text).results().map(found -> found.group()).toList();
  }

  /** Adds up what the returns of some units hold, in the plainest way. */
  private static Tally tallied(List<UnitResult> units, Field field) {
    BigDecimal sum = BigDecimal.ZERO;
    int counted = 0;
    int blank = 0;
    int excluded = 0;
    for (var unit : units) {
      if (unit.accepted().isPresent()) {
        for (var entry : unit.accepted().get().source().submission().orElseThrow().entries()) {
          if (entry.field().equals(field)) {
            switch (entry.state()) {
              case READ -> {
                sum = sum.add(entry.number());
                counted++;
              }
              case BLANK -> blank++;
              case EXCLUDED -> excluded++;
            }
          }
        }
      }
    }
    return new Tally(sum, counted, blank, excluded);
  }

  private static List<Entry> excluded(UnitResult unit) {
    return unit.accepted().stream()
        .flatMap(file -> file.source().submission().orElseThrow().entries().stream())
        .filter(entry -> entry.state() == State.EXCLUDED)
        .toList();
  }

  private static List<String> shown(Tally tally) {
    return List.of(
        String.valueOf(tally.total()),
        String.valueOf(tally.counted()),
        String.valueOf(tally.blank()),
        String.valueOf(tally.excluded()));
  }

  /** Returns the units by group, without those that have none. */
  private static Map<String, List<UnitResult>> groups(Report report) {
    return report.units().stream()
        .filter(unit -> unit.unit().group() != null)
        .collect(
            Collectors.groupingBy(
                unit -> unit.unit().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Field> fields() {
    return Forms.TEMPLATE.fields().values().stream().filter(Field::counts).toList();
  }

  private static DistrictForm form(Report report) {
    return new DistrictForm(Forms.TEMPLATE, Values.of(Map.of(HeaderField.UNIT, "某区")), report);
  }

  static byte[] summary(Report report) throws IOException {
    var out = new ByteArrayOutputStream();
    Forms.summaries().write(report, form(report), Forms.BLOCK, Handled.NOTHING, out);
    return out.toByteArray();
  }

  private static BigDecimal number(Sheet sheet, int row, int column) {
    var cell = sheet.getRow(row).getCell(column);
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    return type == CellType.NUMERIC ? BigDecimal.valueOf((long) cell.getNumericCellValue()) : null;
  }

  /** Returns the row of the first unit: below the heads that stand below the totals. */
  private static int firstUnit(Sheet sheet) {
    int row = sheet.getLastRowNum();
    while (!SHOWN.formatCellValue(sheet.getRow(row).getCell(1)).equals("单位名称")) {
      row--;
    }
    return row + 1;
  }

  private static int line(Sheet sheet, String label) {
    return line(sheet, 1, label);
  }

  private static int line(Sheet sheet, int column, String label) {
    for (var row : sheet) {
      if (SHOWN.formatCellValue(row.getCell(column)).equals(label)) {
        return row.getRowNum();
      }
    }
    throw new AssertionError("no line " + label);
  }

  private static List<String> texts(Row row) {
    var texts = new ArrayList<String>();
    row.forEach(cell -> texts.add(SHOWN.formatCellValue(cell)));
    return texts;
  }

  private static List<String> texts(Sheet sheet) {
    var texts = new ArrayList<String>();
    sheet.forEach(row -> texts.addAll(texts(row)));
    return texts;
  }
}
