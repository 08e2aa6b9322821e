package dev.rollup.read.page;

import static dev.rollup.read.Outcomes.clean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.filetype.FileType;
import dev.rollup.model.Document;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.Seen;
import dev.rollup.support.HandMadeOfd;
import dev.rollup.support.HandMadePdf;
import dev.rollup.support.Paper;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen on pages, whichever format they are drawn in. */
class PagesTest {

  private static final double[] TWO = {100, 60};

  enum Kind {
    PDF(HandMadePdf::a4),
    OFD(HandMadeOfd::a4);

    private final Supplier<Paper> maker;

    Kind(Supplier<Paper> maker) {
      this.maker = maker;
    }
  }

  private static Document read(Paper paper, PagesDocument.As as) {
    byte[] content = paper.bytes();
    return clean(DocumentReaders.of(FileType.of(content), "", as).orElseThrow().read(content));
  }

  private static String seen(Paper paper) {
    return Seen.texts(read(paper, PagesDocument.As.TEXT));
  }

  @ParameterizedTest
  @EnumSource
  void lines_make_a_table_of_what_stands_between_them(Kind kind) {
    Paper paper = kind.maker.get().text(60, 50, 12, "安全生产月统计表");
    paper.table(50, 100, TWO, 20, "开展宣讲", "12", "参与人次", "1,300").text(50, 200, 10, "填报人：王");

    assertThat(seen(paper))
        .isEqualTo(
            "p1 安全生产月统计表 | t1.r1.c1.p1 开展宣讲 | t1.r1.c2.p1 12 | t1.r2.c1.p1 参与人次"
                + " | t1.r2.c2.p1 1,300 | p2 填报人：王");
    assertThat(Seen.texts(read(paper, PagesDocument.As.SHEET)))
        .isEqualTo("A1 安全生产月统计表 | A2 开展宣讲 | B2 12 | A3 参与人次 | B3 1,300 | A4 填报人：王");
  }

  /** A number that ends at its line and a word that begins there are two. */
  @ParameterizedTest
  @EnumSource
  void a_line_parts_what_touches(Kind kind) {
    Paper paper = kind.maker.get().table(50, 100, TWO, 20, "", "");
    paper.text(130, 114, 10, "1005").text(150, 114, 10, "人次");

    assertThat(seen(paper)).isEqualTo("t1.r1.c1.p1 1005 | t1.r1.c2.p1 人次");
  }

  @ParameterizedTest
  @EnumSource
  void a_table_that_is_open_at_its_sides_ends_where_its_lines_do(Kind kind) {
    Paper paper = kind.maker.get();
    for (int y = 100; y <= 140; y += 20) {
      paper.line(50, y, 250, y);
    }
    paper.line(150, 100, 150, 140).text(60, 114, 10, "项目").text(160, 114, 10, "数量");
    paper.text(60, 134, 10, "宣讲").text(160, 134, 10, "7");

    assertThat(seen(paper))
        .isEqualTo("t1.r1.c1.p1 项目 | t1.r1.c2.p1 数量 | t1.r2.c1.p1 宣讲 | t1.r2.c2.p1 7");
  }

  @ParameterizedTest
  @EnumSource
  void dashes_and_narrow_areas_are_lines(Kind kind) {
    Paper paper = kind.maker.get();
    for (int y = 100; y <= 140; y += 20) {
      for (int x = 50; x < 250; x += 5) {
        paper.line(x, y, x + 2, y);
      }
    }
    for (int x = 50; x <= 250; x += 100) {
      paper.fill(x, 100, 0.6, 40, 0);
    }
    paper.text(60, 114, 10, "甲").text(160, 114, 10, "乙").text(160, 134, 10, "7");

    assertThat(seen(paper)).isEqualTo("t1.r1.c1.p1 甲 | t1.r1.c2.p1 乙 | t1.r2.c2.p1 7");
  }

  @ParameterizedTest
  @EnumSource
  void white_lines_on_white_are_none(Kind kind) {
    Paper paper =
        kind.maker.get().fill(50, 100, 200, 0.5, 0xFFFFFF).fill(50, 140, 200, 0.5, 0xFFFFFF);
    paper.fill(50, 100, 0.5, 40, 0xFFFFFF).fill(250, 100, 0.5, 40, 0xFFFFFF);

    assertThat(seen(paper.text(60, 120, 10, "宣讲 7 场"))).isEqualTo("p1 宣讲 7 场");
  }

