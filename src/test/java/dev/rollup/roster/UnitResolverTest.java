package dev.rollup.roster;

import static dev.rollup.model.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.model.Cell;
import dev.rollup.model.Location;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitResolverTest {

  private static UnitResolver units;

  @BeforeAll
  static void read() throws Exception {
    Template template = TemplateReader.read(TemplateReader.DEFAULT_ID);
    var roster =
        new Roster(
            List.of(
                unit("T01", "城桥镇", List.of("城桥", "崇明区城桥镇"), List.of()),
                unit("T02", "堡镇", List.of(), List.of("堡镇中学")),
                unit("T12", "建设镇", List.of(), List.of()),
                unit("T17", "新村乡", List.of(), List.of()),
                unit("D01", "区应急局", List.of("区应急管理局"), List.of()),
                unit("E01", "示例建设集团", List.of(), List.of()),
                unit("E05", "1号井", List.of(), List.of())));
    units = new UnitResolver(template, Optional.of(roster), template.district());
  }

  private static Unit unit(String id, String name, List<String> aliases, List<String> bodies) {
    return new Unit(id, name, aliases, null, null, null, bodies);
  }

  private static HeaderEntry cell(String text, String sheet) {
    return new HeaderEntry(
        text.isEmpty() ? Cell.EMPTY : new Cell.Text(text),
        Location.at(sheet, address("B2")).ofField("h_unit"));
  }

  /** Without a name in the form: who the name of the file, or else of its folder, tells. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "城桥镇.xlsx, T01",
    "城桥.xlsx, T01",
    "城 桥 镇统计表.xlsx, T01",
    "城桥镇统计表.xlsx, T01",
    "城桥镇统计表张三.xlsx, T01",
    "城桥镇安委办.xlsx, T01",
    "城桥镇人民政府安全生产月活动进展情况统计表.xlsx, T01",
    "城桥镇政府报表.xlsx, T01",
    "城桥镇最终版.xlsx, T01",
    "城桥镇（盖章）.xlsx, T01",
    "城桥镇2023年6月统计表.xlsx, T01",
    "城桥镇六月月报.xlsx, T01",
    "城桥镇-张三-13800000000.xlsx, T01",
    "城桥镇v2.xlsx, T01",
    "城桥镇_final.xlsx, T01",
    "城桥镇反馈的.xlsx, T01",
    "城桥镇上报2份.xlsx, T01",
    "附件1：上海市崇明区“安全生产月”活动进展情况统计表（城桥镇）.xlsx, T01",
    "附件：统计表城桥镇(1).xlsx, T01",
    "崇明城桥镇.xlsx, T01",
    "上海市崇明区城桥镇.xlsx, T01",
    "2023.6.28城桥镇.xlsx, T01",
    "关于城桥镇安全生产月的材料.docx, T01",
    "报区应急局城桥镇统计表.xlsx, T01",
    "报区应急管理局-堡镇统计表.xlsx, T02",
    "示例建设集团统计表.xlsx, E01",
    "示例建设集团有限公司统计表.xlsx, E01",
    "示例建设集团股份有限公司.xlsx, E01",
    "示例建设集团第一分公司统计表.xlsx, ?示例建设集团第一分公司",
    "示例建设集团有限公司第一项目部.xlsx, ?示例建设集团第一项目部",
    "城桥镇有限公司统计表.xlsx, ?城桥镇有限公司",
    "城桥镇城市运行管理中心统计表.xlsx, ",
    "堡镇中学统计表.xlsx, T02",
    "堡镇/统计表.xlsx, T02",
    "堡镇/2023年/统计表.xlsx, T02",
    "堡镇统计表.zip!统计表.xlsx, T02",
    "1号井统计表.xlsx, E05",
    "城桥镇进社区活动-统计表.xlsx, ",
    "城桥镇中心小学统计表.xlsx, ?城桥镇中心小学",
    "城桥镇 中心小学统计表.xlsx, ?城桥镇中心小学",
    "城桥镇（中心小学）统计表.xlsx, ?城桥镇中心小学",
    "中心小学-城桥镇.xlsx, ?中心小学",
    "城桥镇派出所安全生产月统计表.xlsx, ?城桥镇派出所",
    "城桥镇卫生院.xlsx, ?城桥镇卫生院",
    "城桥镇二村统计表.xlsx, ?城桥镇二村",
    "城桥镇2村统计表.xlsx, ?2村",
    "城桥镇应急办统计表.xlsx, ",
    "城桥镇活动中心统计表.xlsx, ?城桥镇活动中心",
    "城桥中学统计表.xlsx, ?城桥中学",
    "城桥村.xlsx, ?城桥村",
    "城桥镇新村统计表.xlsx, ?城桥镇新村",
    "新城桥镇统计表.xlsx, ",
    "原城桥镇统计表.xlsx, ",
    "隍庙堡镇统计表.xlsx, ",
    "建设镇和堡镇统计表.xlsx, ",
    "建设镇、堡镇统计表.xlsx, ",
    "建设镇中心小学、堡镇统计表.xlsx, ?建设镇中心小学",
    "堡镇中学分校统计表.xlsx, ",
    "11号井统计表.xlsx, ",
    "城桥镇中心小学/统计表.xlsx, ?城桥镇中心小学",
    "城桥镇/中心小学统计表.xlsx, ?中心小学",
    "城桥镇/城桥镇中心小学统计表.xlsx, ?城桥镇中心小学",
    "城桥镇/建设镇和堡镇.xlsx, ",
    "城桥镇中心小学统计表.zip!统计表.xlsx, ?城桥镇中心小学",
    "统计表.xlsx, ",
  })
  void the_name_of_a_file_tells_a_unit_only_where_it_ends(String path, String who) {
    UnitResolver.Resolution sender = units.sender(cell("", null), path);

    String id = who == null || who.startsWith("?") ? null : who;
    assertThat(sender.unit().map(Unit::id)).isEqualTo(Optional.ofNullable(id));
    boolean subordinate = "堡镇中学统计表.xlsx".equals(path);
    assertThat(sender.findings())
        .extracting(finding -> finding.code() + " " + named(finding))
        .containsExactly(
            who == null
                ? "UNIT_MISSING "
                : id == null
                    ? "UNIT_UNKNOWN " + who.substring(1)
                    : subordinate
                        ? "SUB_UNIT_RETURN " + path
                        : "UNIT_FROM_FILE_NAME " + sender.unit().orElseThrow().name());
    assertThat(units.companionOf(path).map(Unit::id))
        .isEqualTo(subordinate ? Optional.empty() : Optional.ofNullable(id));
  }

  /** What stands in the cell, how the sheet and the file are called, and what comes of it. */
  @ParameterizedTest(name = "{0} on {1} in {2}: {3} {4}")
  @CsvSource({
    "城桥镇, Sheet1, a.xlsx, T01, ",
    "城桥镇, 城桥镇, 城桥镇.xlsx, T01, ",
    "城桥镇, Sheet1, 城桥镇应急办统计表.xlsx, T01, ",
    "城桥镇, Sheet1, 新城桥镇统计表.xlsx, T01, ",
    "城桥镇, Sheet1, 城桥镇应急管理中心统计表.xlsx, T01, ",
    "城桥镇, Sheet1, 城桥镇城运中心安全生产月统计表.xlsx, T01, ",
    "城桥镇, Sheet1, 城桥镇文化活动中心统计表.xlsx, T01, unit-conflict 城桥镇 城桥镇文化活动中心",
    "示例建设集团, Sheet1, 示例建设集团有限公司统计表.xlsx, E01, ",
    "城桥镇, Sheet1, 城桥镇进社区统计表.xlsx, T01, ",
    "城桥镇, Sheet1, 堡镇.xlsx, T01, unit-conflict 城桥镇 堡镇",
    "城桥镇, 堡镇, 城桥镇.xlsx, T01, unit-conflict 城桥镇 堡镇",
    "城桥镇, Sheet1, 城桥镇中心小学统计表.xlsx, T01, unit-conflict 城桥镇 城桥镇中心小学",
    "城桥镇, 城桥镇卫生院, a.xlsx, T01, unit-conflict 城桥镇 城桥镇卫生院",
    "堡镇, Sheet1, 堡镇中学.xlsx, T02, unit-conflict 堡镇 堡镇中学",
    "'', 城桥镇, a.xlsx, T01, unit-from-sheet-name 城桥镇",
    "'', 城桥镇统计表, 城桥镇.xlsx, T01, unit-from-sheet-name 城桥镇",
    "（盖章）, 城桥镇, a.xlsx, T01, unit-from-sheet-name 城桥镇",
    "'', 城桥镇, 堡镇.xlsx, T01, unit-conflict 城桥镇 堡镇",
    "'', 城桥镇中心小学, 城桥镇.xlsx, , unit-unknown 城桥镇中心小学",
    "'', 堡镇中学, 堡镇.xlsx, T02, sub-unit-return 堡镇中学 堡镇",
    "'', 活动进展情况统计表, 堡镇.xlsx, T02, unit-from-file-name 堡镇",
    "某某镇, 城桥镇, 城桥镇.xlsx, , unit-unknown 某某镇",
  })
  void cell_sheet_and_file_must_not_contradict_each_other(
      String cell, String sheet, String path, String id, String finding) {
    UnitResolver.Resolution sender = units.sender(cell(cell, sheet), path);

    assertThat(sender.unit().map(Unit::id)).isEqualTo(Optional.ofNullable(id));
    assertThat(sender.findings())
        .extracting(f -> f.code().id() + " " + said(f))
        .isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  private static String said(Finding finding) {
    return switch (finding.code()) {
      case UNIT_UNKNOWN -> named(finding);
      case UNIT_MISSING -> "''";
      default -> words(finding).collect(Collectors.joining(" "));
    };
  }

  private static String named(Finding finding) {
    return words(finding).findFirst().orElse("");
  }

  private static Stream<String> words(Finding finding) {
    return finding.code().arguments().stream()
        .flatMap(name -> finding.mentioned(name).stream())
        .flatMap(what -> what.plain().stream());
  }

  @Test
  void a_long_name_of_words_that_are_known_takes_no_time() {
    String name = "城桥镇" + "统计".repeat(80) + "小".repeat(20) + ".xlsx";
    assertThat(units.sender(cell("", null), name).unit()).isEmpty();
  }
}
