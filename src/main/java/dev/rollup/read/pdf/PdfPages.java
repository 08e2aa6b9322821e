package dev.rollup.read.pdf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Document;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.page.Page;
import dev.rollup.read.page.PagesDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** The pages of one file. */
final class PdfPages {

  /** A form has fewer pages. */
  private static final int MOST_PAGES = 200;

  /** The end of a file is told here (ISO 32000-1, annex H). */
  private static final int TAIL = 1024;

  private PdfPages() {}

  static Document document(byte[] content, PagesDocument.As as) throws Refusal {
    NoFonts.use();
    try {
      return document(content, as, false);
    } catch (InvalidPasswordException | NoClassDefFoundError e) {
      // What is enciphered for certain people needs programs that are not here.
      throw Refusal.of(PASSWORD_PROTECTED);
    } catch (Refused e) {
      throw e.refusal();
    } catch (IOException | RuntimeException e) {
      return mended(content, as);
    }
  }

  /** What a viewer mends is no longer what was written: a scan may be, a form may not. */
  private static Document mended(byte[] content, PagesDocument.As as) throws Refusal {
    if (!ends(content)) {
      throw Refusal.of(DAMAGED_FILE);
    }
    try {
      Document document = document(content, as, true);
      if (document.grids().stream().allMatch(grid -> grid.cells().isEmpty())) {
        return document;
      }
    } catch (Refused e) {
      throw e.refusal();
    } catch (IOException | RuntimeException | NoClassDefFoundError e) {
      throw Refusal.of(DAMAGED_FILE);
    }
    throw Refusal.of(DAMAGED_FILE);
  }

  /** Tells whether a file was not cut off. */
  private static boolean ends(byte[] content) {
    int from = Math.max(0, content.length - TAIL);
    return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private static Document document(byte[] content, PagesDocument.As as, boolean lenient)
      throws IOException, Refusal {
    var file = new PdfFile(content);
    try (file) {
      COSDictionary catalogue = file.open(lenient);
      COSDictionary root = catalogue.getCOSDictionary(COSName.PAGES);
      if (root == null) {
        throw new IOException("no pages");
      }
      var layers = new Layers(catalogue);
      var budget = new Budget();
      var fonts = new Fonts();
      var pages = new ArrayList<Page>();
      for (var source : new PDPageTree(root)) {
        if (pages.size() >= MOST_PAGES) {
          throw Refusal.of(TOO_LARGE);
        }
        pages.add(page(source, pages.size() + 1, budget, layers, fonts));
        file.check();
      }
      return PagesDocument.of(pages, as, properties(file.information()));
    } catch (IOException | RuntimeException e) {
      file.check();
      throw e;
    }
  }

  private static Page page(PDPage source, int number, Budget budget, Layers layers, Fonts fonts)
      throws IOException {
    var painter = new Painter(source, number, budget, layers, fonts);
    Page page = painter.draw();
    new Annotations(painter, layers, budget)
        .draw(source.getCOSObject().getCOSArray(COSName.ANNOTS));
    return page;
  }

  private static Map<String, String> properties(@Nullable COSDictionary information) {
    Map<String, String> properties = new HashMap<>();
    String title = information == null ? null : information.getString(COSName.TITLE);
    if (title != null && !title.isBlank()) {
      properties.put("title", title);
    }
    String keywords = information == null ? null : information.getString(COSName.KEYWORDS);
    if (keywords != null) {
      properties.put("keywords", keywords);
    }
    return properties;
  }
}
