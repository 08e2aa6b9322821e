package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollup.finding.FindingCode;
import dev.rollup.support.FilledBlank;
import dev.rollup.support.FilledText;
import dev.rollup.support.ReadBack;
import dev.rollup.support.SavedAsDoc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A number whose 百, 千 or 万 stands apart from its digits is the same number, in every place where an
 * answer may stand and in every format.
 */
@Tag("slow")
class ScaleApartTest {

  private static final Map<String, String> SPELLINGS = new LinkedHashMap<>();

  static {
    for (var space : List.of("", " ", "\u3000", "\u00A0", "\u2002", "\t", " \u00A0 ")) {
      SPELLINGS.put("2" + space + "万", "20000");
      SPELLINGS.put("1.2" + space + "万", "12000");
      SPELLINGS.put("１．２" + space + "萬人次", "12000");
      SPELLINGS.put("3" + space + "千 人次", "3000");
      SPELLINGS.put("2" + space + "百", "200");
    }
  }

  private static final Map<String, String> OTHERS =
      Map.of("h_unit", "城桥镇", "f_1_2_1", "7", "f_1_3_2", "5");

  @TempDir Path folder;

  @Test
  void it_is_read_in_a_cell() {
    SPELLINGS.forEach(
        (spelling, value) -> {
          byte[] workbook =
              FilledBlank.with(
                  typed(), book -> FilledBlank.cell(book, "f_1_1_2").setCellValue(spelling));
          ReadBack.sheets(workbook).forEach(told -> assertRead(told, spelling, value));
        });
  }

  @Test
  void it_is_read_in_a_sentence_that_fills_a_cell() {
    SPELLINGS.forEach(
        (spelling, value) -> {
          byte[] workbook =
              FilledBlank.with(
                  typed(),
                  book -> {
                    XSSFRow row = book.getSheetAt(0).getRow(4);
                    for (int column = 2; column < row.getLastCellNum(); column++) {
                      row.getCell(column).setBlank();
                    }
                    row.getCell(1).setCellValue("组织开展宣讲活动(10)场，参与(" + spelling + ")人次；");
                  });
          ReadBack.sheets(workbook).forEach(told -> assertRead(told, spelling, value));
        });
  }

  @Test
  void it_is_read_in_a_text() throws Exception {
    var texts = new ArrayList<byte[]>();
    SPELLINGS.forEach(
        (spelling, value) -> {
          Map<String, String> typed = typed();
          typed.put("f_1_1_2", spelling.replace("\t", "</w:t><w:tab/><w:t>"));
          byte[] text = FilledText.with(typed, List.of(), List.of());
          assertRead(ReadBack.docx(text), spelling, value);
          texts.add(text);
        });
    List<byte[]> saved = SavedAsDoc.of(texts, folder);
    assumeTrue(!saved.isEmpty(), "LibreOffice is not here");
    int i = 0;
    for (var spelling : SPELLINGS.entrySet()) {
      assertRead(ReadBack.doc(saved.get(i++)), spelling.getKey(), spelling.getValue());
    }
  }

  private static Map<String, String> typed() {
    var typed = new LinkedHashMap<>(OTHERS);
    typed.put("f_1_1_1", "10");
    return typed;
  }

  private static void assertRead(ReadBack told, String spelling, String value) {
    assertThat(told.values())
        .as(told.format() + " " + spelling + " " + told.findings())
        .containsEntry("1.1.1", "10")
        .containsEntry("1.1.2", value)
        .hasSize(4);
    assertThat(told.findings())
        .as(told.format() + " " + spelling)
        .anyMatch(finding -> finding.code() == FindingCode.NUMERAL_COUNT);
  }
}
