package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PICTURE_ONLY;

import dev.rollup.finding.Outcome;
import dev.rollup.model.Document;
import dev.rollup.model.Note;
import dev.rollup.read.format.DocumentReader;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts of OpenDocument: {@code .odt}, and {@code .fodt}, which is the same in one part of
 * XML. A return that was saved as such a text is read as it is from Word: the same paragraphs at
 * the same places, with the same marks.
 */
public final class OdtReader implements DocumentReader {

  /**
   * {@inheritDoc}
   *
   * @return instead of a value: {@code password-protected}, {@code damaged-file}, {@code
   *     too-large}, {@code unsafe-content}, {@code picture-only}
   */
  @Override
  public Outcome<Document> read(byte[] content) {
    try {
      var reading = new Reading();
      for (byte[] part : OdfFile.open(content).parts()) {
        reading.part(XmlCursor.open(part, XmlCursor.ANY_NAMESPACE));
      }
      return Outcome.of(reading.document(), List.of());
    } catch (Refusal e) {
      return Outcome.none(e.finding());
    }
  }

  /** What was found in one file so far. */
  private static final class Reading {
    private final Map<String, String> properties = new HashMap<>();
    private final OdtPages pages = new OdtPages();

    /** What has a name that people know; automatic ones are those of their part alone. */
    private final Styles common = new Styles();

    private @Nullable OdtText text;

    void part(XmlCursor xml) throws Refusal {
      Styles styles = common;
      while (xml.toChild()) {
        switch (xml.name()) {
          case "meta" -> OdfFile.properties(xml, properties);
          case "font-face-decls" -> common.readFonts(xml);
          case "styles" -> common.read(xml);
          case "automatic-styles" -> {
            if (styles == common) {
              styles = common.copy();
            }
            styles.read(xml);
          }
          case "master-styles" -> pages.read(xml, styles);
          case "body" -> body(xml, styles);
          default -> xml.skip();
        }
      }
    }

    private void body(XmlCursor xml, Styles styles) throws Refusal {
      while (xml.toChild()) {
        if (!xml.name().equals("text")) {
          xml.skip();
          continue;
        }
        if (text != null) {
          throw Refusal.of(DAMAGED_FILE);
        }
        var read = new OdtText(xml, styles, new OdtForms(), false);
        read.read();
        text = read;
      }
    }

    Document document() throws Refusal {
      OdtText read = text;
      if (read == null) {
        throw Refusal.of(DAMAGED_FILE);
      }
      if (read.running().isBlank() && read.hasPictures()) {
        throw Refusal.of(PICTURE_ONLY);
      }
      List<Note> notes = new ArrayList<>(read.notes());
      notes.addAll(pages.notes(read.pages()));
      Limits.checkListed(notes.size());
      return new Document(
          List.of(read.running().grid()), read.running().tables(), notes, properties);
    }
  }
}
