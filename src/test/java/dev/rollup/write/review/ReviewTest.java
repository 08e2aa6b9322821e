package dev.rollup.write.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.run.Progress;
import dev.rollup.run.ReviewFile;
import dev.rollup.run.TemplateChoice;
import dev.rollup.run.Validation;
import dev.rollup.template.Adds;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.FieldType;
import dev.rollup.template.FormReview;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was found on a blank, looked over by a person: written, read back. */
@Tag("slow")
class ReviewTest {

  /** The row of the headings, counted from 0. */
  private static final int HEAD = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_review_that_nobody_changed_changes_nothing(Language language) throws Exception {
    Blank blank = blank("人数（人）", "绿色食品");
    Path review =
        ReviewFile.writeTo(blank, folder.resolve("r.xlsx"), new Messages(language)).file();

    assertThat(ReviewFile.read(review, blank)).isEqualTo(blank);
    assertThat(blank.unsure()).isNotEmpty();
  }

  @Test
  void what_a_person_says_is_known() throws Exception {
    Blank blank = blank("人数（人）", "绿色食品");
    Path review = written(blank);
    change(review, blank.unsure().get(0).id(), 6, "整数", 8, "相加", 11, "是");

    Blank told = ReviewFile.read(review, blank);

    assertThat(told.unsure()).hasSize(blank.unsure().size() - 1);
    Binding first =
        told.bindings().stream()
            .filter(each -> each.id().equals(blank.unsure().get(0).id()))
            .findFirst()
            .orElseThrow();
    assertThat(first.type()).isEqualTo(FieldType.COUNT);
    assertThat(first.adds()).isEqualTo(Adds.SUM);
  }

  @Test
  void what_cannot_be_is_refused_with_its_line() throws Exception {
    Blank blank = blank("人数（人）", "绿色食品");
    Path review = written(blank);
    String id = blank.unsure().get(0).id();
    change(review, id, 6, "文字", 8, "相加", 11, "是");

    assertThatThrownBy(() -> ReviewFile.read(review, blank))
        .isInstanceOfSatisfying(
            Mistake.class,
            mistake -> {
              assertThat(mistake.key()).isEqualTo("review.cannot-add");
              assertThat(mistake.args()).containsSequence("核对!I5", "文字", "相加");
            });
    change(review, id, 6, "整数", 8, "加一加", 11, "是");
    assertThatThrownBy(() -> ReviewFile.read(review, blank))
        .isInstanceOfSatisfying(
            Mistake.class, mistake -> assertThat(mistake.key()).isEqualTo("review.unknown-word"));
  }

