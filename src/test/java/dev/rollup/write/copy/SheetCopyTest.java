package dev.rollup.write.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.report.BoundValues;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.support.Values;
import dev.rollup.template.Blank;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderBlank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

class SheetCopyTest {

  private static final Place LINE = Place.onSheet("表", new Position(0, 0));
  private static final Place WHOLE = Place.onSheet("表", new Position(0, 1));

  private static final HeaderBlank CONTACT =
      new HeaderBlank("contact", LINE.blank(1), "填表人：", "", "填表人", FieldType.TEXT);
  private static final HeaderBlank PHONE =
      new HeaderBlank("phone", LINE.blank(2), "电话：", "", "电话", FieldType.TEXT);
  private static final HeaderBlank UNIT =
      new HeaderBlank("unit", WHOLE, "", "", "单位", FieldType.TEXT);

  /** Some programs write words into the cell itself: POI keeps them beside what replaces them. */
  @Test
  void words_that_stand_in_the_cell_itself_are_replaced() throws Exception {
    XSSFCell line = filled(0);

    assertThat(line.getStringCellValue()).isEqualTo("填表人：李四 电话：021");
    assertThat(line.getCTCell().isSetIs()).isFalse();
  }

  @Test
  void words_that_look_like_a_formula_stay_words() throws Exception {
    XSSFCell unit = filled(1);

    assertThat(unit.getStringCellValue()).isEqualTo("=1+1");
    assertThat(unit.getCellStyle().getQuotePrefixed()).isTrue();
  }

  /** Whoever reads a workbook that is to be computed anew takes none of its results. */
  @Test
  void a_copy_whose_formulas_are_computed_is_not_to_be_computed_anew() throws Exception {
    assertThat(filled(2).getNumericCellValue()).isEqualTo(3);
    assertThat(filled(2).getSheet().getWorkbook().getForceFormulaRecalculation()).isFalse();
  }

  private static XSSFCell filled(int column) throws IOException {
    var header = new LinkedHashMap<HeaderBlank, Object>();
    header.put(CONTACT, "李四");
    header.put(PHONE, "021");
    header.put(UNIT, "=1+1");
    byte[] filled =
        SheetCopy.of(
            blank(),
            new BoundValues(Values.of(header), Map.of(), Map.of()),
            RollUpContents.NONE,
            "");
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
      return book.getSheet("表").getRow(0).getCell(column);
    }
  }

  private static Blank blank() throws IOException {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var row = book.createSheet("表").createRow(0);
      XSSFCell line = row.createCell(0);
      line.getCTCell().setT(STCellType.INLINE_STR);
      line.getCTCell().addNewIs().setT("填表人：　　　　电话：　　　　");
      row.createCell(1);
      row.createCell(2).setCellFormula("1+2");
      book.setForceFormulaRecalculation(true);
      book.write(bytes);
      return new Blank(
          "blank.xlsx",
          "0",
          "表",
          new Blank.Content(bytes.toByteArray()),
          List.of(CONTACT, PHONE, UNIT),
          List.of(),
          List.of());
    }
  }
}
