package dev.rollup.read.compound;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.EMPTY_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Location;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.NotOLE2FileException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A file of Microsoft's older formats (MS-CFB), in which streams stand as files do in folders:
 * whatever goes wrong in one is a finding.
 */
public final class CompoundFile {

  private static final String ENCRYPTED_PACKAGE = "EncryptedPackage";

  /** Reads what is in such a file. */
  @FunctionalInterface
  public interface Body {
    /** Reads the streams below the root. */
    Outcome<Document> read(DirectoryNode root) throws Refusal, IOException;
  }

  private CompoundFile() {}

  /**
   * Opens a file and reads it.
   *
   * @param content the whole file, may be anything at all
   */
  public static Outcome<Document> read(byte[] content, Body body) {
    try {
      checkSignature(content);
      try (var file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
        return body.read(file.getRoot());
      }
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    } catch (EncryptedDocumentException e) {
      return Outcome.none(Finding.of(PASSWORD_PROTECTED, Location.NOWHERE));
    } catch (NotOLE2FileException e) {
      return Outcome.none(Refusal.unsupported().finding());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever POI stumbles over is something that no office program wrote.
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

  /** Returns why a file without the stream that its kind is known by is refused. */
  public static Refusal without(DirectoryNode root) {
    return root.hasEntryCaseInsensitive(ENCRYPTED_PACKAGE)
        ? Refusal.of(PASSWORD_PROTECTED)
        : Refusal.unsupported();
  }

  /**
   * Returns the bytes of a stream.
   *
   * @throws Refusal {@code damaged-file} where there is none, or less of it than it says; {@code
   *     too-large}
   */
  public static byte[] stream(DirectoryNode root, String name) throws Refusal, IOException {
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
}
