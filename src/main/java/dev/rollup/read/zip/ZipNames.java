package dev.rollup.read.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads the names in a zip, whose encoding is stated rarely and wrongly. */
final class ZipNames {

  /** What Chinese desktops mean by a name that is not marked as UTF-8. */
  private static final Charset UNMARKED = Charset.forName("GB18030");

  /** Below are the letters of the alphabets, which take two bytes of UTF-8; above, Chinese. */
  private static final int THREE_BYTES = 0x800;

  private ZipNames() {}

  /**
   * Returns a name as text.
   *
   * @param marked whether the entry says that the name is in UTF-8
   */
  static String decode(byte[] bytes, int at, int length, boolean marked) {
    for (int i = at; i < at + length; i++) {
      if (bytes[i] < 0) {
        return marked
            ? new String(bytes, at, length, StandardCharsets.UTF_8)
            : unmarked(bytes, at, length);
      }
    }
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }

  /** macOS writes UTF-8 and does not say so. */
  private static String unmarked(byte[] bytes, int at, int length) {
    try {
      String name =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
      // Two bytes that make one letter in UTF-8 are more likely to be one Chinese character.
      if (name.chars().anyMatch(c -> c >= THREE_BYTES)) {
        return name;
      }
    } catch (CharacterCodingException e) {
      // Not UTF-8.
    }
    return new String(bytes, at, length, UNMARKED);
  }
}
