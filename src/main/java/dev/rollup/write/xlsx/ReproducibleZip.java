package dev.rollup.write.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

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
