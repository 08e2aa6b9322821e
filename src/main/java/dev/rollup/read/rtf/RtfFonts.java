package dev.rollup.read.rtf;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fonts of a file, which say what its bytes mean. */
final class RtfFonts {

  private static final int WESTERN = 1252;

  /** Sets of characters by their number in a font (RTF 1.9.1, "Font Table"), as code pages. */
  private static final Map<Integer, Integer> CODE_PAGES =
      Map.ofEntries(
          Map.entry(0, WESTERN),
          Map.entry(77, 10000),
          Map.entry(128, 932),
          Map.entry(129, 949),
          Map.entry(134, 936),
          Map.entry(136, 950),
          Map.entry(161, 1253),
          Map.entry(162, 1254),
          Map.entry(163, 1258),
          Map.entry(177, 1255),
          Map.entry(178, 1256),
          Map.entry(186, 1257),
          Map.entry(204, 1251),
          Map.entry(222, 874),
          Map.entry(238, 1250),
          Map.entry(255, 437));

  /** Those of which a character may have two bytes, by the names of their Java twins. */
  private static final Map<Integer, String> OF_TWO_BYTES =
      Map.of(932, "windows-31j", 936, "GBK", 949, "x-windows-949", 950, "Big5", 54936, "GB18030");

  /** What is behind a number that no font has. */
  private static final Font NONE = new Font(null, 1, 0);

  private static final int SYMBOLS = 2;

  private static final int FIRST_OF_FONTS = 0xF000;

  /**
   * One of them.
   *
   * @param name null where it has none
   * @param characters the number of its set of characters
   * @param codePage its code page; 0 where it names none
   */
  private record Font(@Nullable String name, int characters, int codePage) {}

  private final Map<Integer, Font> fonts = new HashMap<>();
  private int codePage = WESTERN;

  /** Says what bytes mean where no font says it. */
  void codePage(int number) {
    codePage = number;
  }

  void put(int number, String name, int characters, int ofFont) throws Refusal {
    fonts.put(number, new Font(name.isBlank() ? null : name.strip(), characters, ofFont));
    Limits.checkListed(fonts.size());
  }

  /** Returns the name of a font; null where nobody knows it. */
  @Nullable String name(int font) {
    return fonts.getOrDefault(font, NONE).name();
  }

  /** Returns what bytes say in a font; what makes no sense is seen and not known. */
  String text(int font, byte[] bytes, int length) {
    Font of = fonts.getOrDefault(font, NONE);
    if (of.characters() == SYMBOLS) {
      return symbols(of, bytes, length);
    }
    int page = page(of);
    if (page == WESTERN && of.characters() == 0 && OF_TWO_BYTES.containsKey(codePage)) {
      // Some programs write Chinese in fonts that have none, as the code page of the file says.
      String read = strict(charset(codePage), bytes, length);
      if (read != null && read.codePoints().allMatch(RtfFonts::isPlainOrWide)) {
        return read;
      }
    }
    return lenient(charset(page), bytes, length);
  }

  /** Returns what a character by its number says in a font. */
  String character(int font, char unit) {
    Font of = fonts.getOrDefault(font, NONE);
    boolean ofFont = unit >= FIRST_OF_FONTS && unit <= FIRST_OF_FONTS + 0xFF;
    return ofFont && of.characters() == SYMBOLS
        ? SymbolCharacter.text(of.name(), Integer.toHexString(unit))
        : String.valueOf(unit);
  }

  private static boolean isPlainOrWide(int c) {
    return c < 0x80
        || Character.isIdeographic(c)
        || c >= 0x3000 && c <= 0x30FF
        || c >= 0xFF00 && c <= 0xFFEF;
  }

  private int page(Font font) {
    if (font.codePage() > 0) {
      return font.codePage();
    }
    return CODE_PAGES.getOrDefault(font.characters(), codePage);
  }

  private static String symbols(Font font, byte[] bytes, int length) {
    var all = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      // Plain letters are shown as the font does wherever that is one of pictures.
      all.append(
          b < 0x80
              ? String.valueOf((char) b)
              : SymbolCharacter.text(font.name(), Integer.toHexString(FIRST_OF_FONTS + b)));
    }
    return all.toString();
  }

  private static @Nullable String strict(Charset charset, byte[] bytes, int length) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String lenient(Charset charset, byte[] bytes, int length) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .replaceWith(String.valueOf(RunningText.UNKNOWN))
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Charset charset(int page) {
    String name =
        switch (page) {
          case 65001 -> "UTF-8";
          case 10000 -> "x-MacRoman";
          case 437, 850, 852, 866 -> "IBM" + page;
          case 874 -> "x-windows-874";
          default -> OF_TWO_BYTES.getOrDefault(page, "windows-" + page);
        };
    return name.matches("[A-Za-z0-9-]{1,30}") && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.US_ASCII;
  }
}
