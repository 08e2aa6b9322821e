package dev.rollup.read;

import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.UNSUPPORTED_FORMAT;
import static dev.rollup.read.Outcomes.assertRefused;
import static dev.rollup.read.Outcomes.cells;
import static dev.rollup.read.Outcomes.clean;
import static dev.rollup.read.Outcomes.number;
import static dev.rollup.read.Outcomes.onlyGrid;
import static dev.rollup.read.Outcomes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.filetype.FileType;
import dev.rollup.read.word.DocxReader;
import dev.rollup.read.xlsb.XlsbReader;
import dev.rollup.read.xlsx.HandMadeWorkbook;
import dev.rollup.read.xlsx.XlsxReader;
import dev.rollup.support.HandMadeText;
import dev.rollup.support.xlsb.SavedAsXlsb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class EncryptedReaderTest {

  private final EncryptedReader reader =
      new EncryptedReader(
          Map.of(
              FileType.XLSX, new XlsxReader(),
              FileType.XLSB, new XlsbReader(),
              FileType.DOCX, new DocxReader()));

  static byte[] enciphered(byte[] content, EncryptionMode mode, String password) throws Exception {
    try (var file = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(password);
      try (var out = encryptor.getDataStream(file)) {
        out.write(content);
      }
      var bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"agile", "standard"})
  void what_everybody_can_open_is_read(EncryptionMode mode) throws Exception {
    byte[] workbook = HandMadeWorkbook.ofCell("<c><v>12</v></c>").bytes();
    byte[] document = HandMadeText.ofParagraphs("一").bytes();

    assertThat(
            cells(
                onlyGrid(
                    clean(reader.read(enciphered(workbook, mode, Decryptor.DEFAULT_PASSWORD))))))
        .isEqualTo(Map.of("A1", number("12")));
    byte[] binary = SavedAsXlsb.of(workbook);
    assertThat(
            cells(
                onlyGrid(clean(reader.read(enciphered(binary, mode, Decryptor.DEFAULT_PASSWORD))))))
        .isEqualTo(Map.of("A1", number("12")));
    assertThat(
            cells(
                onlyGrid(
                    clean(reader.read(enciphered(document, mode, Decryptor.DEFAULT_PASSWORD))))))
        .isEqualTo(Map.of("A1", text("一")));
  }

  @ParameterizedTest
  @EnumSource(names = {"agile", "standard"})
  void another_password_is_asked_for(EncryptionMode mode) throws Exception {
    byte[] workbook = HandMadeWorkbook.ofCell("<c><v>12</v></c>").bytes();

    assertRefused(reader.read(enciphered(workbook, mode, "秘密")), PASSWORD_PROTECTED);
  }

  @Test
  void what_is_no_package_inside_is_unsupported() throws Exception {
    byte[] csv =
        enciphered(
            "a,1".getBytes(StandardCharsets.UTF_8),
            EncryptionMode.agile,
            Decryptor.DEFAULT_PASSWORD);

    assertRefused(reader.read(csv), UNSUPPORTED_FORMAT);
    assertRefused(reader.read(other()), UNSUPPORTED_FORMAT);
  }

  private static byte[] other() throws Exception {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[5_000]), "Other");
      var bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void what_breaks_off_is_whole_inside_or_refused() throws Exception {
    byte[] workbook = HandMadeWorkbook.ofCell("<c><v>12</v></c>").bytes();
    byte[] whole = enciphered(workbook, EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD);

    for (int length = 0; length < whole.length; length += 97) {
      var outcome = reader.read(Arrays.copyOf(whole, length));
      assertThat(outcome.value().map(document -> cells(onlyGrid(document))))
          .isIn(Optional.empty(), Optional.of(Map.of("A1", number("12"))));
      assertThat(outcome.findings()).hasSize(outcome.value().isPresent() ? 0 : 1);
    }
  }
}
