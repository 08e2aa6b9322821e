package dev.rollup.cases;

import dev.rollup.support.HandMadePdf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Does to a workbook what no spreadsheet program does. */
final class Tampering {

  private Tampering() {}

  /** Puts a document type declaration into the first sheet. */
  static byte[] withDoctype(byte[] workbook) {
    return rewrite(workbook, UnaryOperator.identity(), new byte[0], true);
  }

  /** Adds an entry that inflates to more than any form needs. */
  static byte[] withLargeEntry(byte[] workbook) {
    return rewrite(workbook, UnaryOperator.identity(), new byte[65 << 20], false);
  }

  /** Enciphers a package with a password, as Office does. */
  static byte[] encrypted(byte[] content, String password) {
    try (var file = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (var out = encryptor.getDataStream(file)) {
        out.write(content);
      }
      var bytes = new ByteArrayOutputStream();
      file.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Spells the names of the parts as some programs of Windows do. */
  static byte[] withOtherNames(byte[] workbook) {
    return rewrite(
        workbook,
        name -> "\\" + name.toLowerCase(Locale.ROOT).replace('/', '\\'),
        new byte[0],
        false);
  }

  /** Puts bytes that mean nothing before and behind a file. */
  static byte[] withBytesAround(byte[] content) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[3]);
    out.writeBytes(content);
    out.writeBytes(new byte[100]);
    return out.toByteArray();
  }

  /** Puts a password on an old workbook. */
  static byte[] withPassword(byte[] xls, String password) {
    try (var workbook = new HSSFWorkbook(new ByteArrayInputStream(xls))) {
      Biff8EncryptionKey.setCurrentUserPassword(password);
      var out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** Returns a compound file with one stream of nothing in particular. */
  static byte[] compound(String stream) {
    return compound(stream, new byte[5_000]);
  }

  /** Returns a page of letters of which nothing says what they are. */
  static byte[] unmapped() {
    var pdf = HandMadePdf.a4();
    String letters =
        pdf.object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>");
    String font =
        pdf.object(
            "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts["
                + letters
                + "]>>");
    return pdf.font("F2", font).raw("BT /F2 12 Tf 60 700 Td <00110012001300140015> Tj ET").bytes();
  }

  /** Returns a text of Word 95, which begins with a number of its own. */
  static byte[] word95() {
    return compound("WordDocument", HexFormat.of().parseHex("dca56500" + "00".repeat(5_000)));
  }

  private static byte[] compound(String stream, byte[] content) {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(content), stream);
      var out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void addMacros(XSSFWorkbook workbook) {
    try {
      workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the form say that it is another version of itself. */
  static void otherVersion(XSSFWorkbook workbook, String version) {
    workbook.getName("rollup_template_version").setRefersToFormula('"' + version + '"');
    workbook
        .getProperties()
        .getCustomProperties()
        .getUnderlyingProperties()
        .getPropertyList()
        .stream()
        .filter(property -> property.getName().equals("rollup_template_version"))
        .forEach(property -> property.setLpwstr(version));
  }

  private static byte[] rewrite(
      byte[] zip, UnaryOperator<String> spelling, byte[] more, boolean doctype) {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (doctype && entry.getName().equals("xl/worksheets/sheet1.xml")) {
          content =
              new String(content, StandardCharsets.UTF_8)
                  .replaceFirst("<worksheet", "<!DOCTYPE worksheet [<!ENTITY a \"12\">]><worksheet")
                  .getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(spelling.apply(entry.getName())));
        out.write(content);
        out.closeEntry();
      }
      if (more.length > 0) {
        out.putNextEntry(new ZipEntry("xl/large.bin"));
        out.write(more);
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
