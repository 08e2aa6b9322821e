package dev.rollup.read.pdf;

import dev.rollup.finding.FindingCode;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Letters;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/** The fonts of one file, each read once, and what their letters say. */
final class Fonts {

  /** More fonts than a form has. */
  private static final int MOST = 400;

  /** More letters than a font can map. */
  private static final long MOST_MAPPED = 200_000;

  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-Fa-f]{1,8})>\\s*<([0-9A-Fa-f]{1,8})>\\s*[<\\[]");

  /** What comes before the name of a font of which only some letters are in the file. */
  private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

  /** The collections of characters whose numbers everybody knows. */
  private static final Set<String> CHARACTERS = Set.of("GB1", "CNS1", "Japan1", "Korea1", "KR");

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  private final IdentityHashMap<COSDictionary, PDFont> fonts = new IdentityHashMap<>();
  private final IdentityHashMap<PDFont, Map<Integer, String>> texts = new IdentityHashMap<>();

  /** Returns the font that a dictionary describes. */
  PDFont of(COSDictionary dictionary) throws IOException {
    PDFont font = fonts.get(dictionary);
    if (font == null) {
      if (fonts.size() >= MOST) {
        throw new Refused(Refusal.of(FindingCode.TOO_LARGE));
      }
      check(dictionary);
      try {
        font = PDFontFactory.createFont(dictionary);
      } catch (RuntimeException e) {
        throw new Refused(Refusal.of(FindingCode.DAMAGED_FILE));
      }
      fonts.put(dictionary, font);
    }
    return font;
  }

  /** A map of a few bytes may stand for more letters than there are. */
  private static void check(COSDictionary dictionary) throws IOException {
    if (!(dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map)) {
      return;
    }
    String text;
    try (InputStream bytes = map.createInputStream()) {
      text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    long mapped = 0;
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      long from = Long.parseLong(range.group(1), 16);
      long to = Long.parseLong(range.group(2), 16);
      mapped += range.group(1).length() == range.group(2).length() ? Math.max(0, to - from) : 0;
      if (mapped > MOST_MAPPED) {
        throw new Refused(Refusal.of(FindingCode.UNSAFE_CONTENT));
      }
    }
  }

  /**
   * Returns what a letter says.
   *
   * @return {@link RunningText#UNKNOWN} where nobody can tell; empty where nothing is seen
   */
  String text(PDFont font, int code) {
    Map<Integer, String> known = texts.computeIfAbsent(font, each -> new HashMap<>());
    String text = known.get(code);
    if (text == null) {
      text = read(font, code);
      known.put(code, text);
    }
    return text;
  }

  private static String read(PDFont font, int code) {
    String mapped;
    try {
      mapped = isNameless(font) ? null : font.toUnicode(code);
    } catch (RuntimeException e) {
      mapped = null;
    }
    boolean blank = mapped != null && mapped.isBlank();
    if (!blank && isEmpty(font, code)) {
      return "";
    }
    if (mapped == null || mapped.isEmpty()) {
      return UNKNOWN;
    }
    String name = font.getName() == null ? "" : SUBSET.matcher(font.getName()).replaceFirst("");
    return SymbolCharacter.shown(Letters.read(mapped), name);
  }

  /**
   * Tells whether letters are known only by their number in a font that is not in the file. PDFBox
   * would tell what has these numbers in another font.
   */
  private static boolean isNameless(PDFont font) {
    if (!(font instanceof PDType0Font composite)
        || font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) != null
        || composite.getDescendantFont().isEmbedded()) {
      return false;
    }
    var system = composite.getDescendantFont().getCIDSystemInfo();
    return system == null || !CHARACTERS.contains(String.valueOf(system.getOrdering()));
  }

  /** Tells whether a font of the file has nothing to show for a letter. */
  private static boolean isEmpty(PDFont font, int code) {
    if (!font.isEmbedded()
        || font instanceof PDType3Font
        || !(font instanceof PDVectorFont drawn)) {
      return false;
    }
    try {
      var path = drawn.getNormalizedPath(code);
      return path != null && path.getBounds2D().isEmpty() && drawn.hasGlyph(code);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
