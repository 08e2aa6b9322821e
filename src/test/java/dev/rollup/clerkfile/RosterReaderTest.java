package dev.rollup.clerkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Mistake;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of units as offices keep them. */
class RosterReaderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_workbook_with_titles_and_merged_groups(String format) throws Exception {
    Path file = folder.resolve("units." + format);
    try (Workbook book = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
      var sheet = book.createSheet();
      String[][] rows = {
        {"示例区报送单位通讯录"},
        {"单位：示例区安委办"},
        {"联系电话", "类别", "序号", "单位名称", "联系人"},
        {"021-1", "乡镇", "1", "甲镇", "王某"},
        {"", "", "2", "乙镇", ""},
        {"13800000000", "部门", "3", "区教育局", "李某"},
        {"", "", "4", "", ""},
      };
      for (int i = 0; i < rows.length; i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < rows[i].length; j++) {
          if (rows[i][j].matches("[1-9]\\d*")) {
            row.createCell(j).setCellValue(Double.parseDouble(rows[i][j]));
          } else {
            row.createCell(j).setCellValue(rows[i][j]);
          }
        }
      }
      sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
      try (var out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }

    Roster roster = RosterReader.read(SideFiles.open(file)).value().orElseThrow();

    assertThat(roster.units()).extracting(Unit::id).containsExactly("1", "2", "3");
    assertThat(roster.units()).extracting(Unit::name).containsExactly("甲镇", "乙镇", "区教育局");
    assertThat(roster.units()).extracting(Unit::group).containsExactly("乡镇", "乡镇", "部门");
    assertThat(roster.units())
        .extracting(Unit::phone)
        .containsExactly("021-1", null, "13800000000");
  }

  @Test
  void an_id_goes_before_a_number() throws Exception {
    assertThat(read("序号,编号,单位名称\n1,T01,甲镇\n2,T02,乙镇\n").units())
        .extracting(Unit::id)
        .containsExactly("T01", "T02");
  }

  @Test
  void all_wrong_lines_are_told_at_once() {
    assertThatThrownBy(() -> read("序号,单位名称\n1,甲镇\n1,乙镇\n3,\n4,甲镇\n,丙镇,x\n"))
        .isInstanceOfSatisfying(
            Mistake.class,
            first -> {
              assertThat(first.key()).isEqualTo("roster.double-id");
              assertThat(first.getSuppressed())
                  .extracting(each -> ((Mistake) each).key())
                  .containsExactly("roster.double-name", "side.empty-cell");
            });
  }

  private Roster read(String text) throws Mistake, IOException {
    Path file = Files.write(folder.resolve("units.csv"), text.getBytes(StandardCharsets.UTF_8));
    return RosterReader.read(SideFiles.open(file)).value().orElseThrow();
  }
}
