package dev.rollup.clerkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.messages.MistakeText;
import dev.rollup.run.ReviewFile;
import dev.rollup.run.TemplateChoice;
import dev.rollup.support.DrawnForm;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.FieldType;
import dev.rollup.template.Relation;
import dev.rollup.template.Time;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk types on the sheet 核对, and what is said of it. */
@Tag("slow")
class ReviewReaderTest {

  private static final List<String> FORM =
      List.of(
          "T 用工情况统计表",
          "L 填报单位：____",
          "| 类别 | 人数（人） | 企业（家） | 绿色食品 |",
          "| 甲 | | | |",
          "| 乙 | | | |",
          "| 合计 | | | |");

  private static final int PLACE = 2;
  private static final int ROW = 4;
  private static final int TYPE = 6;
  private static final int MEASURE = 7;
  private static final int ADDS = 8;
  private static final int TIME = 9;
  private static final int RELATION = 10;
  private static final int SURE = 11;

  @TempDir Path folder;

  private Blank blank;
  private Path review;

  @BeforeEach
  void a_review() throws Exception {
    Path file = Files.write(folder.resolve("blank.xlsx"), new DrawnForm(FORM).xlsx());
    blank = TemplateChoice.infer(file);
    review = ReviewFile.writeTo(blank, folder.resolve("r.xlsx"), new Messages(Language.ZH)).file();
  }

  @Test
  void everything_that_may_be_edited_is_read_back() throws Exception {
    type("1.1.3", TYPE, "小数", MEASURE, "吨", ADDS, "取最大", TIME, "期末数", SURE, "是");
    type("1.1.1", ROW, "甲类 / 镇属");
    type("1.1.2", RELATION, "≥ #1");

    Blank told = ReviewFile.read(review, blank);

    Binding green = field(told, "1.1.3");
    assertThat(green.type()).isEqualTo(FieldType.DECIMAL);
    assertThat(green.measure()).contains("吨");
    assertThat(green.adds()).isEqualTo(Adds.MAX);
    assertThat(green.time()).contains(Time.STOCK);
    assertThat(green.sure()).isTrue();
    assertThat(field(told, "1.1.1").row()).containsExactly("甲类", "镇属");
    assertThat(told.relations())
        .containsAll(blank.relations())
        .contains(
            new Relation(
                Relation.Kind.PART, "1.1.2", List.of("1.1.1"), 0, 1, Relation.Source.NOTE));
    assertThat(told.relations()).hasSize(blank.relations().size() + 1);
  }

  @Test
  void one_number_may_be_several_sums_but_none_twice() throws Exception {
    type("1.3.1", RELATION, "= #1 + #4\n= #2 + #5");
    assertThat(ReviewFile.read(review, blank).relations())
        .filteredOn(relation -> relation.whole().equals("1.3.1"))
        .extracting(Relation::parts)
        .containsExactly(List.of("1.1.1", "1.2.1"), List.of("1.1.2", "1.2.2"));

    type("1.3.1", RELATION, "= #1 + #4\n= #1 + #4");
    Mistake mistake = catchThrowableOfType(Mistake.class, () -> ReviewFile.read(review, blank));
    assertThat(told(mistake)).containsExactly("review.relation-twice 核对!K" + line("1.3.1"));
  }

  @Test
  void a_relation_that_is_wiped_is_gone() throws Exception {
    type("1.3.1", RELATION, "");

    assertThat(ReviewFile.read(review, blank).relations())
        .hasSize(blank.relations().size() - 1)
        .noneMatch(relation -> relation.whole().equals("1.3.1"));
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_its_cell() throws Exception {
    type("1.1.1", TYPE, "文字");
    type("1.1.2", ADDS, "加一加");
    type("1.2.1", PLACE, "表!B9");
    type("1.2.2", SURE, "也许", TIME, "去年");
    type("1.3.1", RELATION, "= #1 + #99");
    type("1.3.2", RELATION, "= #2 + #8");
    type("1.3.3", 1, "9.9.9");

    Mistake mistake = catchThrowableOfType(Mistake.class, () -> ReviewFile.read(review, blank));

    assertThat(told(mistake))
        .containsExactlyInAnyOrder(
            "review.no-field 核对!B" + line("9.9.9"),
            "review.cannot-add 核对!I" + line("1.1.1"),
            "review.unknown-word 核对!I" + line("1.1.2"),
            "review.other-place 核对!C" + line("1.2.1"),
            "review.unknown-word 核对!L" + line("1.2.2"),
            "review.unknown-word 核对!J" + line("1.2.2"),
            "review.bad-relation 核对!K" + line("1.3.1"),
            "review.relation-itself 核对!K" + line("1.3.2"),
            "review.missing 1");
    Messages words = new Messages(Language.ZH);
    assertThat(words.text("mistake." + mistake.key(), mistake.args()))
        .startsWith(review.toString());
  }

  @Test
  void words_are_offered_in_the_language_of_the_sheet() throws Exception {
    type("1.1.2", ADDS, "?");
    Mistake chinese = catchThrowableOfType(Mistake.class, () -> ReviewFile.read(review, blank));
    assertThat(chinese.args()).containsSequence("相加", "不汇总", "按合计数计算", "统计个数", "取最大", "取最小");
    assertThat(MistakeText.of(chinese, new Messages(Language.ZH)))
        .contains("相加、不汇总、按合计数计算、统计个数、取最大、取最小");
  }

  @Test
  void the_header_and_deleted_lines_are_not_taken_for_answers() throws Exception {
    type("h_unit", ROW, "单位名称");
    int line = line("1.2.2");
    edit(sheet -> sheet.removeRow(sheet.getRow(line - 1)));

    Mistake mistake = catchThrowableOfType(Mistake.class, () -> ReviewFile.read(review, blank));

    assertThat(told(mistake))
        .containsExactly("review.header 核对!E" + line("h_unit"), "review.missing 1");
    assertThat(((Mistake) mistake.getSuppressed()[0]).args()).contains("#5");
  }

  private static List<String> told(Mistake mistake) {
    var all = new ArrayList<Mistake>(List.of(mistake));
    for (var other : mistake.getSuppressed()) {
      all.add((Mistake) other);
    }
    return all.stream().map(each -> each.key() + " " + each.args().get(1)).toList();
  }

  private static Binding field(Blank of, String id) {
    return of.bindings().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private void type(String id, Object... typed) throws Exception {
    int line = line(id);
    edit(
        sheet -> {
          Row row = sheet.getRow(line - 1);
          for (int i = 0; i < typed.length; i += 2) {
            row.getCell((int) typed[i]).setCellValue((String) typed[i + 1]);
          }
        });
  }

  private void edit(Consumer<Sheet> edit) throws Exception {
    byte[] bytes = Files.readAllBytes(review);
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        OutputStream out = Files.newOutputStream(review)) {
      edit.accept(book.getSheet("核对"));
      book.write(out);
    }
  }

  /** Returns the number of the line of a field, as spreadsheets count. */
  private int line(String id) throws Exception {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(review)))) {
      for (Row row : book.getSheet("核对")) {
        if (row.getCell(1) != null && row.getCell(1).toString().equals(id)) {
          return row.getRowNum() + 1;
        }
      }
    }
    throw new IllegalArgumentException(id);
  }
}
