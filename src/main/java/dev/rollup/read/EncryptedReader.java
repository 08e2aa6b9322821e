package dev.rollup.read;

import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.filetype.FileType;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.read.compound.CompoundFile;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * Reads packages that are enciphered inside a compound file (MS-OFFCRYPTO 2.3.4) with the password
 * that everybody knows: a workbook whose structure is protected is, and opens without a question
 * all the same.
 */
final class EncryptedReader implements DocumentReader {

  /** Excel hashes a password this often; more only costs time. */
  private static final int MOST_HASHES = 1_000_000;

  private final Map<FileType, DocumentReader> packages;

  /**
   * A reader of what may be enciphered.
   *
   * @param packages who reads each kind of package (ECMA-376 part 2) when it is deciphered
   */
  EncryptedReader(Map<FileType, DocumentReader> packages) {
    this.packages = Map.copyOf(packages);
  }

  /**
   * {@inheritDoc}
   *
   * @return findings are those of the package's own reader; {@code password-protected} where the
   *     password is another one, {@code unsupported-format} where nothing is enciphered
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    return CompoundFile.read(content, this::readPackage);
  }

  private Outcome<Document> readPackage(DirectoryNode root) throws Refusal, IOException {
    if (!root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
      throw Refusal.unsupported();
    }
    byte[] content = deciphered(root);
    DocumentReader reader = packages.get(FileType.of(content));
    if (reader == null) {
      throw Refusal.unsupported();
    }
    return reader.read(content);
  }

  private static byte[] deciphered(DirectoryNode root) throws Refusal, IOException {
    try {
      var info = new EncryptionInfo(root);
      var decryptor = Decryptor.getInstance(info);
      if (info.getVerifier().getSpinCount() > MOST_HASHES
          || !decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw Refusal.of(PASSWORD_PROTECTED);
      }
      try (InputStream plain = decryptor.getDataStream(root)) {
        byte[] bytes = plain.readNBytes(Limits.INFLATED_BYTES + 1);
        if (bytes.length > Limits.INFLATED_BYTES) {
          throw Refusal.of(TOO_LARGE);
        }
        return bytes;
      }
    } catch (GeneralSecurityException e) {
      throw Refusal.of(PASSWORD_PROTECTED);
    }
  }
}
