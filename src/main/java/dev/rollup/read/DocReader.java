package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.MACROS_IGNORED;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.NotOLE2FileException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads {@code .doc} of Word 97 and later and the {@code .wps} of WPS, which is the same inside,
 * through POI. The format has no checksum: what its redundancy gives away is no value but a
 * finding, and what it does not give away cannot be known.
 */
public final class DocReader implements DocumentReader {

  private static final String DATA_STREAM = "Data";
  private static final String MAIN_STREAM = "WordDocument";
  private static final String ENCRYPTED_PACKAGE = "EncryptedPackage";
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
    try {
      checkSignature(content);
      try (var file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
        return read(file.getRoot());
      }
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    } catch (EncryptedDocumentException e) {
      return Outcome.none(Finding.of(PASSWORD_PROTECTED, Location.NOWHERE));
    } catch (NotOLE2FileException e) {
      return Outcome.none(Refusal.unsupported().finding());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever POI stumbles over is something that no word processor wrote.
      return Outcome.none(Finding.of(DAMAGED_FILE, Location.NOWHERE));
    }
  }

  private static void checkSignature(byte[] content) throws Refusal {
    if (content.length == 0) {
      throw Refusal.of(EMPTY_FILE);
    }
    if (FileMagic.valueOf(content) != FileMagic.OLE2) {
      throw Refusal.unsupported();
    }
  }

  private static Outcome<Document> read(DirectoryNode root) throws Refusal, IOException {
    if (!root.hasEntryCaseInsensitive(MAIN_STREAM)) {
      throw root.hasEntryCaseInsensitive(ENCRYPTED_PACKAGE)
          ? Refusal.of(PASSWORD_PROTECTED)
          : Refusal.unsupported();
    }
    byte[] main = stream(root, MAIN_STREAM);
    var stream = WordStream.check(main);
    byte[] tables = stream(root, stream.tableStream());
    DocText read;
    // What a wide table is made of stands with the pictures.
    byte[] data = holdsData(root) ? stream(root, DATA_STREAM) : new byte[0];
    try (var document = open(main, stream.tableStream(), tables, data)) {
      if (!stream.isLength(document.getText().length())) {
        throw Refusal.of(DAMAGED_FILE);
      }
      read = DocText.read(document, stream.boxes(tables));
    }
    if (read.text().isBlank() && read.hasPictures()) {
      throw Refusal.of(PICTURE_ONLY);
    }
    var properties = CompoundProperties.custom(root);
    CompoundProperties.title(root).ifPresent(title -> properties.putIfAbsent("title", title));
    boolean macros = root.hasEntryCaseInsensitive(MACROS);
    return Outcome.of(
        new Document(List.of(read.text().grid()), properties),
        macros ? List.of(Finding.of(MACROS_IGNORED, Location.NOWHERE)) : List.of());
  }

  /** Many large pictures are no reason to refuse a text that has no wide table either. */
  private static boolean holdsData(DirectoryNode root) throws IOException {
    return root.hasEntryCaseInsensitive(DATA_STREAM)
        && root.getEntryCaseInsensitive(DATA_STREAM) instanceof DocumentEntry entry
        && entry.getSize() <= Limits.OLD_BYTES;
  }

  private static byte[] stream(DirectoryNode root, String name) throws Refusal, IOException {
    if (!root.hasEntryCaseInsensitive(name)
        || !(root.getEntryCaseInsensitive(name) instanceof DocumentEntry entry)) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (entry.getSize() > Limits.OLD_BYTES) {
      throw Refusal.of(TOO_LARGE);
    }
    try (var in = new DocumentInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      if (bytes.length != entry.getSize()) {
        throw Refusal.of(DAMAGED_FILE);
      }
      return bytes;
    }
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
