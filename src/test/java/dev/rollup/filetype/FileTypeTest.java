package dev.rollup.filetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.support.FilledBlank;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.HandMadeZip;
import dev.rollup.support.SavedAsXls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.poi.hpsf.ClassIDPredefined;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class FileTypeTest {

  @Test
  void a_zip_is_not_what_it_holds() {
    var zip = new HandMadeZip();
    zip.add("城桥镇.xlsx", FilledBlank.blank()).stored();

    assertThat(FileType.of(zip.bytes())).isEqualTo(FileType.ZIP);
    assertThat(FileType.of(new HandMadeZip().bytes())).isEqualTo(FileType.ZIP);
  }

  @Test
  void a_package_is_one_however_its_parts_are_spelled_and_whatever_stands_around_it() {
    var zip = new HandMadeZip();
    zip.add("\\[content_types].XML", "");
    zip.add("XL\\Workbook.xml", "");
    byte[] bytes = zip.bytes();
    byte[] around = new byte[bytes.length + 20];
    System.arraycopy(bytes, 0, around, 10, bytes.length);

    assertThat(FileType.of(bytes)).isEqualTo(FileType.XLSX);
    assertThat(FileType.of(around)).isEqualTo(FileType.XLSX);
    assertThat(FileType.of(new byte[100])).isEqualTo(FileType.UNKNOWN);
  }

  @Test
  void a_zip_that_breaks_off_is_told_by_what_is_left() {
    byte[] xlsx = FilledBlank.blank();

    assertThat(FileType.of(xlsx)).isEqualTo(FileType.XLSX);
    assertThat(FileType.of(Arrays.copyOf(xlsx, xlsx.length - 30))).isEqualTo(FileType.XLSX);
    assertThat(FileType.of(new byte[] {'P', 'K', 3, 4})).isEqualTo(FileType.BROKEN_ZIP);
  }

  @Test
  void a_workbook_stays_one_when_a_text_is_put_into_it() throws IOException {
    byte[] xls = SavedAsXls.of(FilledBlank.with(Map.of()));

    assertThat(FileType.of(xls)).isEqualTo(FileType.XLS);
    assertThat(FileType.of(with(xls, "WordDocument", ClassIDPredefined.EXCEL_V8)))
        .isEqualTo(FileType.XLS);
    assertThat(FileType.of(with(xls, "WordDocument", ClassIDPredefined.WORD_V8)))
        .isEqualTo(FileType.DOC);
  }

  private static byte[] with(byte[] compound, String stream, ClassIDPredefined program)
      throws IOException {
    try (var file = new POIFSFileSystem(new ByteArrayInputStream(compound))) {
      file.createDirectory("MBD1")
          .createDocument(stream, new ByteArrayInputStream(new byte[5_000]));
      file.getRoot().setStorageClsid(program.getClassID());
      var out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @Test
  void a_text_with_macros_is_another_kind() {
    var text = HandMadeText.ofParagraphs("一");
    assertThat(FileType.of(text.bytes())).isEqualTo(FileType.DOCX);
    assertThat(FileType.of(text.part("word/vbaProject.bin", new byte[1]).bytes()))
        .isEqualTo(FileType.DOCM);
  }

  @Test
  void some_kinds_have_more_than_one_name() {
    assertThat(FileType.XLS.fits("报表.ET")).isTrue();
    assertThat(FileType.XLS.fits("报表.xls")).isTrue();
    assertThat(FileType.XLS.fits("报表.xlsx")).isFalse();
    assertThat(FileType.DOC.fits("报表.wps")).isTrue();
    assertThat(FileType.DOC.fits("报表.docx")).isFalse();
    assertThat(FileType.DOCX.fits("报表.DOCX")).isTrue();
    assertThat(FileType.DOCX.fits("报表.docm")).isTrue();
    assertThat(FileType.DOCM.fits("报表.docx")).isFalse();
    assertThat(FileType.UNKNOWN.fits("报表")).isTrue();
  }
}
