package dev.rollup.write.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.jspecify.annotations.Nullable;

/**
 * POI's streaming workbook, with bytes that depend on the content alone. Long tables need no
 * memory.
 */
public final class StreamedWorkbook extends SXSSFWorkbook {

  private static final int ROWS_IN_MEMORY = 100;

  private StreamedWorkbook(TemplateWorkbook workbook) {
    super(workbook, ROWS_IN_MEMORY);
  }

  /** What puts sheets into a workbook. */
  @FunctionalInterface
  public interface Sheets {
    /** Adds the sheets, behind those that the workbook has. */
    void addTo(SXSSFWorkbook book) throws IOException;
  }

  /**
   * Writes a workbook and more sheets, and closes it.
   *
   * @param scratch a folder for what is needed while writing only
   * @throws IOException also where the scratch folder cannot be written
   */
  public static void write(TemplateWorkbook workbook, Path scratch, OutputStream out, Sheets sheets)
      throws IOException {
    // Not in the system's folder for such files, which belongs to whoever used it first.
    TempFile.setThreadLocalTempFileCreationStrategy(
        new DefaultTempFileCreationStrategy(scratch.toFile()));
    try (var book = new StreamedWorkbook(workbook)) {
      sheets.addTo(book);
      book.write(out);
    } catch (OpenXML4JRuntimeException e) {
      // What keeps POI from saving, to the scratch folder too, is the disk; it only logs that.
      throw new IOException(e);
    } finally {
      TempFile.setThreadLocalTempFileCreationStrategy(null);
    }
  }

  /**
   * Has none: POI asks for the first font of each sheet alone, to measure a digit of it for columns
   * that find their width themselves. Ours do not, and to measure starts the window system of the
   * machine.
   */
  @Override
  public @Nullable Font getFontAt(int index) {
    return null;
  }

  @Override
  protected SheetDataWriter createSheetDataWriter() throws IOException {
    return new RowWriter();
  }

  @Override
  protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
    return new ReproducibleZip(out);
  }
}
