package dev.rollup.read.html;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.format.TextDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a web page into its text, by its byte order mark or by what it declares. */
final class HtmlBytes {

  /** A declaration stands near the beginning. */
  private static final int HEAD = 1 << 14;

  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([a-z0-9_:-]{1,40})");

  private HtmlBytes() {}

  static String text(byte[] content) throws Refusal {
    Charset declared = declared(content);
    String text = declared == null ? null : TextDecoder.decode(content, declared);
    // Who declares one set of characters and writes another is read by what is written.
    return text == null ? TextDecoder.decode(content) : text;
  }

  private static @Nullable Charset declared(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
    var found = DECLARED.matcher(head);
    if (!found.find() || head.startsWith("\u00EF\u00BB\u00BF")) {
      return null;
    }
    String name = found.group(1).toLowerCase(Locale.ROOT);
    // The larger sets hold the smaller ones, and programs write what the smaller ones lack.
    String known =
        switch (name) {
          case "gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936", "936" -> "GB18030";
          case "iso-8859-1", "us-ascii", "ascii", "latin1" -> "windows-1252";
          case "big5", "big5-hkscs", "x-x-big5" -> "Big5-HKSCS";
          default -> name;
        };
    boolean wide = known.startsWith("utf-16") || known.startsWith("utf-32");
    return !wide && known.matches("[a-z0-9A-Z_:-]+") && isSupported(known)
        ? Charset.forName(known)
        : null;
  }

  private static boolean isSupported(String name) {
    return Character.isLetterOrDigit(name.charAt(0)) && Charset.isSupported(name);
  }
}
