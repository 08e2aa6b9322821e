package dev.rollup.filetype;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The member of a package that says what it is: {@code mimetype} (OpenDocument 1.3 part 2, 3.3) or
 * {@code [Content_Types].xml} (ECMA-376 part 2, 7.2.3). It is to come first, and does not where
 * somebody packed the file again.
 */
final class TypeMember {

  /** In OpenDocument. */
  static final String MIME_TYPE = "mimetype";

  /** In packages of Office. */
  static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final int SIGNATURE = 0x04034b50;
  private static final int HEADER = 30;
  private static final int DEFLATED = 8;
  private static final int LONGEST = 1 << 16;

  private TypeMember() {}

  /** Returns what the member of that name says; empty where there is none. */
  static String of(byte[] zip, String member) {
    byte[] name = member.getBytes(StandardCharsets.US_ASCII);
    var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = HEADER; at <= zip.length - name.length; at++) {
      if (zip[at] == name[0]
          && bytes.getInt(at - HEADER) == SIGNATURE
          && bytes.getShort(at - 4) == name.length
          && bytes.slice(at, name.length).equals(ByteBuffer.wrap(name))) {
        int from = at + name.length + Short.toUnsignedInt(bytes.getShort(at - 2));
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
