package dev.rollup.read.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a file names and does not hold: always by the one that PDFBox brings
 * along. How its letters look does not matter here, and nothing is looked for on the machine, and
 * nothing written about what was found there, as PDFBox does by itself.
 */
final class NoFonts implements FontMapper {

  private static final String BROUGHT_ALONG =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private NoFonts() {}

  private static TrueTypeFont broughtAlong() {
    try (InputStream bytes = PDFont.class.getResourceAsStream(BROUGHT_ALONG)) {
      if (bytes == null) {
        throw new IllegalStateException(BROUGHT_ALONG);
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has PDFBox look nowhere else for fonts, in this whole program. */
  static void use() {
    FontMappers.set(new NoFonts());
  }

  /** Read when the first file asks for it: most hold the fonts that they name. */
  private static final class Once {
    private static final TrueTypeFont FONT = broughtAlong();
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(Once.FONT, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(Once.FONT, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
    return new CIDFontMapping(null, Once.FONT, true);
  }
}