  @Test
  void every_blank_has_its_number_on_the_form_and_a_line_that_leads_there() throws Exception {
    Blank blank = blank("人数（人）", "绿色食品");
    byte[] bytes = ReviewWorkbook.of(FormReview.of(blank), new Messages(Language.ZH));
    assertThat(ReviewWorkbook.of(FormReview.of(blank), new Messages(Language.ZH))).isEqualTo(bytes);

    Path file = Files.write(folder.resolve("r.xlsx"), bytes);
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      Sheet form = book.getSheetAt(0);
      for (FormReview.Line line : FormReview.of(blank).lines()) {
        Cell cell =
            form.getRow(line.binding().at().cell().row())
                .getCell(line.binding().at().cell().column());
        assertThat(cell.getStringCellValue()).isEqualTo("#" + line.number());
      }
      assertThat(form.getRow(1).getCell(0).getStringCellValue()).isEqualTo("填报单位：[表头1]");
      Sheet list = book.getSheet("核对");
      assertThat(list.getLastRowNum())
          .isEqualTo(HEAD + blank.bindings().size() + blank.header().size());
      for (int row = HEAD + 1; row <= list.getLastRowNum(); row++) {
        assertThat(list.getRow(row).getCell(2).getHyperlink().getAddress()).startsWith("'表'!");
      }
    }
  }

  @Test
  void a_review_is_no_return_and_a_changed_one_is_kept() throws Exception {
    Blank blank = blank("人数（人）", "绿色食品");
    Path template = folder.resolve("t.json");
    TemplateChoice.write(blank, "t", template, false);
    Path returns = Files.createDirectory(folder.resolve("returns"));
    Path review =
        ReviewFile.writeTo(blank, returns.resolve("甲镇.xlsx"), new Messages(Language.ZH)).file();

    var request =
        new Validation.Request(
            List.of(returns), template.toString(), Optional.empty(), Optional.empty(), false, 1);
    assertThat(
            Validation.run(request, new Messages(Language.ZH), Progress.NONE).files().stream()
                .map(file -> file.status().word()))
        .containsExactly("skipped");

    // Untouched it is written anew, saved by a person it is not.
    assertThat(ReviewFile.writeTo(blank, review, new Messages(Language.ZH)).kept()).isEmpty();
    change(review, blank.bindings().get(0).id(), 11, "是");
    byte[] changed = Files.readAllBytes(review);
    ReviewFile.Written again = ReviewFile.writeTo(blank, review, new Messages(Language.ZH));
    assertThat(Files.readAllBytes(again.kept().orElseThrow())).isEqualTo(changed);
    assertThat(again.kept().orElseThrow()).hasFileName("甲镇.edited-1.xlsx");
  }

  @Test
  void a_blank_that_leaves_something_open_is_refused_with_its_review_beside_it() throws Exception {
    blank("人数（人）", "绿色食品");
    Path file = folder.resolve("blank.xlsx");
    Path review = folder.resolve("blank-review.xlsx");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> TemplateChoice.read(file.toString(), new Messages(Language.ZH)))
          .isInstanceOfSatisfying(
              Mistake.class,
              mistake -> assertThat(mistake.args()).contains(review.toString(), "2"));
    }
    // What a person has begun to fill in stays.
    change(review, "1.1.2", 11, "是");
    byte[] begun = Files.readAllBytes(review);
    assertThatThrownBy(() -> TemplateChoice.read(file.toString(), new Messages(Language.ZH)));
    assertThat(Files.readAllBytes(review)).isEqualTo(begun);
  }

  private Path written(Blank blank) throws Exception {
    return ReviewFile.writeTo(blank, folder.resolve("r.xlsx"), new Messages(Language.ZH)).file();
  }

  /** Types into the line of a field: a column, then what is typed there, and so on. */
  private static void change(Path review, String id, Object... typed) throws Exception {
    byte[] bytes = Files.readAllBytes(review);
    try (Workbook book = WorkbookFactory.create(new java.io.ByteArrayInputStream(bytes));
        OutputStream out = Files.newOutputStream(review)) {
      Sheet sheet = book.getSheet("核对");
      for (Row row : sheet) {
        if (row.getCell(1) != null && row.getCell(1).getStringCellValue().equals(id)) {
          for (int i = 0; i < typed.length; i += 2) {
            row.getCell((int) typed[i]).setCellValue((String) typed[i + 1]);
          }
        }
      }
      book.write(out);
    }
  }

  /** Infers a small matrix of two rows with such heads. */
  private Blank blank(String... heads) throws Exception {
    Path file = folder.resolve("blank.xlsx");
    try (var book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      var style = book.createCellStyle();
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      Sheet sheet = book.createSheet("表");
      sheet.createRow(0).createCell(0).setCellValue("项目情况统计表");
      sheet.createRow(1).createCell(0).setCellValue("填报单位：________");
      for (String label : List.of("类别", "甲", "乙")) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column <= heads.length; column++) {
          Cell cell = row.createCell(column);
          cell.setCellStyle(style);
          if (column == 0) {
            cell.setCellValue(label);
          } else if (label.equals("类别")) {
            cell.setCellValue(heads[column - 1]);
          }
        }
      }
      book.write(out);
    }
    return TemplateChoice.infer(file);
  }
}
