package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two answers that stand in one blank are read where each has the measure of its own blank and
 * nothing else stands there; in every other case both are left out, and that is said.
 */
@Tag("slow")
class SeveralAnswersTest {

  private static final List<String> CERTAIN =
      List.of(
          "12场/300人次",
          "12场，300人次",
          "12 场 300 人次",
          "12场300人次",
          "１２场、３００人次。",
          "12场次；300人次",
          "12 场\u3000/\u00A0300 人次",
          "12场和300人次",
          "十二场/三百人次",
          "（12场，300人次）");

  private static final List<String> UNCERTAIN =
      List.of(
          "12/300",
          "12场/300",
          "12/300人次",
          "300人次/12场",
          "12场/300人",
          "12人次/300场",
          "约12场/300人次",
          "12场/约300人次",
          "12场左右/300人次",
          "12场/300余人次",
          "12场/300人次/5篇",
          "12场/300人次（预计）",
          "另有12场/300人次",
          "12场/300人次，去年",
          "12场300人次20人次",
          "12场（300人次）",
          "12场*300人次",
          "15③场/300人次");

  /** Both blanks by sentence, and what else is filled in. */
  private static final Map<String, String> OTHERS =
      Map.of("h_unit", "城桥镇", "f_1_2_1", "7", "f_1_3_1", "3", "f_1_3_2", "5");

  @TempDir Path folder;

  @Test
  void in_a_cell() {
    for (var spelling : CERTAIN) {
      for (var told : ReadBack.sheets(cell(spelling, ""))) {
        assertRead(told, spelling, "1.1.1", "1.1.2");
        assertThat(told.findings()).noneMatch(f -> f.code() == FindingCode.ROW_MOVED);
      }
    }
    for (var spelling : UNCERTAIN) {
      ReadBack.sheets(cell(spelling, "")).forEach(told -> assertNamed(told, spelling));
    }
  }

  @Test
  void in_a_cell_beside_one_that_was_filled_in() {
    for (var spelling : CERTAIN) {
      for (var told : ReadBack.sheets(cell(spelling, "7"))) {
        assertThat(told.excludes("1.1.1")).as(told.format() + " " + spelling).isTrue();
        assertThat(told.values().getOrDefault("1.1.2", "7")).isEqualTo("7");
      }
    }
  }

  @Test
  void in_a_row_of_a_list() {
    for (var spelling : CERTAIN) {
      for (var unlabelled : List.of(false, true)) {
        byte[] workbook =
            FilledBlank.with(
                typed(Map.of("f_7_1_1_1", "歌咏会", "f_7_1_2_1", "1", "f_7_1_3_1", "9")),
                book -> {
                  FilledBlank.cell(book, "f_7_1_1_2").setCellValue("书画展");
                  FilledBlank.cell(book, "f_7_1_2_2").setCellValue(spelling);
                  if (unlabelled) {
                    FilledBlank.cell(book, "f_7_1_2_2").getRow().getCell(1).setBlank();
                  }
                });
        for (var told : ReadBack.sheets(workbook)) {
          assertRead(told, spelling, "7.1.2#2", "7.1.3#2");
          assertThat(told.values()).containsEntry("7.1.2#1", "1").containsEntry("7.1.3#1", "9");
        }
      }
    }
  }

  @Test
  void in_a_sentence_that_fills_a_cell() {
    for (var spelling : CERTAIN) {
      ReadBack.sheets(sentence("（" + spelling + "）场，参与（  ）人次；"))
          .forEach(told -> assertRead(told, spelling, "1.1.1", "1.1.2"));
    }
    for (var spelling : UNCERTAIN) {
      ReadBack.sheets(sentence("（" + spelling + "）场，参与（  ）人次；"))
          .forEach(told -> assertNamed(told, spelling));
    }
  }

  @Test
  void in_a_text() throws Exception {
    var texts = new ArrayList<byte[]>();
    var spellings = new ArrayList<>(CERTAIN);
    spellings.addAll(UNCERTAIN);
    for (var spelling : spellings) {
      texts.add(FilledText.with(typed(Map.of("f_1_1_1", spelling)), List.of(), List.of()));
    }
    List<byte[]> saved = SavedAsDoc.of(texts, folder);
    for (int i = 0; i < texts.size(); i++) {
      var all = new ArrayList<>(List.of(ReadBack.docx(texts.get(i))));
      if (!saved.isEmpty()) {
        all.add(ReadBack.doc(saved.get(i)));
      }
      for (var told : all) {
        if (i < CERTAIN.size()) {
          assertRead(told, spellings.get(i), "1.1.1", "1.1.2");
        } else {
          assertNamed(told, spellings.get(i));
        }
      }
    }
  }

  /** The bracket of the first blank around the answer to the second one, whose own is gone. */
  private static final List<String> AROUND_WORDS =
      List.of(
          "（12场，参与300）人次；",
          "（12场，参与300人次）；",
          "(12场,参与300)人次；",
          "【12 场，参与 300】人次；",
          "（12场参与300）人次",
          "（十二场，参与３００）人次；",
          "（12场，参与300人次；",
          "12场，参与300）人次；");

