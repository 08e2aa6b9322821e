package dev.rollup.match;

import static dev.rollup.model.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is said of numbers that no blank took, by where they stand. */
class SweepTest {

  private static final Map<String, String> TYPED =
      Map.of("h_unit", "城桥镇", "f_1_1_1", "3", "f_1_1_2", "40", "f_1_2_1", "2");

  @Test
  void a_table_of_numbers_below_the_form_is_named_in_bulk() throws Exception {
    List<Finding> findings =
        findings(
            read(
                book -> {
                  for (int row = 60; row < 160; row++) {
                    book.getSheetAt(0).createRow(row).createCell(2).setCellValue(row);
                  }
                }),
            List.of());
    assertThat(findings).hasSize(51).allMatch(finding -> finding.severity() == Severity.WARNING);
    assertThat(Mentions.of(findings.get(0))).isEqualTo("words=60");
    assertThat(Mentions.of(findings.get(50))).isEqualTo("words=110 count=50");
  }

  @Test
  void a_sheet_that_is_about_something_else_is_named_once() throws Exception {
    List<Finding> findings =
        findings(
            read(
                book -> {
                  var row = book.createSheet("通讯录").createRow(0);
                  row.createCell(0).setCellValue("张三");
                  row.createCell(1).setCellValue(33);
                  row.createCell(2).setCellValue(44);
                }),
            List.of());
    assertThat(findings)
        .extracting(f -> f.at().sheet(), f -> f.at().written(), Finding::severity)
        .containsExactly(tuple("通讯录", "B1", Severity.INFO));
  }

  @Test
  void notes_are_named_and_leave_the_answer_out_that_they_hang_on() throws Exception {
    String sheet = "活动进展情况统计表";
    List<Note> notes =
        List.of(
            new Note(Note.Kind.COMMENT, sheet, address("E6"), "更正"),
            new Note(Note.Kind.PAGE_MARGIN, sheet, null, "另有12场"),
            new Note(Note.Kind.PAGE_MARGIN, sheet, null, "2023年6月27日"),
            new Note(Note.Kind.COMMENT, sheet, address("A1"), "请看"),
            new Note(Note.Kind.BOX, sheet, address("J9"), "发表评论文章或心得体会（9）篇；"));
    List<Finding> findings = findings(read(book -> {}), notes);
    assertThat(findings)
        .extracting(Finding::code, Finding::raw)
        .containsExactlyInAnyOrder(
            tuple(FindingCode.NUMBER_ELSEWHERE, "更正"),
            tuple(FindingCode.NUMBER_ELSEWHERE, "另有12场"),
            tuple(FindingCode.NUMBER_ELSEWHERE, "发表评论文章或心得体会（9）篇；"),
            tuple(FindingCode.FIELD_AMBIGUOUS, "2"));
  }

  /** Who explains an answer at the foot of a page lets it stand; who takes it back does not. */
  @Test
  void a_note_at_the_foot_of_a_page_takes_its_answer_back_where_it_says_so() throws Exception {
    for (var says : List.of("应为9场", "此数为预计", "更正")) {
      assertThat(findings(read(book -> {}), footnote(says)))
          .extracting(Finding::code, Finding::raw)
          .containsExactlyInAnyOrder(
              tuple(FindingCode.NUMBER_ELSEWHERE, says), tuple(FindingCode.FIELD_AMBIGUOUS, "2"));
    }
    assertThat(findings(read(book -> {}), footnote("其中线上1场")))
        .extracting(Finding::code, Finding::raw)
        .containsExactly(tuple(FindingCode.NUMBER_ELSEWHERE, "其中线上1场"));
    assertThat(findings(read(book -> {}), footnote("含线上"))).isEmpty();
  }

  private static List<Note> footnote(String says) {
    return List.of(new Note(Note.Kind.FOOTNOTE, "活动进展情况统计表", address("E6"), says));
  }

  @Test
  void the_same_sentence_with_the_same_numbers_is_nothing() throws Exception {
    Grid other = Grid.builder("说明").put(0, 0, new Cell.Text("组织开展宣讲活动（3）场，参与（40）人次；")).build();
    Document document = read(book -> {});
    var grids = new ArrayList<>(document.grids());
    grids.add(other);
    assertThat(findings(new Document(grids, document.properties()), List.of())).isEmpty();
  }

  @Test
  void beside_a_form_that_nobody_filled_in_numbers_are_told_with_the_one_that_counts()
      throws Exception {
    Document document =
        read(
            book -> {
              book.cloneSheet(0, "空表");
              for (var row : book.getSheet("空表")) {
                row.forEach(
                    cell -> {
                      if (cell.getCellType() == CellType.NUMERIC) {
                        cell.setBlank();
                      }
                    });
              }
              book.setSheetOrder("空表", 0);
              book.createSheet("说明").createRow(1).createCell(1).setCellValue("另有宣讲活动9场");
            });
    assertThat(findings(document, List.of()))
        .extracting(Finding::code, Finding::raw)
        .containsExactly(tuple(FindingCode.NUMBER_ELSEWHERE, "另有宣讲活动9场"));
  }

  @Test
  void the_name_of_a_sheet_is_seen_too() throws Exception {
    for (var name : List.of("另有913场", "更正：应为9".replace("：", ""), "十二场未计入")) {
      assertThat(findings(read(book -> book.setSheetName(0, name)), List.of()))
          .extracting(Finding::code, Finding::raw)
          .containsExactly(tuple(FindingCode.NUMBER_ELSEWHERE, name));
    }
    for (var name : List.of("Sheet1", "统计表 (2)", "6月27日", "2023年")) {
      assertThat(findings(read(book -> book.setSheetName(0, name)), List.of())).isEmpty();
    }
  }

  private static Document read(Consumer<XSSFWorkbook> afterwards) {
    return new XlsxReader().read(FilledBlank.with(TYPED, afterwards)).value().orElseThrow();
  }

  private static List<Finding> findings(Document document, List<Note> notes) throws Exception {
    var matcher = new FormMatcher(TemplateReader.read(TemplateReader.DEFAULT_ID));
    return matcher
        .match(new Document(document.grids(), notes, document.properties()))
        .get(0)
        .findings();
  }
}
