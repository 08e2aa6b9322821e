package dev.rollup.read.xml;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes an XML part by its byte order mark or its declaration (XML 1.0, appendix F). Not left to
 * the parser, which complains of bad bytes on the standard error stream.
 */
final class XmlText {

  /** A declaration is shorter than this. */
  private static final int LONGEST_DECLARATION = 200;

  private XmlText() {}

  /** Returns the text without its byte order mark; a bad byte is an exception when it is met. */
  static Reader reader(byte[] part) throws Refusal {
    int first = part.length < 2 ? 0 : (part[0] & 0xFF) << 8 | part[1] & 0xFF;
    return switch (first) {
      case 0xEFBB -> reader(part, 3, StandardCharsets.UTF_8);
      case 0xFEFF -> reader(part, 2, StandardCharsets.UTF_16BE);
      case 0xFFFE -> reader(part, 2, StandardCharsets.UTF_16LE);
      case '<' -> reader(part, 0, StandardCharsets.UTF_16BE);
      case '<' << 8 -> reader(part, 0, StandardCharsets.UTF_16LE);
      default -> reader(part, 0, declared(part));
    };
  }

  private static Reader reader(byte[] part, int start, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int from = Math.min(start, part.length);
    return new InputStreamReader(new ByteArrayInputStream(part, from, part.length - from), decoder);
  }

  private static Charset declared(byte[] part) throws Refusal {
    int length = Math.min(part.length, LONGEST_DECLARATION);
    var start = new String(part, 0, length, StandardCharsets.ISO_8859_1);
    int end = start.indexOf("?>");
    int at = start.startsWith("<?xml") ? start.indexOf("encoding") : -1;
    if (at < 0 || at > end) {
      return StandardCharsets.UTF_8;
    }
    // encoding = "name", with either kind of quotes
    String[] quoted = start.substring(at, end).split("[\"']", 3);
    if (quoted.length < 3) {
      throw Refusal.of(DAMAGED_FILE);
    }
    try {
      return quoted[1].equalsIgnoreCase("UTF-8")
          ? StandardCharsets.UTF_8
          : Charset.forName(quoted[1]);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(DAMAGED_FILE);
    }
  }
}
