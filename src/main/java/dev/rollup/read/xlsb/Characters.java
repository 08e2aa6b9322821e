package dev.rollup.read.xlsb;

import java.nio.ByteBuffer;

/**
 * Reads the characters of texts, two bytes each. The decoder of Java takes two of them for one
 * where the first is half of a pair and the second is none of it, be that a digit.
 */
final class Characters {

  private static final char NONE = '\uFFFD';

  private Characters() {}

  /** Uses up so many characters, which are there; half a pair becomes a sign that it was none. */
  static String read(ByteBuffer bytes, int count) {
    char[] characters = new char[count];
    for (int i = 0; i < count; i++) {
      characters[i] = bytes.getChar();
    }
    for (int i = 0; i < count; i++) {
      boolean pair = i + 1 < count && Character.isSurrogatePair(characters[i], characters[i + 1]);
      if (pair) {
        i++;
      } else if (Character.isSurrogate(characters[i])) {
        characters[i] = NONE;
      }
    }
    return new String(characters);
  }
}
