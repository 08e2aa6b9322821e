package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.FindingCode;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.ListedRow;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.Return;
import dev.rollup.merge.Summary;
import dev.rollup.merge.Tally;
import dev.rollup.merge.Timeliness;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FindingText;
import dev.rollup.model.Location;
import dev.rollup.report.DistrictForm;
import dev.rollup.report.NarrativeText;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import dev.rollup.support.Values;
import dev.rollup.template.Field;
import dev.rollup.template.HeaderField;
import dev.rollup.write.letter.NarrativeDocument;
import dev.rollup.write.letter.NarrativeNotes;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account: what is said, what is not, and how it is laid out. */
@Isolated("sets what the whole machine shares")
class NarrativeTest {

  private static final String DISTRICT = "上海市崇明区";
  private static final Map<String, Field> FIELDS = Forms.TEMPLATE.fields();

  @Test
  void every_total_is_told_in_the_words_of_the_office() {
    var totals = new HashMap<String, Long>();
    FIELDS.values().stream().filter(Field::counts).forEach(f -> totals.put(f.id(), 12386L));
    NarrativeText text = text(totals, List.of(row("城桥镇", "消防运动会", 1L, 9L)));
    assertThat(text.parts()).hasSize(7);
    assertThat(text.parts().get(1))
        .isEqualTo(
            new NarrativeText.Part(
                "二、大力推动安全宣传“五进”",
                "参与“人人讲安全 个个会应急”网络知识竞赛12386人，答题12386人次；参加线上“逃生演练训练营”活动，发布视频12386个。"));
    assertThat(text.parts().get(3).text())
        .isEqualTo(
            "曝光重大事故隐患和突出问题12386个；在省级以上主流媒体公布“一案双罚”典型案例12386个，" + "安全生产行刑衔接（含危险作业罪）等各类典型案例12386个。");
    assertThat(text.said()).containsAll(totals.keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.1=5 1.1.2=90 1.3.1=2, 全区组织开展宣讲活动5场，参与90人次；组织开展“安全生产大家谈”“班前会”“以案说法”等活动2场。",
    "1.1.1=5 1.1.2=0, 全区组织开展宣讲活动5场。",
    "1.1.1=0 1.1.2=90 1.2.1=3, 全区发表评论文章或心得体会3篇。",
    "1.1.2=90 1.2.1=3, 全区发表评论文章或心得体会3篇。",
    "2.2.1=3, 参加线上“逃生演练训练营”活动，发布视频3个。",
    "4.2.1=0 4.3.1=3, 在省级以上主流媒体公布安全生产行刑衔接（含危险作业罪）等各类典型案例3个。",
    "4.2.1=3 4.3.1=0, 在省级以上主流媒体公布“一案双罚”典型案例3个。",
  })
  void a_clause_without_its_number_is_not_said(String totals, String expected) {
    List<NarrativeText.Part> parts = text(totals(totals), List.of()).parts();
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).text()).isEqualTo(expected);
    assertThat(parts.get(0).heading()).startsWith("一、");
  }

  @Test
  void what_has_nothing_to_say_has_no_heading_and_the_others_are_counted_anew() {
    List<NarrativeText.Part> parts = text(totals("1.1.1=0 2.2.1=3 6.2.1=1"), List.of()).parts();
    assertThat(parts)
        .extracting(NarrativeText.Part::heading)
        .containsExactly("一、大力推动安全宣传“五进”", "二、组织开展“安全宣传咨询日”活动");
    assertThat(text(Map.of(), List.of()).parts()).isEmpty();
  }

  @Test
  void the_five_largest_activities_are_told() {
    var rows = new ArrayList<ListedRow>();
    long[] attendance = {10, 70, 30, 30, 50, 60};
    for (int i = 0; i < attendance.length; i++) {
      rows.add(row("镇" + i, "活动" + i, 2L, attendance[i]));
    }
    NarrativeText text = text(totals("7.1.2=12 7.1.3=250"), rows);
    assertThat(text.parts().get(0).text())
        .isEqualTo(
            "各单位报送特色活动6项，组织12场/次，参与250人次。"
                + "其中：镇1开展“活动1”，组织2场/次，参与70人次；镇5开展“活动5”，组织2场/次，参与60人次；"
                + "镇4开展“活动4”，组织2场/次，参与50人次；镇2开展“活动2”，组织2场/次，参与30人次；"
                + "镇3开展“活动3”，组织2场/次，参与30人次；其余详见附表。");
  }

  @Test
  void an_activity_is_told_as_far_as_it_is_known() {
    NarrativeText text =
        text(
            totals("7.1.3=250"),
            List.of(row("甲", "一", null, 250L), row("乙", "二", 0L, null), row("丙", null, 1L, 1L)));
    assertThat(text.parts().get(0).text())
        .isEqualTo("各单位报送特色活动3项，参与250人次。其中：甲开展“一”，参与250人次；乙开展“二”；其余详见附表。");
  }

  @Test
  void without_a_roster_nothing_is_said_of_what_was_owed() {
    Report report = report(Map.of(), List.of(), units(), false);
    NarrativeText text = text(report);
    assertThat(text.opening()).contains("据2家单位报送数据统计，有关情况如下：").doesNotContain("应报");
    assertThat(notes(report, Set.of()).get(0)).startsWith("一、未提供报送单位名单");
    assertThat(text(report(Map.of(), List.of(), units(), true)).opening())
        .contains("据2家单位报送数据统计（应报4家，实报2家，按时1家，报送率50.0%），有关情况如下：");
  }

  @Test
  void the_notes_say_what_was_left_out_and_why() {
    List<String> notes =
        notes(report(totals("1.1.1=5 1.1.2=0 6.2.2=8"), List.of(), units(), true), Set.of("1.1.1"));
    assertThat(notes.subList(0, 4))
        .containsExactly(
            "一、未报单位1家：城桥镇；退回待重报1家：庙镇。",
            "二、未计入的数1处：",
            "1. 堡镇，第3项“动火作业风险我知道”宣传活动的参与人次，填“约200”，填了约数。",
            "三、本数据未剔除联合举办活动及跨单位重复参与人员。");
    assertThat(notes.get(4))
        .startsWith("四、合计为0或无单位填报、正文未写的项目：第1项宣讲活动的参与人次、第1项评论文章")
        .doesNotContain("网络直播的观看人数");
    assertThat(notes.get(5)).startsWith("五、").endsWith("正文未写的项目：第6项网络直播的观看人数（8人）。");
    assertThat(notes).hasSize(6);
  }

  @Test
  void the_page_is_laid_out_as_official_papers_are() throws Exception {
    try (var document = document(report(totals("1.1.1=5"), List.of(), units(), true))) {
      List<XWPFParagraph> paragraphs = document.getParagraphs();
      assertThat(paragraphs.get(0).getText()).isEqualTo("数据稿，文字待补");
      assertThat(paragraphs.get(1).getText().replace("\n", ""))
          .isEqualTo("上海市崇明区2023年“安全生产月”活动总结（数据稿）");
      assertThat(paragraphs.get(1).getRuns().get(0).getFontSizeAsDouble()).isEqualTo(22);
      XWPFParagraph body = paragraphs.get(2);
      assertThat(body.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(16);
      assertThat(body.getSpacingBetween()).isEqualTo(28);
      assertThat(body.getCTP().getPPr().getInd().getFirstLineChars().intValue()).isEqualTo(200);
      List<String> texts = paragraphs.stream().map(XWPFParagraph::getText).toList();
      assertThat(texts)
          .containsSubsequence(
              "一、开展习近平总书记关于应急管理、安全生产重要论述宣贯活动",
              "全区组织开展宣讲活动5场。",
              "上海市崇明区安全生产委员会办公室",
              "2023年　　月　　日",
              "数据说明",
              "本页不随总结上报");
      assertThat(paragraphs.get(texts.indexOf("数据说明")).isPageBreak()).isTrue();
    }
  }

  @Test
  void whoever_is_named_signs() throws Exception {
    Report report = report(totals("1.1.1=5"), List.of(), units(), true);
    byte[] other = NarrativeDocument.of(Forms.TEMPLATE, "某区", report, form(report), Forms.ZH);
    try (var document = new XWPFDocument(new ByteArrayInputStream(other))) {
      List<String> texts = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertThat(texts).contains("某区").noneMatch(text -> text.contains("崇明"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "a\u0000b\u0007", "\uD842", "<w:p/>&\"", "两\r\n行", "\uFFFE$1\\"})
  void hostile_names_break_nothing(String name) throws Exception {
    var rows = List.of(row(name, name, 1L, 2L));
    try (var document = document(report(totals("7.1.3=2"), rows, units(), true))) {
      assertThat(document.getParagraphs()).hasSizeGreaterThan(5);
    }
  }

  @Test
  void the_same_report_gives_the_same_bytes_in_every_zone() {
    Report report = report(totals("1.1.1=5"), List.of(), units(), true);
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      byte[] one = NarrativeDocument.of(Forms.TEMPLATE, DISTRICT, report, form(report), Forms.ZH);
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      assertThat(NarrativeDocument.of(Forms.TEMPLATE, DISTRICT, report, form(report), Forms.ZH))
          .isEqualTo(one);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  private static XWPFDocument document(Report report) throws Exception {
    return new XWPFDocument(
        new ByteArrayInputStream(
            NarrativeDocument.of(Forms.TEMPLATE, DISTRICT, report, form(report), Forms.ZH)));
  }

  private static List<String> notes(Report report, Set<String> said) {
    return NarrativeNotes.of(
        Forms.TEMPLATE.narrative().orElseThrow(),
        Forms.TEMPLATE,
        report,
        said,
        new FindingText(Forms.ZH, Forms.TEMPLATE));
  }

  private static NarrativeText text(Map<String, Long> totals, List<ListedRow> rows) {
    return text(report(totals, rows, units(), true));
  }

  private static NarrativeText text(Report report) {
    return new NarrativeText(
        Forms.TEMPLATE.narrative().orElseThrow(), Forms.TEMPLATE, DISTRICT, report, form(report));
  }

  private static DistrictForm form(Report report) {
    return new DistrictForm(Forms.TEMPLATE, Values.of(Map.of(HeaderField.UNIT, DISTRICT)), report);
  }

  private static Map<String, Long> totals(String text) {
    var totals = new HashMap<String, Long>();
    for (var total : text.split(" ")) {
      totals.put(total.split("=")[0], Long.valueOf(total.split("=")[1]));
    }
    return totals;
  }

  private static Report report(
      Map<String, Long> totals, List<ListedRow> rows, List<UnitResult> units, boolean roster) {
    var tallies = new HashMap<String, Tally>();
    totals.forEach((id, sum) -> tallies.put(id, new Tally(BigDecimal.valueOf(sum), 1, 0, 0)));
    var all = new ArrayList<>(units);
    rows.stream()
        .map(
            row ->
                new UnitResult(
                    row.unit(), UnitState.MISSING, Optional.empty(), Optional.empty(), List.of()))
        .forEach(all::add);
    return new Report(
        Reporting.of(units, roster),
        units.stream().flatMap(unit -> unit.files().stream()).toList(),
        all,
        new Summary(tallies, rows, Map.of(), Map.of()),
        List.of());
  }

  /** One unit that reported with an approximate number, one nil, one returned, one missing. */
  private static List<UnitResult> units() {
    Field field = FIELDS.get("3.3.2");
    Entry entry =
        new Entry(
            field,
            0,
            Value.Absent.EXCLUDED,
            "约200",
            Location.NOWHERE,
            List.of(FindingCode.APPROXIMATE_COUNT));
    Unit reported = Unit.named("b", "堡镇");
    var source =
        new Return(
            "堡镇.xlsx",
            "00",
            "xlsx",
            Return.Kind.FORM,
            Optional.of(reported),
            Optional.of(
                new Submission(
                    Map.of(), Optional.empty(), List.of(entry), false, false, RollUpContents.NONE)),
            Optional.empty(),
            List.of());
    var file = new FileResult(source, FileStatus.ACCEPTED_WITH_ERRORS, List.of());
    return List.of(
        new UnitResult(
            reported,
            UnitState.REPORTED,
            Optional.of(Timeliness.ON_TIME),
            Optional.of(file),
            List.of(file)),
        new UnitResult(
            Unit.named("n", "新河镇"),
            UnitState.NIL,
            Optional.of(Timeliness.UNKNOWN),
            Optional.empty(),
            List.of()),
        new UnitResult(
            Unit.named("m", "庙镇"),
            UnitState.RETURNED,
            Optional.empty(),
            Optional.empty(),
            List.of()),
        new UnitResult(
            Unit.named("c", "城桥镇"),
            UnitState.MISSING,
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static ListedRow row(String unit, String name, Long events, Long attendance) {
    return new ListedRow(
        "7.1",
        Unit.named(unit, unit),
        unit + ".xlsx",
        1,
        Optional.empty(),
        List.of(
            entry("7.1.1", null, name),
            entry("7.1.2", events, null),
            entry("7.1.3", attendance, null)));
  }

  private static Entry entry(String id, Long count, String text) {
    return new Entry(
        FIELDS.get(id),
        1,
        count != null
            ? new Value.Number(BigDecimal.valueOf(count))
            : text != null ? new Value.Words(text) : Value.Absent.BLANK,
        null,
        Location.NOWHERE,
        List.of());
  }
}
