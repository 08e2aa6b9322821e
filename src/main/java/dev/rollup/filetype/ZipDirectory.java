package dev.rollup.filetype;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The directory at the end of a zip, read for the names in it and nothing else: a zip may hold
 * others, and their names do not say what it is.
 */
final class ZipDirectory {

  private static final int ENTRY_LENGTH = 46;

  private ZipDirectory() {}

  /**
   * Returns all names, one after the other and a line end after each.
   *
   * @return null where there is no directory of a whole archive
   */
  static byte @Nullable [] names(byte[] content) {
    var end = ZipEnd.last(content);
    if (end == null) {
      return null;
    }
    var zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    var names = new ByteArrayOutputStream();
    int at = end.start();
    for (int i = 0; i < Math.min(end.count(), ZipEnd.MOST) && at <= end.end() - ENTRY_LENGTH; i++) {
      int length = u16(zip, at + 28);
      names.write(content, at + ENTRY_LENGTH, Math.min(length, end.end() - at - ENTRY_LENGTH));
      names.write('\n');
      at += ENTRY_LENGTH + length + u16(zip, at + 30) + u16(zip, at + 32);
    }
    return names.toByteArray();
  }

  private static int u16(ByteBuffer zip, int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
