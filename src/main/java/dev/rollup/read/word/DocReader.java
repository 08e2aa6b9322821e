package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Location;
import dev.rollup.model.Note;
import dev.rollup.read.compound.CompoundFile;
import dev.rollup.read.compound.CompoundProperties;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads {@code .doc} of Word 97 and later and the {@code .wps} of WPS, which is the same inside,
 * through POI. The format has no checksum: what its redundancy gives away is no value but a
 * finding, and what it does not give away cannot be known.
 */
public final class DocReader implements DocumentReader {

  private static final String DATA_STREAM = "Data";
  private static final String MAIN_STREAM = "WordDocument";
  private static final String MACROS = "Macros";

  /**
   * {@inheritDoc}
   *
   * <p>The only grid is a running text as {@link DocxReader} gives it, except for text boxes: they
   * come last, outside tables, as {@code b1.p1}, even where the place that holds them is deleted.
   * Properties are the custom ones and {@code title}.
   *
   * @return findings are {@code macros-ignored} beside a value; {@code empty-file}, {@code
   *     unsupported-format}, {@code password-protected}, {@code damaged-file}, {@code too-large} or
   *     {@code picture-only} instead of one
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    return CompoundFile.read(content, DocReader::read);
  }

  private static Outcome<Document> read(DirectoryNode root) throws Refusal, IOException {
    if (!root.hasEntryCaseInsensitive(MAIN_STREAM)) {
      throw CompoundFile.without(root);
    }
    byte[] main = CompoundFile.stream(root, MAIN_STREAM);
    var stream = WordStream.check(main);
    byte[] tables = CompoundFile.stream(root, stream.tableStream());
    DocText read;
    List<Note> notes;
    // What a wide table is made of stands with the pictures.
    byte[] data = holdsData(root) ? CompoundFile.stream(root, DATA_STREAM) : new byte[0];
    try (var document = open(main, stream.tableStream(), tables, data)) {
      if (!stream.isLength(document.getText().length())) {
        throw Refusal.of(DAMAGED_FILE);
      }
      var beside = new DocNotes(stream, tables);
      read = DocText.read(document, stream.boxes(tables), beside.anchors());
      notes = beside.read(document, read);
    }
    if (read.text().isBlank() && read.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
    var properties = CompoundProperties.custom(root);
    CompoundProperties.title(root).ifPresent(title -> properties.putIfAbsent("title", title));
    boolean macros = root.hasEntryCaseInsensitive(MACROS);
    return Outcome.of(
        new Document(List.of(read.text().grid()), read.text().tables(), notes, properties),
        macros ? List.of(Finding.of(MACROS_IGNORED, Location.NOWHERE)) : List.of());
  }

  /** Many large pictures are no reason to refuse a text that has no wide table either. */
  private static boolean holdsData(DirectoryNode root) throws IOException {
    return root.hasEntryCaseInsensitive(DATA_STREAM)
        && root.getEntryCaseInsensitive(DATA_STREAM) instanceof DocumentEntry entry
        && entry.getSize() <= Limits.OLD_BYTES;
  }

  /** Opens the text without the objects in it; POI takes it from a file only. */
  private static HWPFDocument open(byte[] main, String tableStream, byte[] tables, byte[] data)
      throws IOException {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(main), MAIN_STREAM);
      file.createDocument(new ByteArrayInputStream(tables), tableStream);
      if (data.length > 0) {
        file.createDocument(new ByteArrayInputStream(data), DATA_STREAM);
      }
      return new HWPFDocument(file);
    }
  }
}
