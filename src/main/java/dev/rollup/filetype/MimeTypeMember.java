package dev.rollup.filetype;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The member of a package of OpenDocument that says what it is (OpenDocument 1.3 part 2, 3.3). It
 * is to come first and as it is, and does not where somebody packed the file again.
 */
final class MimeTypeMember {

  private static final byte[] NAME = "mimetype".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNATURE = 0x04034b50;
  private static final int HEADER = 30;
  private static final int DEFLATED = 8;
  private static final int LONGEST = 128;

  private MimeTypeMember() {}

  /** Returns what it says; empty where there is none. */
  static String of(byte[] zip) {
    var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = HEADER; at <= zip.length - NAME.length; at++) {
      if (zip[at] == NAME[0]
          && bytes.getInt(at - HEADER) == SIGNATURE
          && bytes.getShort(at - 4) == NAME.length
          && bytes.slice(at, NAME.length).equals(ByteBuffer.wrap(NAME))) {
        int from = at + NAME.length + Short.toUnsignedInt(bytes.getShort(at - 2));
        return bytes.getShort(at - HEADER + 8) == DEFLATED
            ? inflated(zip, from)
            : text(zip, from, Math.min(LONGEST, zip.length - from));
      }
    }
    return "";
  }

  private static String inflated(byte[] zip, int from) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(zip, Math.min(from, zip.length), Math.max(0, zip.length - from));
      var out = new byte[LONGEST];
      return text(out, 0, inflater.inflate(out));
    } catch (DataFormatException e) {
      return "";
    } finally {
      inflater.end();
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    return length <= 0 ? "" : new String(bytes, from, length, StandardCharsets.US_ASCII);
  }
}
