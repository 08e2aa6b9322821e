package dev.rollup.write.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.write.Forms;
import dev.rollup.write.form.BlankWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets what the whole machine shares")
class ReproducibleZipTest {

  @Test
  void entries_have_one_time_and_no_extra_data() throws IOException {
    byte[] workbook = BlankWorkbook.of(Forms.TEMPLATE, null, Forms.ZH);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      int entries = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 12, 0));
        assertThat(entry.getExtra()).isNull();
      }
      assertThat(entries).isEqualTo(10);
    }
  }

  @Test
  void a_streaming_workbook_is_the_same_in_every_zone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      byte[] one = streamed();
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(streamed()).isEqualTo(one);
      assertThat(Forms.open(one).getSheet("大表").getLastRowNum()).isEqualTo(999);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  private static byte[] streamed() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook =
        new SXSSFWorkbook(new TemplateWorkbook(Forms.TEMPLATE), 10) {
          @Override
          protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            return new ReproducibleZip(out);
          }
        }) {
      var sheet = workbook.createSheet("大表");
      for (int r = 0; r < 1000; r++) {
        sheet.createRow(r).createCell(0).setCellValue("行" + r);
      }
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }
}
