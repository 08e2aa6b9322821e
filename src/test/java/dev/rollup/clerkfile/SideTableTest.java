package dev.rollup.clerkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollup.finding.Mistake;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Unit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Side files as clerks make them, read as a ledger. */
class SideTableTest {

  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
  private static final String TABLE = "收件登记,\r\n单位,收到时间\r\n堡镇,2023/6/28 17:05\r\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "UTF-16"})
  void is_read_in_any_encoding_that_excel_writes(String charset) throws Exception {
    assertReceived(written("ledger.csv", TABLE.getBytes(Charset.forName(charset))));
  }

  @Test
  void is_read_with_a_byte_order_mark_and_semicolons() throws Exception {
    String text = "\uFEFFunit;received;note\n堡镇;2023年6月28日 下午5:05;ok\n";
    assertReceived(written("ledger.csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void is_read_from_a_workbook_whose_times_are_dates_or_bare_serial_numbers(String format)
      throws Exception {
    for (boolean styled : new boolean[] {true, false}) {
      try (Workbook book = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
        var sheet = book.createSheet();
        sheet.createRow(0).createCell(0).setCellValue("收件登记");
        var head = sheet.createRow(1);
        head.createCell(0).setCellValue("收到时间");
        head.createCell(1).setCellValue("填报单位");
        var line = sheet.createRow(3);
        var time = line.createCell(0);
        time.setCellValue(LocalDateTime.of(2023, 6, 28, 17, 5));
        if (styled) {
          var style = book.createCellStyle();
          style.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d h:mm"));
          time.setCellStyle(style);
        }
        line.createCell(1).setCellValue("堡镇");
        Path file = folder.resolve("ledger-" + styled + "." + format);
        try (var out = Files.newOutputStream(file)) {
          book.write(out);
        }
        assertReceived(file);
        assertThat(read(file).lines().get(0).at().line()).isEqualTo(4);
      }
    }
  }

  @Test
  void a_list_of_whom_it_waits_for_is_filled_in_line_by_line() throws Exception {
    Ledger ledger =
        LedgerReader.read(
            SideFiles.open(
                written(
                    "ledger.csv",
                    "单位名称,收到时间,文件\n甲镇,6月27日,\n乙镇,,\n丙镇,6.28 下午5点10分,\n"
                        .getBytes(StandardCharsets.UTF_8))),
            ZONE,
            ZONE,
            Optional.of(LocalDate.of(2023, 6, 28)),
            Optional.empty());
    assertThat(ledger.lines()).hasSize(2);
    assertThat(ledger.received("丙镇.xlsx", Optional.of(Unit.named("C", "丙镇"))))
        .contains(new Received(OffsetDateTime.parse("2023-06-28T17:10:00+08:00"), false));
    assertThat(ledger.received("乙镇.xlsx", Optional.of(Unit.named("B", "乙镇")))).isEmpty();
  }

  @Test
  void all_wrong_lines_are_told_at_once() throws Exception {
    Path file =
        written(
            "ledger.csv",
            "单位,收到时间,采用\n甲镇,昨天,\n乙镇,2023-6-28,\n丙镇,晚上12点,\n丁镇,2023-6-28,也许\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            Mistake.class,
            first -> {
              assertThat(first.args()).containsExactly(file.toString(), "2", "昨天");
              assertThat(first.getSuppressed())
                  .extracting(each -> ((Mistake) each).args().get(1))
                  .containsExactly("4", "5");
            });
  }

  @Test
  void a_file_without_the_columns_is_refused() throws Exception {
    Path file = written("ledger.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            Mistake.class, e -> assertThat(e.key()).isEqualTo("side.no-column"));
  }

  private void assertReceived(Path file) throws Mistake {
    assertThat(read(file).received("堡镇.xlsx", Optional.of(Unit.named("T02", "堡镇"))))
        .contains(new Received(OffsetDateTime.parse("2023-06-28T17:05:00+08:00"), false));
  }

  private static Ledger read(Path file) throws Mistake {
    return LedgerReader.read(SideFiles.open(file), ZONE, ZONE, Optional.empty(), Optional.empty());
  }

  private Path written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
