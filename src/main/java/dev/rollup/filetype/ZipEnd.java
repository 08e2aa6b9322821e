package dev.rollup.filetype;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A record at the end of a zip that tells where the directory of a whole archive stands (APPNOTE
 * 4.3.14 to 4.3.16). Bytes before the archive, which its positions do not count, and bytes behind
 * it do it no harm.
 *
 * @param start where the first entry of the directory begins
 * @param end where the directory ends
 * @param count how many entries it has; where they are more than {@link #MOST}, they were not
 *     looked at
 * @param before how many bytes stand before the archive: what its positions are to be raised by
 */
public record ZipEnd(int start, int end, long count, int before) {

  /** More entries than any file has that is read. */
  public static final int MOST = 10_000;

  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LENGTH = 22;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_LENGTH = 56;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int ELSEWHERE_16 = 0xFFFF;
  private static final long ELSEWHERE_32 = 0xFFFFFFFFL;

  /** Records that mean nothing cost a look at a directory each. */
  private static final int MOST_TRIED = 64;

  /** Returns the last record that stands for a whole archive; null where there is none. */
  public static @Nullable ZipEnd last(byte[] content) {
    int tried = 0;
    for (int at = content.length - LENGTH; at >= 0 && tried < MOST_TRIED; at--) {
      if (isSignature(content, at)) {
        var end = at(content, at);
        if (end != null) {
          return end;
        }
        tried++;
      }
    }
    return null;
  }

  /** Returns what the record at a place stands for; null where that is no whole archive. */
  public static @Nullable ZipEnd at(byte[] content, int at) {
    if (at < 0 || at > content.length - LENGTH || !isSignature(content, at)) {
      return null;
    }
    var file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    var end = stated(file, at);
    return end != null && end.isWhole(file) ? end : null;
  }

  private static boolean isSignature(byte[] content, int at) {
    return content[at] == 'P'
        && content[at + 1] == 'K'
        && content[at + 2] == 5
        && content[at + 3] == 6;
  }

  private static @Nullable ZipEnd stated(ByteBuffer file, int at) {
    boolean oneDisk = u16(file, at + 4) == u16(file, at + 6);
    long count = u16(file, at + 10);
    if (!oneDisk || u16(file, at + 8) != count || at + LENGTH + u16(file, at + 20) > size(file)) {
      return null;
    }
    long size = u32(file, at + 12);
    long offset = u32(file, at + 16);
    int locator = at - LOCATOR_LENGTH;
    if (locator < 0 || file.getInt(locator) != LOCATOR_SIGNATURE) {
      return u16(file, at + 4) == 0 ? of(at, count, size, offset) : null;
    }
    int end64 = end64(file, locator);
    if (end64 < 0) {
      return null;
    }
    long count64 = file.getLong(end64 + 32);
    long size64 = file.getLong(end64 + 40);
    long offset64 = file.getLong(end64 + 48);
    // Some programs ask the longer record always, some only for what the shorter one leaves out.
    boolean agree =
        (count == ELSEWHERE_16 || count == count64)
            && (size == ELSEWHERE_32 || size == size64)
            && (offset == ELSEWHERE_32 || offset == offset64);
    return agree ? of(end64, count64, size64, offset64) : null;
  }

  /** Returns where the longer record stands, be it not where the locator says; else -1. */
  private static int end64(ByteBuffer file, int locator) {
    long stated = file.getLong(locator + 8);
    for (long at : new long[] {locator - END64_LENGTH, stated}) {
      if (at >= 0 && at + END64_LENGTH <= locator && file.getInt((int) at) == END64_SIGNATURE) {
        return (int) at;
      }
    }
    return -1;
  }

  private static @Nullable ZipEnd of(int end, long count, long size, long offset) {
    boolean fits = count >= 0 && size >= 0 && size <= end && offset >= 0 && offset <= end - size;
    return fits ? new ZipEnd((int) (end - size), end, count, (int) (end - size - offset)) : null;
  }

  private boolean isWhole(ByteBuffer file) {
    if (count > MOST) {
      return true;
    }
    int at = start;
    for (int i = 0; i < count; i++) {
      if (at > end - CENTRAL_LENGTH || file.getInt(at) != CENTRAL_SIGNATURE) {
        return false;
      }
      at += CENTRAL_LENGTH + u16(file, at + 28) + u16(file, at + 30) + u16(file, at + 32);
    }
    return at == end;
  }

  private static int size(ByteBuffer file) {
    return file.capacity();
  }

  private static int u16(ByteBuffer file, int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private static long u32(ByteBuffer file, int at) {
    return Integer.toUnsignedLong(file.getInt(at));
  }
}
