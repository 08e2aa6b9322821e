package dev.rollup.write.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.clerkfile.Received;
import dev.rollup.finding.Severity;
import dev.rollup.match.FormMatcher;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Policy;
import dev.rollup.merge.Reconciliation;
import dev.rollup.merge.Report;
import dev.rollup.merge.Return;
import dev.rollup.messages.BarChart;
import dev.rollup.messages.FindingText;
import dev.rollup.model.Cell;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.Handled;
import dev.rollup.report.Issue;
import dev.rollup.report.Issue.Weight;
import dev.rollup.report.SaidOnce;
import dev.rollup.rollup.RollUp;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.support.FormGrid;
import dev.rollup.support.Values;
import dev.rollup.template.HeaderField;
import dev.rollup.text.TextSize;
import dev.rollup.write.Forms;
import dev.rollup.write.SampleSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The sheets of the summary, read back with POI. */
@Tag("slow")
@Isolated("sets what the whole machine shares")
class SummaryWorkbookTest {

  private static final DataFormatter SHOWN = new DataFormatter(Locale.ROOT);
  private static final FindingText WORDS = new FindingText(Forms.ZH, Forms.TEMPLATE);
  private static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://example.invalid\",\"x\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1)",
          "\u0001\tbell",
          "</t></is>&amp;<b>_x0041_");

  @TempDir static Path folder;

  private static SampleSummary summary;
  private static XSSFWorkbook book;

  @BeforeAll
  static void merge() throws Exception {
    summary = SampleSummary.of(folder);
    book = Forms.open(summary.bytes());
  }

  @AfterAll
  static void close() throws IOException {
    book.close();
  }

  @Test
  void the_level_above_needs_no_sheet_but_the_form_its_list_and_their_origins() {
    assertThat(names(book).stream().filter(name -> !RollUp.ABOUT_RETURNS.contains(name)))
        .containsExactly("汇总表", "特色活动");
    // Comparisons are there only where something is compared, answers where there are choices.
    assertThat(RollUp.ABOUT_RETURNS)
        .allSatisfy(
            name ->
                assertThat(names(book).contains(name))
                    .isEqualTo(!name.endsWith("对比") && !name.equals(AnswersSheet.NAME)));
  }

  @Test
  void the_sheets_stand_in_order_and_the_first_is_open() {
    assertThat(names(book))
        .containsExactly("总览", "汇总表", "分单位", "特色活动", "报送情况", "问题清单", "发送清单", "溯源", "说明");
    assertThat(book.getNumberOfSheets()).isEqualTo(10);
    assertThat(book.getSheetVisibility(9)).isEqualTo(SheetVisibility.VERY_HIDDEN);
    assertThat(book.getActiveSheetIndex()).isZero();
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      assertThat(book.getSheetAt(i).isSelected()).isEqualTo(i == 0);
    }
  }

  @Test
  void every_sheet_has_its_title_and_columns() {
    assertThat(text(book.getSheet("总览"), 0, 0)).isEqualTo("“安全生产月”活动统计报送与汇总概况");
    assertThat(row(book.getSheet("报送情况"), 0)).containsExactly("总览", "各单位报送情况表");
    assertThat(row(book.getSheet("报送情况"), 1))
        .containsExactly(
            "序号", "单位名称", "单位类别", "报送状态", "报送时间", "时间依据", "是否按时", "退回次数", "重报时间", "统计表", "活动总结",
            "盖章件", "采用文件", "联系人", "联系电话", "备注");
    assertThat(row(book.getSheet("问题清单"), 0)).containsExactly("总览", "数据审核问题清单");
    assertThat(row(book.getSheet("问题清单"), 1))
        .containsExactly(
            "序号", "单位名称", "项目", "内容", "原填内容", "问题", "审核等级", "请如何处理", "处理情况", "文件", "位置", "可复制文字");
    assertThat(row(book.getSheet("溯源"), 0)).containsExactly("总览", "数据来源明细表");
    assertThat(row(book.getSheet("溯源"), 2))
        .containsExactly(
            "指标编号",
            "项目",
            "内容",
            "计量单位",
            "单位名称",
            "采用值",
            "原填内容",
            "处理说明",
            "更正（原值、新值、更正人、依据）",
            "文件",
            "工作表",
            "单元格");
    assertThat(row(book.getSheet("说明"), 0)).containsExactly("总览", "编制说明");
    assertThat(row(book.getSheet("分单位"), 1))
        .startsWith("序号", "单位名称", "单位类别", "报送状态", "1.开展习近平总书记关于应急管理、安全生产重要论述宣贯活动");
  }

  @Test
  void the_overview_shows_the_figures_of_every_group_and_of_all() {
    XSSFSheet sheet = book.getSheet("总览");
    int head = find(sheet, "按单位类别");
    assertThat(row(sheet, head))
        .containsExactly(
            "按单位类别", "应报单位", "实报单位", "其中：零报告", "按时", "迟报", "时间未核实", "退回待重报", "未报", "报送率", "按时报送率",
            "待改正", "待核实");
    assertThat(row(sheet, head + 1))
        .containsExactly(
            "乡镇", "18", "16", "1", "15", "1", "0", "1", "1", "88.9%", "83.3%", "2", "5");
    assertThat(row(sheet, head + 4))
        .containsExactly(
            "合计", "28", "24", "1", "23", "1", "0", "2", "2", "85.7%", "82.1%", "4", "6");
    assertThat(texts(sheet))
        .contains("应报（28）＝实报（24）＋退回待重报（2）＋未报（2）", "实报（24）＝按时（23）＋迟报（1）＋时间未核实（0）；零报告（1）含在实报内");
    assertThat(sheet.getHyperlinkList())
        .extracting(link -> link.getLocation())
        .containsExactlyElementsOf(
            names(book).stream().skip(1).map(name -> "'" + name + "'!A1").toList());
  }

  @Test
  void the_overview_draws_attendance_by_unit_and_events_by_item_from_its_own_cells() {
    XSSFSheet sheet = book.getSheet("总览");
    List<XSSFChart> charts = sheet.getDrawingPatriarch().getCharts();
    assertThat(charts)
        .extracting(chart -> chart.getTitleText().getString())
        .containsExactly("各单位人次（各项合计）", "各项活动场数");
    for (int i = 0; i < 2; i++) {
      var bars = charts.get(i).getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
      assertThat(bars.getSpPr().isSetSolidFill()).isTrue();
      assertThat(bars.getDLbls().getShowVal().getVal()).isTrue();
      BarChart drawn = BarChart.of(summary.report(), Forms.TEMPLATE, Forms.ZH).get(i);
      var values =
          new AreaReference(bars.getVal().getNumRef().getF(), book.getSpreadsheetVersion());
      var names = new AreaReference(bars.getCat().getStrRef().getF(), book.getSpreadsheetVersion());
      assertThat(values.getFirstCell().getSheetName()).isEqualTo("总览");
      assertThat(drawn.bars()).hasSize(values.getAllReferencedCells().length);
      int top = values.getFirstCell().getRow();
      for (int b = 0; b < drawn.bars().size(); b++) {
        assertThat(text(sheet, top + b, names.getFirstCell().getCol()))
            .isEqualTo(drawn.bars().get(b).marked(60));
        assertThat(text(sheet, top + b, values.getFirstCell().getCol()))
            .isEqualTo(String.valueOf(drawn.bars().get(b).value()));
        assertThat(bars.getVal().getNumRef().getNumCache().getPtArray(b).getV())
            .isEqualTo(drawn.bars().get(b).value() + ".0");
      }
    }
  }

  @Test
  void the_numbers_of_the_charts_stand_beside_the_printed_page() {
    int index = book.getSheetIndex("总览");
    var printed = new AreaReference(book.getPrintArea(index), book.getSpreadsheetVersion());
    var bars =
        book.getSheet("总览").getDrawingPatriarch().getCharts().get(0).getCTChart().getPlotArea();
    var names =
        new AreaReference(
            bars.getBarChartArray(0).getSerArray(0).getCat().getStrRef().getF(),
            book.getSpreadsheetVersion());
    assertThat(names.getFirstCell().getCol()).isGreaterThan(printed.getLastCell().getCol());
  }

  @Test
  void every_error_and_warning_is_a_problem_with_a_line_to_paste() {
    List<String> lines = column(book.getSheet("问题清单"), 11, 2);
    var expected = new ArrayList<String>();
    for (var file : summary.report().files()) {
      if (file.status() == FileStatus.SUPERSEDED || file.status() == FileStatus.DUPLICATE) {
        continue;
      }
      SaidOnce.of(file.findings()).stream()
          .filter(finding -> finding.severity() != Severity.INFO)
          .forEach(finding -> expected.add(WORDS.message(finding) + WORDS.hint(finding)));
    }
    summary.report().findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .forEach(finding -> expected.add(WORDS.message(finding) + WORDS.hint(finding)));

    assertThat(lines).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(text -> assertThat(lines).anyMatch(line -> line.startsWith(text)));
    assertThat(lines).noneMatch(line -> line.matches("(?s).*\\b\\d\\.\\d\\.\\d\\b.*|.*\\R.*"));
    assertThat(lines)
        .contains(
            "第3项“动火作业风险我知道”宣传活动的参与人次填“约200”，是约数，没有计入合计。"
                + "请填准确整数，不用“约、余、多、近、以上”。（庙镇安全生产月统计表.xlsx，工作表“活动进展情况统计表”，G12）");
  }

  @Test
  void what_keeps_the_summary_from_going_up_comes_first_then_the_roster() {
    List<String> order = summary.report().units().stream().map(unit -> unit.unit().name()).toList();
    List<Issue> issues = Issue.of(summary.report());
    assertThat(issues.stream().map(Issue::weight)).isSorted().contains(Weight.values());
    for (var weight : Weight.values()) {
      assertThat(
              issues.stream()
                  .filter(issue -> issue.weight() == weight)
                  .flatMap(issue -> issue.unit().stream())
                  .map(unit -> order.indexOf(unit.name())))
          .isSorted();
    }
    assertThat(column(book.getSheet("问题清单"), 1, 2))
        .isEqualTo(issues.stream().map(i -> i.unit().map(Unit::name).orElse("")).toList());
  }

  @Test
  void a_number_that_was_left_out_leads_to_its_problem_and_a_unit_to_its_sources() {
    XSSFSheet sheet = book.getSheet("分单位");
    int unit = find(sheet, 1, "庙镇");
    XSSFCell marked = null;
    for (var cell : sheet.getRow(unit)) {
      if (SHOWN.formatCellValue(cell).startsWith("※")) {
        marked = (XSSFCell) cell;
      }
    }
    assertThat(marked).isNotNull();
    var problem = new CellReference(marked.getHyperlink().getAddress());
    assertThat(problem.getSheetName()).isEqualTo("问题清单");
    XSSFSheet problems = book.getSheet("问题清单");
    assertThat("※" + text(problems, problem.getRow(), 0)).isEqualTo(SHOWN.formatCellValue(marked));
    assertThat(text(problems, problem.getRow(), 1)).isEqualTo("庙镇");
    assertThat(text(problems, problem.getRow(), 4)).isEqualTo("约200");
    var source = new CellReference(sheet.getRow(unit).getCell(1).getHyperlink().getAddress());
    assertThat(source.getSheetName()).isEqualTo("溯源");
    XSSFSheet sources = book.getSheet("溯源");
    assertThat(text(sources, source.getRow(), 4)).isEqualTo("庙镇");
    assertThat(text(sources, source.getRow() - 1, 4)).isNotEqualTo("庙镇");
  }

  @Test
  void a_total_leads_to_the_column_that_it_is_the_sum_of() {
    XSSFCell total = Forms.cell(book, "f_3_3_2");
    var to = new CellReference(total.getHyperlink().getAddress());
    XSSFSheet units = book.getSheet(to.getSheetName());
    assertThat(units.getRow(to.getRow()).getCell(to.getCol()).getNumericCellValue())
        .isEqualTo(total.getNumericCellValue());
    assertThat(text(units, to.getRow(), 1)).isEqualTo("全区合计");
  }

  @Test
  void every_message_that_is_to_be_sent_stands_in_the_list_with_whom_it_goes_to() {
    XSSFSheet sheet = book.getSheet("发送清单");
    assertThat(row(sheet, 2))
        .containsExactly("序号", "单位名称", "联系人", "联系电话", "消息（复制发送）", "附件（在 slips 文件夹内）", "已发送");
    int unit = find(sheet, 1, "庙镇");
    assertThat(row(sheet, unit)).contains("庙镇", "示例联系人04", "021-00000004");
    assertThat(text(sheet, unit, 4)).startsWith("【数据核实】庙镇示例联系人04您好：").contains("填“约200”");
  }

  @Test
  void what_is_read_on_the_screen_is_printed_as_one_line_that_says_so() {
    for (var name : List.of("发送清单", "溯源")) {
      int index = book.getSheetIndex(name);
      var printed = new AreaReference(book.getPrintArea(index), book.getSpreadsheetVersion());
      assertThat(printed.getFirstCell().getRow()).isEqualTo(1);
      assertThat(printed.getLastCell().getRow()).isEqualTo(1);
      assertThat(text(book.getSheet(name), 1, 0)).isEqualTo("本表在屏幕上查阅，不用打印。");
    }
    XSSFSheet notes = book.getSheet("说明");
    var printed =
        new AreaReference(
            book.getPrintArea(book.getSheetIndex(notes)), book.getSpreadsheetVersion());
    assertThat(printed.getLastCell().getRow()).isLessThan(find(notes, "输入文件清单（30个，不打印）"));
  }

  @Test
  void every_entry_has_its_source() {
    XSSFSheet sheet = book.getSheet("溯源");
    var expected = new ArrayList<String>();
    for (var unit : summary.report().units()) {
      unit.accepted().stream()
          .flatMap(file -> file.source().submission().orElseThrow().entries().stream())
          .forEach(
              entry ->
                  expected.add(
                      String.join(
                          "|",
                          entry.field().id(),
                          unit.unit().name(),
                          switch (entry.state()) {
                            case READ -> entry.value();
                            case BLANK -> "空白";
                            case EXCLUDED -> "未计入";
                          },
                          entry.raw(),
                          String.valueOf(entry.at().written()))));
    }
    var found = new ArrayList<String>();
    for (int r = 3; r <= sheet.getLastRowNum(); r++) {
      found.add(
          String.join(
              "|",
              text(sheet, r, 0),
              text(sheet, r, 4),
              text(sheet, r, 5),
              text(sheet, r, 6),
              text(sheet, r, 11)));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void the_notes_tell_template_deadline_files_and_what_is_left_out() {
    XSSFSheet sheet = book.getSheet("说明");
    assertThat(texts(sheet))
        .contains(
            "上海市崇明区“安全生产月”活动进展情况统计表（第 1 版）",
            "2023年6月28日17:00",
            "2023年6月1日至2023年6月30日",
            "28家",
            "未计入的数及原因（3处，不打印）",
            "输入文件清单（30个，不打印）",
            Forms.TEMPLATE.notes().get(0));
    for (var file : summary.report().files()) {
      assertThat(texts(sheet)).contains(file.source().path(), file.source().sha256());
    }
    int head = find(sheet, "未计入的数及原因（3处，不打印）");
    assertThat(row(sheet, head + 2))
        .containsExactly("1", "第3项“动火作业风险我知道”宣传活动的参与人次", "约200", "填了约数", "庙镇");
  }

  @Test
  void the_deadline_in_the_notes_is_the_one_used(@TempDir Path elsewhere) throws Exception {
    var before = OffsetDateTime.parse("2023-06-20T00:00:00Z");
    var other = SampleSummary.of(elsewhere, Optional.of("2023-06-29 09:30"), before);
    try (XSSFWorkbook early = Forms.open(other.bytes())) {
      assertThat(texts(early.getSheet("说明"))).contains("2023年6月29日9:30");
      assertThat(texts(early.getSheet("总览"))).contains("待报", "应报（28）＝实报（24）＋退回待重报（2）＋未报（0）＋待报（2）");
    }
  }

  @Test
  void totals_above_the_units_are_those_of_the_form() {
    XSSFSheet sheet = book.getSheet("分单位");
    int total = 0;
    while (!text(sheet, total, 1).equals("全区合计")) {
      total++;
    }
    int column = 4;
    for (var field : Forms.TEMPLATE.fields().values()) {
      if (field.counts()) {
        assertThat(new BigDecimal(sheet.getRow(total).getCell(column++).getNumericCellValue()))
            .as(field.id())
            .isEqualByComparingTo(summary.report().summary().totals().get(field.id()).total());
      }
    }
  }

  @Test
  void wide_tables_repeat_rows_and_columns_and_break_between_sections() {
    XSSFSheet sheet = book.getSheet("分单位");
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("2:4");
    assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:B");
    assertThat(sheet.getColumnBreaks()).isNotEmpty();
    for (int last : sheet.getColumnBreaks()) {
      assertThat(text(sheet, 1, last + 1)).isNotEqualTo(text(sheet, 1, last));
    }
    for (var name : List.of("特色活动", "报送情况", "问题清单")) {
      assertThat(book.getSheet(name).getRepeatingRows()).as(name).isNotNull();
      assertThat(book.getSheet(name).getFooter().getCenter()).as(name).contains("&P", "&N");
    }
  }

  @Test
  void telephones_stand_in_the_sheets_that_need_them_only() {
    for (var sheet : book) {
      List<String> texts = texts(sheet);
      for (var unit : summary.report().units()) {
        if (!List.of("报送情况", "发送清单").contains(sheet.getSheetName())) {
          assertThat(texts)
              .as(sheet.getSheetName())
              .noneMatch(text -> text.contains(unit.unit().phone()))
              .noneMatch(text -> text.contains(unit.unit().contact()));
        }
      }
    }
    assertThat(texts(book.getSheet("报送情况"))).contains("021-00000001", "示例联系人01");
  }

  @Test
  void the_bytes_do_not_depend_on_place_and_language() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(SampleSummary.of(folder.resolve("again")).bytes()).isEqualTo(summary.bytes());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void hostile_texts_stay_texts() throws Exception {
    var returns = new ArrayList<Return>();
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = HOSTILE.get(i);
      Map<String, Cell> values = new HashMap<>();
      values.put("f_1_1_1", new Cell.Text(text));
      values.put("f_1_1_2", number(i));
      values.put("f_7_1_1_1", new Cell.Text(text));
      values.put("f_7_1_2_1", number(1));
      returns.add(form(new Unit("u" + i, text, List.of(), text, text, text, List.of()), values));
    }
    var roster = new Roster(returns.stream().map(r -> r.unit().orElseThrow()).toList());
    byte[] bytes = write(settle(returns, Optional.of(roster)));
    try (XSSFWorkbook hostile = Forms.open(bytes)) {
      for (var sheet : hostile) {
        for (var row : sheet) {
          for (var cell : row) {
            String text = SHOWN.formatCellValue(cell);
            if (cell.getCellType() == CellType.FORMULA) {
              assertThat(sheet.getSheetName()).isIn("分单位", "特色活动");
              assertThat(cell.getCellFormula()).matches("(IF\\()?(COUNT|SUBTOTAL\\(102,).*");
            } else if (cell.getCellType() == CellType.STRING && !text.isEmpty()) {
              assertThat(text).doesNotContain("\u0001");
              if ("=+-@".indexOf(text.charAt(0)) >= 0) {
                assertThat(cell.getCellStyle().getQuotePrefixed()).as(text).isTrue();
              }
            }
          }
        }
      }
      assertThat(texts(hostile.getSheet("溯源"))).contains(HOSTILE.get(0), HOSTILE.get(5));
    }
  }

  @Test
  void without_a_roster_what_is_not_known_stays_empty() throws Exception {
    Report report =
        settle(List.of(form(Unit.named("甲", "甲"), Map.of("f_1_1_1", number(3)))), Optional.empty());
    try (XSSFWorkbook alone = Forms.open(write(report))) {
      XSSFSheet sheet = alone.getSheet("总览");
      int head = find(sheet, "按单位类别");
      assertThat(row(sheet, head + 1))
          .containsExactly("合计", "1", "0", "0", "0", "1", "0", "0", "0");
      assertThat(text(sheet, head + 1, 1)).isEmpty();
      assertThat(texts(alone.getSheet("说明"))).contains("未提供");
      assertThat(column(alone.getSheet("问题清单"), 5, 2)).containsExactly("没有提供报送单位名单，不能判断有没有未报的单位。");
    }
  }

  @Test
  void what_came_after_a_refused_return_has_its_time_beside_the_times_returned() throws Exception {
    Unit unit = Unit.named("甲", "甲");
    Return empty = received(form(unit, Map.of()), "1.xlsx", "2023-06-20T10:00:00+08:00");
    Return full =
        received(form(unit, Map.of("f_1_1_1", number(3))), "2.xlsx", "2023-06-26T10:00:00+08:00");
    Report report = settle(List.of(empty, full), Optional.of(new Roster(List.of(unit))));
    try (XSSFWorkbook workbook = Forms.open(write(report))) {
      XSSFSheet sheet = workbook.getSheet("报送情况");
      int line = find(sheet, "1");
      assertThat(text(sheet, line, 4)).isEqualTo("2023-06-26 10:00");
      assertThat(text(sheet, line, 7)).isEqualTo("1");
      assertThat(text(sheet, line, 8)).isEqualTo("2023-06-26 10:00");
    }
  }

  private static Return received(Return form, String path, String time) {
    return new Return(
        path,
        path,
        form.format(),
        form.kind(),
        form.unit(),
        form.submission(),
        Optional.of(new Received(OffsetDateTime.parse(time), false)),
        form.findings());
  }

  @Test
  void of_a_large_roster_only_what_was_converted_or_left_out_has_its_source() throws Exception {
    Return one =
        form(Unit.named("0", "单位0"), Map.of("f_1_1_1", new Cell.Text("约5"), "f_1_1_2", number(7)));
    var units =
        IntStream.rangeClosed(0, SourcesSheet.MOST_UNITS)
            .mapToObj(i -> Unit.named(String.valueOf(i), "单位" + i))
            .toList();
    Report report = settle(List.of(one), Optional.of(new Roster(units)));
    try (XSSFWorkbook large = Forms.open(write(report))) {
      XSSFSheet sheet = large.getSheet("溯源");
      assertThat(text(sheet, 2, 0)).contains("2000", "counts.csv");
      assertThat(column(sheet, 0, 4)).containsExactly("1.1.1");
    }
  }

  @Test
  void words_have_room() {
    for (var name : List.of("报送情况", "问题清单", "溯源")) {
      XSSFSheet sheet = book.getSheet(name);
      for (var row : sheet) {
        // Title and remark are as wide as the table.
        if (row.getRowNum() < (name.equals("溯源") ? 2 : 1)) {
          continue;
        }
        for (var cell : row) {
          // File, place and the line to copy are there to be copied.
          if (name.equals("问题清单") && cell.getColumnIndex() > 8) {
            continue;
          }
          double points = book.getFontAt(cell.getCellStyle().getFontIndex()).getFontHeight() / 20.0;
          double width = sheet.getColumnWidth(cell.getColumnIndex()) / 256.0;
          int lines = TextSize.lines(SHOWN.formatCellValue(cell), width, points);
          assertThat((double) row.getHeightInPoints())
              .as(name + " " + cell.getAddress())
              .isGreaterThanOrEqualTo(lines * points * 1.2);
        }
      }
    }
  }

  private static Return form(Unit unit, Map<String, Cell> values) {
    var all = new HashMap<>(values);
    all.put("h_unit", new Cell.Text(unit.name()));
    var outcome = new FormMatcher(Forms.TEMPLATE).match(FormGrid.of(Forms.TEMPLATE, all)).get(0);
    return new Return(
        unit.name(),
        unit.id(),
        "xlsx",
        Return.Kind.FORM,
        Optional.of(unit),
        outcome.value(),
        Optional.empty(),
        outcome.findings().stream().map(finding -> finding.inFile(unit.name())).toList());
  }

  private static Cell number(int number) {
    return new Cell.Number(BigDecimal.valueOf(number), Cell.Number.GENERAL);
  }

  private static Report settle(List<Return> returns, Optional<Roster> roster) {
    var policy = new Policy(Forms.TEMPLATE.deadline(), false, false, false);
    return Reconciliation.settle(returns, Forms.TEMPLATE, roster, policy);
  }

  private static byte[] write(Report report) throws IOException {
    var out = new ByteArrayOutputStream();
    var form = new DistrictForm(Forms.TEMPLATE, Values.of(Map.of(HeaderField.UNIT, "某区")), report);
    Forms.summaries().write(report, form, Forms.BLOCK, Handled.NOTHING, out);
    return out.toByteArray();
  }

  /** The sheets that people see. */
  private static List<String> names(XSSFWorkbook workbook) {
    return IntStream.range(0, workbook.getNumberOfSheets())
        .filter(i -> workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE)
        .mapToObj(workbook::getSheetName)
        .toList();
  }

  private static String text(Sheet sheet, int row, int column) {
    Row cells = sheet.getRow(row);
    return cells == null ? "" : SHOWN.formatCellValue(cells.getCell(column));
  }

  /** Returns what is shown in a row, without empty cells. */
  private static List<String> row(Sheet sheet, int row) {
    var texts = new ArrayList<String>();
    sheet.getRow(row).forEach(cell -> texts.add(SHOWN.formatCellValue(cell)));
    texts.removeIf(String::isEmpty);
    return texts;
  }

  private static List<String> column(Sheet sheet, int column, int firstRow) {
    return IntStream.rangeClosed(firstRow, sheet.getLastRowNum())
        .mapToObj(r -> text(sheet, r, column))
        .toList();
  }

  private static List<String> texts(Sheet sheet) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .filter(r -> sheet.getRow(r) != null)
        .boxed()
        .flatMap(r -> row(sheet, r).stream())
        .toList();
  }

  private static int find(Sheet sheet, String first) {
    return find(sheet, 0, first);
  }

  private static int find(Sheet sheet, int column, String text) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .filter(r -> text(sheet, r, column).equals(text))
        .findFirst()
        .orElseThrow();
  }
}
