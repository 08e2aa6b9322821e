package dev.rollup.write.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/**
 * A zip whose bytes depend on nothing but what is put into it: no entry carries the time of the run
 * or the zone of the machine.
 *
 * <p>POI writes an office document straight into it ({@code workbook.write(zip)}), so that nothing
 * is packed twice. A streaming workbook does so if its {@code createArchiveOutputStream} is
 * overridden to return one. The dates inside {@code docProps/core.xml} are the document's own:
 * {@link TemplateWorkbook} fixes them.
 */
public final class ReproducibleZip extends ZipArchiveOutputStream {

  /** Local, as zip times are; noon, because no zone has ever skipped a noon. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 12, 0);

  /** An archive that is written into a stream. */
  public ReproducibleZip(OutputStream out) {
    super(out);
  }

  /** Returns an office document as a file. */
  public static byte[] of(POIXMLDocument document) {
    var bytes = new ByteArrayOutputStream(1 << 15);
    try (var zip = new ReproducibleZip(bytes)) {
      document.write(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Tells whether a file was written this way, and by no other program since: every other gives its
   * entries times of its own.
   */
  public static boolean wrote(byte[] file) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && TIME.equals(entry.getTimeLocal())) {
        entry = zip.getNextEntry();
        if (entry == null) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
    var timeless = new ZipArchiveEntry(entry.getName());
    if (entry.getSize() != ZipArchiveEntry.SIZE_UNKNOWN) {
      timeless.setSize(entry.getSize());
    }
    timeless.setTimeLocal(TIME);
    super.putArchiveEntry(timeless);
  }
}
