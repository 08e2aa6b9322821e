package dev.rollup.read.format;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a text file into its text: by its byte order mark, else as UTF-8, else as
 * GB18030, which is what Excel writes on a Chinese desktop. A byte that makes no sense is never
 * replaced.
 */
public final class TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextDecoder() {}

  /**
   * Returns the text without its byte order mark.
   *
   * @throws Refusal {@code damaged-file} where the text breaks off inside a character or
   *     contradicts its mark, {@code unsupported-format} where the bytes are no text
   */
  public static String decode(byte[] content) throws Refusal {
    String text = decodeMarked(content);
    if (text == null) {
      text = decodeUnmarked(content);
    }
    if (text.indexOf('\0') >= 0) {
      throw Refusal.unsupported();
    }
    return text;
  }

  /**
   * Returns the text of bytes in a set of characters without its byte order mark; null where they
   * are no such text, or have a byte order mark that says another set.
   */
  public static @Nullable String decode(byte[] content, Charset charset) throws Refusal {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)
        || startsWith(content, 0xFF, 0xFE)
        || startsWith(content, 0xFE, 0xFF)) {
      return null;
    }
    String text = ofCharset(content, charset);
    return text == null || text.indexOf('\0') >= 0 ? null : text;
  }

  /** Returns null where there is no byte order mark. */
  private static @Nullable String decodeMarked(byte[] content) throws Refusal {
    try {
      if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
        return strict(content, 3, StandardCharsets.UTF_8);
      } else if (startsWith(content, 0xFF, 0xFE)) {
        return strict(content, 2, StandardCharsets.UTF_16LE);
      } else if (startsWith(content, 0xFE, 0xFF)) {
        return strict(content, 2, StandardCharsets.UTF_16BE);
      }
      return null;
    } catch (CharacterCodingException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  private static String decodeUnmarked(byte[] content) throws Refusal {
    String text = ofCharset(content, StandardCharsets.UTF_8);
    if (text == null) {
      text = ofCharset(content, GB18030);
    }
    if (text == null) {
      throw Refusal.unsupported();
    }
    return text;
  }

  /** Returns null where the bytes are no text of that character set. */
  private static @Nullable String ofCharset(byte[] content, Charset charset) throws Refusal {
    var bytes = ByteBuffer.wrap(content);
    var chars = CharBuffer.allocate(content.length);
    if (decoder(charset).decode(bytes, chars, false).isError()) {
      return null;
    }
    if (bytes.hasRemaining()) {
      // Half a character at the end: what is cut off may be numbers, and what is left of UTF-8
      // might pass as GB18030, as different text.
      throw Refusal.of(DAMAGED_FILE);
    }
    return chars.flip().toString();
  }

  private static String strict(byte[] content, int from, Charset charset)
      throws CharacterCodingException {
    var bytes = ByteBuffer.wrap(content, from, content.length - from);
    return decoder(charset).decode(bytes).toString();
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
