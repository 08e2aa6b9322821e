package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.read.xls.BiffRecord.BOUND_SHEET;
import static dev.rollup.read.xls.BiffRecord.HEADER_LENGTH;

import dev.rollup.read.format.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;

/**
 * Deciphers the bodies of records (MS-XLS 2.2.10) under the password that everybody knows: a
 * workbook whose structure is protected has it, and opens without a question all the same.
 */
final class BiffCipher {

  /** Where a sheet begins is never enciphered. */
  private static final int PLAIN_OF_BOUND_SHEET = 4;

  private BiffCipher() {}

  /**
   * Returns the stream with plain bodies, every record at its place.
   *
   * @param filePass where the record is that says how it is enciphered
   * @throws Refusal {@code password-protected} where the password is another one
   */
  static byte[] plain(byte[] enciphered, int filePass) throws Refusal {
    var records = ByteBuffer.wrap(enciphered).order(ByteOrder.LITTLE_ENDIAN);
    int start = filePass + HEADER_LENGTH + Short.toUnsignedInt(records.getShort(filePass + 2));
    byte[] plain = enciphered.clone();
    try {
      var rest = new ByteArrayInputStream(enciphered, start, enciphered.length - start);
      var in = new Biff8DecryptingStream(rest, start, cipher(enciphered, filePass));
      for (int at = start; at + HEADER_LENGTH <= enciphered.length; ) {
        int length = Short.toUnsignedInt(records.getShort(at + 2));
        int body = at + HEADER_LENGTH;
        if (body + length > enciphered.length) {
          break;
        }
        int kind = in.readRecordSID();
        in.readDataSize();
        int open = kind == BOUND_SHEET ? Math.min(PLAIN_OF_BOUND_SHEET, length) : 0;
        // From the beginning of an array: POI loses its way where a block ends further on.
        in.readPlain(new byte[open], 0, open);
        byte[] closed = new byte[length - open];
        in.readFully(closed);
        System.arraycopy(closed, 0, plain, body + open, closed.length);
        at = body + length;
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      // Enciphered in a way that POI does not know.
      throw Refusal.of(PASSWORD_PROTECTED);
    }
    return plain;
  }

  private static EncryptionInfo cipher(byte[] enciphered, int filePass)
      throws Refusal, GeneralSecurityException {
    int length = enciphered.length - filePass;
    var in = new RecordInputStream(new ByteArrayInputStream(enciphered, filePass, length));
    in.nextRecord();
    EncryptionInfo info = new FilePassRecord(in).getEncryptionInfo();
    if (!info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
      throw Refusal.of(PASSWORD_PROTECTED);
    }
    return info;
  }
}
