package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.RunningText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes characters of bytes, which mean what the font says, and of numbers, behind which others
 * stand in for readers that know no numbers (RTF 1.9.1, "Unicode RTF").
 */
final class RtfCharacters {

  /** More letters than any text has in which a form stands. */
  static final int MOST = 5_000_000;

  private final RtfFonts fonts;

  /** Bytes that were not read yet. */
  private byte[] bytes = new byte[64];

  private int length;

  /** How many of the characters that come stand in for one that was read already. */
  private int standIns;

  /** The first half of a character that has two; 0 where none waits. */
  private int high;

  RtfCharacters(RtfFonts fonts) {
    this.fonts = fonts;
  }

  /** Tells whether what comes only stands in for what was read already; then it is used up. */
  boolean takeStandIn() {
    if (standIns == 0) {
      return false;
    }
    standIns--;
    return true;
  }

  /** A group begins or ends, behind which nothing stands in for what was before. */
  void endStandIns() {
    standIns = 0;
  }

  void add(byte value) throws Refusal {
    if (length == bytes.length) {
      if (length >= MOST) {
        throw Refusal.of(TOO_LARGE);
      }
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = value;
  }

  /**
   * Returns what the bytes say that were not read yet; null where there are none.
   *
   * @param font the number of the one they are written in
   */
  @Nullable String take(int font) {
    if (length == 0) {
      return null;
    }
    String read = fonts.text(font, bytes, length);
    length = 0;
    return read;
  }

  /**
   * Returns the character of a number; null as long as it says nothing.
   *
   * @param following how many characters behind it stand in for it
   */
  @Nullable String unicode(int number, int font, int following) {
    char unit = (char) number;
    standIns = following;
    if (Character.isHighSurrogate(unit)) {
      high = unit;
      return null;
    }
    int before = high;
    high = 0;
    if (Character.isLowSurrogate(unit)) {
      return Character.isHighSurrogate((char) before)
          ? (char) before + "" + unit
          : String.valueOf(RunningText.UNKNOWN);
    }
    return unit < ' ' ? null : fonts.character(font, unit);
  }
}
