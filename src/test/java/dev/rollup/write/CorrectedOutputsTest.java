package dev.rollup.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.CommandRun;
import dev.rollup.support.FilledBlank;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction is nowhere hidden. */
@Tag("slow")
class CorrectedOutputsTest {

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void merge() throws Exception {
    out = folder.resolve("out");
    Path in = Files.createDirectories(folder.resolve("in"));
    Map<String, String> typed = Map.of("h_unit", "堡镇", "f_1_1_1", "5", "f_1_1_2", "约200");
    Files.write(in.resolve("堡镇.xlsx"), FilledBlank.with(typed, workbook -> {}));
    // Beside the returns, where it must not be taken for one.
    Files.writeString(
        in.resolve("corrections.csv"), "unit,field,old,new,by,why\n堡镇,1.1.2,约200,210,李某,=来电<更正>\n");
    CommandRun run =
        CommandRun.of(
            "merge",
            in.toString(),
            "--out",
            out.toString(),
            "--corrections",
            in.resolve("corrections.csv").toString());
    assertThat(run.status()).isZero();
  }

  @Test
  void counts_csv_has_the_new_value_and_what_stands_in_the_return() throws Exception {
    assertThat(Files.readAllLines(out.resolve("counts.csv")))
        .anyMatch(line -> line.contains(",1.1.2,,人次,210,约200,corrected,堡镇.xlsx,"));
  }

  @Test
  void the_sources_have_old_new_by_and_why_beside_the_value() throws Exception {
    var rows = new ArrayList<List<String>>();
    var words = new DataFormatter();
    try (var book = new XSSFWorkbook(Files.newInputStream(out.resolve("summary.xlsx")))) {
      for (var row : book.getSheet("溯源")) {
        var cells = new ArrayList<String>();
        row.forEach(cell -> cells.add(words.formatCellValue(cell)));
        rows.add(cells);
      }
    }
    assertThat(rows)
        .filteredOn(cells -> cells.get(0).equals("1.1.2"))
        .singleElement()
        .satisfies(
            cells -> {
              assertThat(cells.subList(5, 8)).containsExactly("210", "约200", "已按来电更正");
              assertThat(cells.get(8)).isEqualTo("约200；210；李某；=来电<更正>");
            });
  }

  @Test
  void the_report_for_people_lists_it_with_the_conversions() throws Exception {
    assertThat(Files.readString(out.resolve("validation-report.html")))
        .contains("已按来电更正（<bdi>李某</bdi>：<bdi>=来电&lt;更正&gt;</bdi>）")
        .contains("210")
        .doesNotContain("<更正>");
  }

  @Test
  void the_side_file_is_no_return() throws Exception {
    assertThat(Files.readString(out.resolve("validation-report.json")))
        .containsPattern("\"path\" : \"corrections.csv\",[^}]*\"status\" : \"skipped\"");
  }
}