  private static final List<String> IN_DOUBT =
      List.of(
          "（12场，参与300人次）人次；",
          "（12场，参与300人次）场，参与（  ）人次；",
          "（12场，参与300）场，参与（）人次；",
          "（12，参与300）场，参与（）人次；",
          "（12、300）场，参与（）人次；",
          "（12场，300人次）人次；",
          "（12场，300）人次；",
          "（12场，参与300）；",
          "（12场，参与300人次）场；",
          "（12场，参与300人）人次；",
          "（12场，参与约300）人次；",
          "（12场，参与300余）人次；",
          "（12场，参与300）余人次；",
          "（12场左右，参与300）人次；",
          "（12场，参与300）人次（预计）；",
          "（12场，未参与300）人次；",
          "（12，参与300）人次；",
          "（12篇，参与300）人次；",
          "（12场，参与（300））人次；",
          "（ ）场，参与（12、300）人次；");

  @Test
  void in_a_bracket_that_goes_around_the_words_of_the_form() throws Exception {
    var texts = new ArrayList<byte[]>();
    var spellings = new ArrayList<>(AROUND_WORDS);
    spellings.addAll(IN_DOUBT);
    for (var spelling : spellings) {
      String issued = "组织开展宣讲活动（  ）场，参与（  ）人次；";
      List<String> changes = List.of(issued + "=组织开展宣讲活动" + spelling);
      texts.add(FilledText.with(typed(Map.of()), changes, List.of()));
    }
    List<byte[]> saved = SavedAsDoc.of(texts, folder);
    for (int i = 0; i < texts.size(); i++) {
      var all = new ArrayList<>(ReadBack.sheets(sentence(spellings.get(i))));
      all.add(ReadBack.docx(texts.get(i)));
      if (!saved.isEmpty()) {
        all.add(ReadBack.doc(saved.get(i)));
      }
      for (var told : all) {
        if (i < AROUND_WORDS.size()) {
          assertRead(told, spellings.get(i), "1.1.1", "1.1.2");
        } else {
          assertThat(told.excludes("1.1.1") || told.excludes("1.1.2"))
              .as(told.format() + " " + spellings.get(i) + " " + told.values())
              .isTrue();
          assertThat(told.values())
              .as(told.format() + " " + spellings.get(i))
              .doesNotContainKeys("1.1.1", "1.1.2")
              .containsEntry("1.2.1", "7");
        }
      }
    }
  }

  @Test
  void a_note_on_the_cell_is_about_both() {
    byte[] workbook =
        FilledBlank.with(
            typed(Map.of("f_1_1_1", "12场/300人次")),
            book -> comment(book, FilledBlank.cell(book, "f_1_1_1").getRowIndex()));
    ReadBack told = ReadBack.sheets(workbook).get(0);
    assertThat(told.excludes("1.1.1") && told.excludes("1.1.2")).isTrue();
  }

  private static void comment(XSSFWorkbook book, int row) {
    var sheet = book.getSheetAt(0);
    var anchor = book.getCreationHelper().createClientAnchor();
    var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString("更正：应为11场"));
    sheet.getRow(row).getCell(4).setCellComment(comment);
  }

  private static byte[] cell(String spelling, String second) {
    var typed = typed(second.isEmpty() ? Map.of() : Map.of("f_1_1_2", second));
    return FilledBlank.with(
        typed, book -> FilledBlank.cell(book, "f_1_1_1").setCellValue(spelling));
  }

  private static byte[] sentence(String behind) {
    return FilledBlank.with(
        typed(Map.of()),
        book -> {
          XSSFRow row = book.getSheetAt(0).getRow(4);
          for (int column = 2; column < row.getLastCellNum(); column++) {
            row.getCell(column).setBlank();
          }
          row.getCell(1).setCellValue("组织开展宣讲活动" + behind);
        });
  }

  private static Map<String, String> typed(Map<String, String> more) {
    var typed = new LinkedHashMap<>(OTHERS);
    typed.putAll(more);
    return typed;
  }

  private static void assertRead(ReadBack told, String spelling, String first, String second) {
    assertThat(told.values())
        .as(told.format() + " " + spelling + " " + told.findings())
        .containsEntry(first, "12")
        .containsEntry(second, "300")
        .containsEntry("1.2.1", "7")
        .containsEntry("1.3.1", "3")
        .containsEntry("1.3.2", "5");
  }

  private static void assertNamed(ReadBack told, String spelling) {
    assertThat(told.values())
        .as(told.format() + " " + spelling + " " + told.findings())
        .doesNotContainKeys("1.1.1", "1.1.2")
        .containsEntry("1.2.1", "7")
        .containsEntry("1.3.1", "3")
        .containsEntry("1.3.2", "5");
    assertThat(told.excludes("1.1.1")).as(told.format() + " " + spelling).isTrue();
  }
}