  @ParameterizedTest
  @EnumSource
  void a_wrapped_line_goes_on_and_one_with_room_ends(Kind kind) {
    Paper paper = kind.maker.get().table(50, 100, new double[] {66, 66}, 50, "", "");
    paper.text(53, 115, 10, "对外包外租项").text(53, 130, 10, "目开展大排查");
    paper.text(119, 115, 10, "场次12").text(119, 130, 10, "人次34");

    assertThat(seen(paper))
        .isEqualTo("t1.r1.c1.p1 对外包外租项目开展大排查 | t1.r1.c2.p1 场次12 | t1.r1.c2.p2 人次34");
  }

  /** Nobody knows whether 123 above 456 is one number that was too long for its cell. */
  @ParameterizedTest
  @EnumSource
  void two_numbers_below_each_other_are_never_one(Kind kind) {
    Paper paper = kind.maker.get().table(50, 100, new double[] {24, 60}, 40, "", "");

    assertThat(seen(paper.text(53, 114, 10, "1234").text(53, 128, 10, "5678")))
        .isEqualTo("t1.r1.c1.p1 1234 | t1.r1.c1.p2 5678");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_covered_or_outside_is_not_there(Kind kind) {
    Paper paper = kind.maker.get().table(50, 100, TWO, 20, "宣讲", "28", "培训", "7");
    paper.fill(151, 102, 40, 16, 0xFFFFFF).text(160, 114, 10, "35");
    paper.text(700, 114, 10, "99").text(60, -30, 10, "98");

    assertThat(seen(paper))
        .isEqualTo("t1.r1.c1.p1 宣讲 | t1.r1.c2.p1 35 | t1.r2.c1.p1 培训 | t1.r2.c2.p1 7");
  }

  @ParameterizedTest
  @EnumSource
  void what_has_the_colour_of_its_ground_is_hidden(Kind kind) {
    Paper paper = kind.maker.get().text(50, 50, 10, "宣讲").text(90, 50, 10, "28", 0xFFFFFF);
    paper.fill(50, 90, 100, 20, 0x1F4E79).text(60, 104, 10, "白字可见9", 0xFFFFFF);
    paper.fill(50, 140, 100, 20, 0xFFFF00).text(60, 154, 10, "7", 0xFFFE08);

    assertThat(seen(paper)).isEqualTo("p1 宣讲    28 {28 HIDDEN} | p2 白字可见9 | p3 7 {7 HIDDEN}");
  }

  @ParameterizedTest
  @EnumSource
  void a_line_through_letters_strikes_them_and_one_below_does_not(Kind kind) {
    Paper paper = kind.maker.get().text(50, 50, 10, "28").line(49, 47, 61, 47);
    paper.text(70, 50, 10, "35").line(69, 51.5, 81, 51.5);

    assertThat(seen(paper)).isEqualTo("p1 28  35 {28 STRUCK_OUT}");
  }

  @ParameterizedTest
  @EnumSource
  void a_small_raised_digit_is_a_sign(Kind kind) {
    Paper paper = kind.maker.get().text(50, 50, 12, "参与300").text(92, 46, 7, "1");

    assertThat(seen(paper.text(96, 50, 12, "人次"))).isEqualTo("p1 参与3001人次 {1 SHIFTED}");
  }

  @ParameterizedTest
  @EnumSource
  void letters_that_were_printed_twice_to_be_bold_are_there_once(Kind kind) {
    Paper paper = kind.maker.get().text(50, 50, 12, "宣讲11场").text(50.4, 50, 12, "宣讲11场");

    assertThat(seen(paper)).isEqualTo("p1 宣讲11场");
  }

  @ParameterizedTest
  @EnumSource
  void of_two_letters_over_each_other_nobody_knows_which(Kind kind) {
    Paper paper = kind.maker.get().text(50, 50, 12, "宣讲3").text(74, 50, 12, "8");

    assertThat(seen(paper)).isEqualTo("p1 宣讲38 {38 DRAWN_OVER}");
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_over_a_cell_may_hold_its_answer(Kind kind) {
    Paper paper = kind.maker.get().table(50, 100, TWO, 20, "宣讲", "");

    assertThat(seen(paper.picture(155, 104, 20, 12))).isEqualTo("t1.r1.c1.p1 宣讲 | t1.r1.c2.p1 ▣");
  }

  @ParameterizedTest
  @EnumSource
  void what_stands_beside_a_table_belongs_to_its_row(Kind kind) {
    Paper paper = kind.maker.get().table(50, 100, TWO, 20, "宣讲", "3", "培训", "4");

    assertThat(seen(paper.text(220, 134, 10, "应为5")))
        .isEqualTo(
            "t1.r1.c1.p1 宣讲 | t1.r1.c2.p1 3 | t1.r2.c1.p1 培训 | t1.r2.c2.p1 4"
                + " | t1.r2.c3.p1 应为5");
  }

  @ParameterizedTest
  @EnumSource
  void a_table_goes_on_over_a_page_without_heads_and_numbers_of_pages(Kind kind) {
    Paper paper = kind.maker.get().text(250, 30, 9, "安全生产月");
    paper.table(50, 700, TWO, 20, "项目", "数量", "宣讲", "3").text(280, 820, 9, "第 1 页，共 2 页");
    paper.page().text(250, 30, 9, "安全生产月");
    paper.table(50, 60, TWO, 20, "项目", "数量", "培训", "4").text(280, 820, 9, "第 2 页，共 2 页");

    assertThat(seen(paper))
        .isEqualTo(
            "p1 安全生产月 | t1.r1.c1.p1 项目 | t1.r1.c2.p1 数量 | t1.r2.c1.p1 宣讲 | t1.r2.c2.p1 3"
                + " | t1.r3.c1.p1 培训 | t1.r3.c2.p1 4");
  }

  @ParameterizedTest
  @EnumSource
  void a_table_goes_on_over_every_page_that_begins_with_the_same_line(Kind kind) {
    Paper paper = kind.maker.get();
    for (int page = 1; page <= 4; page++) {
      paper = page == 1 ? paper : paper.page();
      paper.text(50, 30, 9, "安委办").table(50, 100, TWO, 20, "宣讲" + page, "1" + page);
      paper.text(50, 800, 9, "内部资料");
    }

    assertThat(seen(paper))
        .isEqualTo(
            "p1 安委办 | t1.r1.c1.p1 宣讲1 | t1.r1.c2.p1 11 | t1.r2.c1.p1 宣讲2 | t1.r2.c2.p1 12"
                + " | t1.r3.c1.p1 宣讲3 | t1.r3.c2.p1 13 | t1.r4.c1.p1 宣讲4 | t1.r4.c2.p1 14");
  }

  /** The end of a page goes through a row, and both parts are drawn as rows. */
  @ParameterizedTest
  @EnumSource
  void a_row_goes_on_over_a_page_where_its_words_do(Kind kind) {
    double[] widths = {56, 106};
    Paper paper = kind.maker.get().table(50, 700, widths, 40, "", "");
    paper.text(53, 714, 10, "对外包外租").text(109, 714, 10, "组织检查（3）家，参");
    paper.page().table(50, 60, widths, 40, "", "", "培训场次", "7");
    paper.text(53, 74, 10, "项目排查").text(109, 74, 10, "与（12）人次。");

    assertThat(seen(paper))
        .isEqualTo(
            "t1.r1.c1.p1 对外包外租项目排查 | t1.r1.c2.p1 组织检查（3）家，参与（12）人次。"
                + " | t1.r2.c1.p1 培训场次 | t1.r2.c2.p1 7");
  }

  @ParameterizedTest
  @EnumSource
  void words_without_a_label_of_their_own_are_of_the_row_that_the_page_before_ends_with(Kind kind) {
    double[] widths = {60, 130};
    Paper paper = kind.maker.get().table(50, 700, widths, 20, "排查", "检查单位（3）家。");
    paper.page().table(50, 60, widths, 20, "", "参与（12）人次。");
    paper.page().table(50, 60, widths, 20, "", "整改隐患（5）处。", "培训", "共（7）场。");

    assertThat(seen(paper))
        .isEqualTo(
            "t1.r1.c1.p1 排查 | t1.r1.c2.p1 检查单位（3）家。 | t1.r1.c2.p2 参与（12）人次。"
                + " | t1.r1.c2.p3 整改隐患（5）处。 | t1.r2.c1.p1 培训 | t1.r2.c2.p1 共（7）场。");
  }

  @ParameterizedTest
  @EnumSource
  void a_number_at_the_top_of_a_page_is_a_row_of_its_own(Kind kind) {
    Paper paper = kind.maker.get().table(50, 700, TWO, 20, "宣讲", "1234567890");
    paper.page().table(50, 60, TWO, 20, "", "4", "培训", "12人");

    assertThat(seen(paper))
        .isEqualTo(
            "t1.r1.c1.p1 宣讲 | t1.r1.c2.p1 1234567890 | t1.r2.c2.p1 4"
                + " | t1.r3.c1.p1 培训 | t1.r3.c2.p1 12人");
  }

  /** What a browser prints above and below each page is no end of a table. */
  @ParameterizedTest
  @EnumSource
  void a_table_goes_on_between_what_a_browser_puts_on_each_page(Kind kind) {
    Paper paper = kind.maker.get();
    for (int page = 1; page <= 2; page++) {
      paper = page == 1 ? paper : paper.page();
      paper.text(20, 20, 8, "2026/11/29 20:33").text(300, 20, 8, "统计表");
      paper.table(50, 100, TWO, 20, "宣讲" + page, "1" + page);
      paper.text(20, 830, 8, "https://a.cn/tj").text(560, 830, 8, page + "/2");
    }

    assertThat(seen(paper))
        .startsWith("p1 2026/11/29 20:33")
        .contains("t1.r1.c1.p1 宣讲1 | t1.r1.c2.p1 11 | t1.r2.c1.p1 宣讲2 | t1.r2.c2.p1 12")
        .doesNotContain("/2 ")
        .doesNotContain("2/2");
  }

  /** Who writes how much of how much at the edge of a page means an answer. */
  @ParameterizedTest
  @EnumSource
  void a_part_of_another_number_at_the_edge_of_a_page_is_no_page(Kind kind) {
    Paper paper = kind.maker.get().text(20, 830, 8, "已整改").text(500, 830, 8, "1/3");

    assertThat(seen(paper)).contains("1/3");
  }

  /** The first row of a table without heads may say the same on the next page. */
  @ParameterizedTest
  @EnumSource
  void a_row_of_numbers_is_no_head(Kind kind) {
    Paper paper = kind.maker.get().table(50, 700, TWO, 20, "7", "3", "8", "4");
    paper.page().table(50, 60, TWO, 20, "7", "3", "9", "5");

    assertThat(seen(paper))
        .isEqualTo(
            "t1.r1.c1.p1 7 | t1.r1.c2.p1 3 | t1.r2.c1.p1 8 | t1.r2.c2.p1 4"
                + " | t1.r3.c1.p1 7 | t1.r3.c2.p1 3 | t1.r4.c1.p1 9 | t1.r4.c2.p1 5");
  }

  @ParameterizedTest
  @EnumSource
  void two_forms_behind_each_other_stay_two(Kind kind) {
    Paper paper = kind.maker.get();
    for (String unit : new String[] {"城桥镇", "堡镇"}) {
      paper.text(50, 50, 12, "统计表").table(50, 100, TWO, 20, "单位", unit, "宣讲场次", "3", "培训场次", "4");
      paper.page();
    }

    assertThat(seen(paper)).contains("t1.r1.c2.p1 城桥镇").contains("t2.r1.c2.p1 堡镇");
  }

  @ParameterizedTest
  @EnumSource
  void where_a_line_goes_on_over_the_edge_of_the_page_something_is_unknown(Kind kind) {
    assertThat(seen(kind.maker.get().text(542, 50, 10, "活动（12）场次"))).isEqualTo("p1 活动（12）▣");
  }

  @ParameterizedTest
  @EnumSource
  void a_scan_says_nothing(Kind kind) {
    assertThat(seen(kind.maker.get().picture(0, 0, 595, 842))).isEmpty();
  }
}
