package dev.rollup.read.blank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of a drop-down, wherever they are written. */
class ChoicesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "选项!$A$1:$A$3 | 城区 镇区 乡村",
        "类型 | 城区 镇区 乡村",
        "$D$1:$D$2 | 甲 乙",
        "选项!$A$1:$C$3 | ",
        "INDIRECT(\"选项!A1\") | ",
      })
  void are_those_in_the_cells_that_it_names(String cells, String answers) throws IOException {
    List<String> expected = answers == null ? List.of() : List.of(answers.split(" "));

    assertThat(choices(new XSSFWorkbook(), cells)).isEqualTo(expected);
    assertThat(choices(new HSSFWorkbook(), cells)).isEqualTo(expected);
  }

  private static List<String> choices(Workbook book, String cells) throws IOException {
    try (book;
        var bytes = new ByteArrayOutputStream()) {
      var form = book.createSheet("表");
      var listed = book.createSheet("选项");
      List<String> words = List.of("城区", "镇区", "乡村");
      for (int i = 0; i < words.size(); i++) {
        listed.createRow(i).createCell(0).setCellValue(words.get(i));
      }
      book.setSheetHidden(1, true);
      var name = book.createName();
      name.setNameName("类型");
      name.setRefersToFormula("选项!$A$1:$A$3");
      CellStyle boxed = book.createCellStyle();
      boxed.setBorderTop(BorderStyle.THIN);
      boxed.setBorderBottom(BorderStyle.THIN);
      boxed.setBorderLeft(BorderStyle.THIN);
      boxed.setBorderRight(BorderStyle.THIN);
      var row = form.createRow(0);
      row.createCell(0).setCellStyle(boxed);
      row.createCell(3).setCellValue("甲");
      form.createRow(1).createCell(3).setCellValue("乙");
      var helper = form.getDataValidationHelper();
      form.addValidationData(
          helper.createValidation(
              helper.createFormulaListConstraint(cells), new CellRangeAddressList(0, 0, 0, 0)));
      book.write(bytes);
      return BlankPages.read(bytes.toByteArray(), false)
          .orElseThrow()
          .pages()
          .get(0)
          .spots()
          .get(new Position(0, 0))
          .choices();
    }
  }
}
