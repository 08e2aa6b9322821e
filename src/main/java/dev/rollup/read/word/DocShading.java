package dev.rollup.read.word;

import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/** Reads what a {@code .doc} says is behind its text (MS-DOC 2.9.245 and 2.9.248). */
final class DocShading {

  /** The bytes of one in any colours. */
  static final int LENGTH = 10;

  /** The bytes of one in the colours of Word 97. */
  static final int SHORT_LENGTH = 2;

  private static final int NONE = 0xFFFF;

  /** How much of a hundred the ink of a pattern covers. */
  private static final int[] SHARES = {0, 100, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90};

  /** Where patterns begin that are named by their share alone. */
  private static final int FIRST_FINE = 0x23;

  private static final int[] FINE = {
    2, 7, 12, 15, 17, 22, 27, 32, 35, 37, 42, 45, 47, 52, 55, 57, 62, 65, 67, 72, 77, 82, 85, 87,
    92, 95, 97, 97
  };

  private DocShading() {}

  /** Returns the colour of one in any colours; null where there is none. */
  static @Nullable Integer read(byte[] bytes, int at) {
    return colour(
        WordColour.ofReference(LittleEndian.getInt(bytes, at)),
        WordColour.ofReference(LittleEndian.getInt(bytes, at + 4)),
        LittleEndian.getUShort(bytes, at + 8));
  }

  /** Returns the colour of one in the colours of Word 97; null where there is none. */
  static @Nullable Integer readShort(byte[] bytes, int at) {
    int all = LittleEndian.getUShort(bytes, at);
    return all == NONE
        ? null
        : colour(
            WordColour.ofPalette(all & 0x1F), WordColour.ofPalette(all >> 5 & 0x1F), all >> 10);
  }

  private static @Nullable Integer colour(
      @Nullable Integer ink, @Nullable Integer fill, int pattern) {
    if (pattern == 0 || pattern == NONE) {
      return pattern == 0 ? fill : null;
    }
    return WordColour.ofPattern(ink, fill, share(pattern));
  }

  private static int share(int pattern) {
    if (pattern < SHARES.length) {
      return SHARES[pattern];
    }
    int fine = pattern - FIRST_FINE;
    return fine >= 0 && fine < FINE.length ? FINE[fine] : 50;
  }
}
