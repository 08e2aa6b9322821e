package dev.rollup.discover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The directory at the end of a zip, read for the names in it and nothing else: a zip may hold
 * others, and their names do not say what it is.
 */
final class ZipDirectory {

  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipDirectory() {}

  /**
   * Returns all names, one after the other and a line end after each.
   *
   * @return the whole content where the directory cannot be followed; null where there is none
   */
  static byte[] names(byte[] content) {
    var zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(zip);
    if (end < 0) {
      return null;
    }
    int start = zip.getInt(end + 16);
    var names = new ByteArrayOutputStream();
    while (start >= 0 && start <= end - ENTRY_LENGTH && zip.getInt(start) == ENTRY_SIGNATURE) {
      int length = Short.toUnsignedInt(zip.getShort(start + 28));
      int more =
          Short.toUnsignedInt(zip.getShort(start + 30))
              + Short.toUnsignedInt(zip.getShort(start + 32));
      if (start + ENTRY_LENGTH + length > content.length) {
        break;
      }
      names.write(content, start + ENTRY_LENGTH, length);
      names.write('\n');
      start += ENTRY_LENGTH + length + more;
    }
    return names.size() == 0 ? content : names.toByteArray();
  }

  private static int end(ByteBuffer zip) {
    int last = zip.capacity() - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (zip.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    return -1;
  }
}
