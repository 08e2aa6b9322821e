package dev.rollup.read.word;

import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.LineHeight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.CHPX;
import org.apache.poi.hwpf.model.PAPX;
import org.apache.poi.hwpf.model.PropertyNode;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.model.StyleSheet;
import org.apache.poi.hwpf.sprm.SprmIterator;
import org.apache.poi.hwpf.sprm.SprmOperation;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.util.LittleEndian;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a {@code .doc} looks by all that its runs, paragraphs and styles say about it
 * (MS-DOC 2.4.6). POI tells no shading and no width of letters, and no colour where two properties
 * name it; these are read here.
 */
final class DocStyles {

  /** The number of no style. */
  private static final int NO_STYLE = 0xFFF;

  /** Styles that are based on each other are not stacked higher than this. */
  private static final int LONGEST_CHAIN = 64;

  /** A paragraph begins with the number of its style. */
  private static final int STYLE_LENGTH = 2;

  /** Look-alikes of the properties of characters, by the last part of their number (2.6.1). */
  private static final int COLOUR = 0x42;

  private static final int ANY_COLOUR = 0x70;
  private static final int SHADING = 0x66;
  private static final int ANY_SHADING = 0x71;
  private static final int HIGHLIGHT = 0x0C;
  private static final int WIDTH = 0x52;
  private static final int STYLE = 0x30;
  private static final int AS_STYLE = 0x33;

  /** The same of paragraphs (2.6.2). */
  private static final int PARAGRAPH_SHADING = 0x2D;

  private static final int ANY_PARAGRAPH_SHADING = 0x4D;
  private static final int LINE_HEIGHT = 0x12;

  private final StyleSheet sheet;
  private final List<CHPX> runs;
  private final List<PAPX> paragraphs;
  private final Map<Integer, WordStyles.Style> styles = new HashMap<>();

  DocStyles(HWPFDocument document) {
    sheet = document.getStyleSheet();
    runs = document.getCharacterTable().getTextRuns();
    paragraphs = document.getParagraphTable().getParagraphs();
  }

  /** Returns what is said about the looks of a run, and what its paragraph stands on. */
  LetterLook look(CharacterRun run, Paragraph paragraph) {
    var own = new LetterLook.Builder();
    Integer ofCharacters = null;
    CHPX properties = at(runs, run.getStartOffset());
    if (properties != null) {
      ofCharacters = say(properties.getSprmBuf().iterator(), own);
    }
    own.struckOut(run.isStrikeThrough() || run.isDoubleStrikeThrough())
        .raisedOrLowered(run.getSubSuperScriptIndex() != 0)
        .position(run.getVerticalOffset())
        .size(run.getFontSize());
    LetterLook ofParagraph = style(paragraph.getStyleIndex()).look();
    LetterLook base =
        ofCharacters == null ? ofParagraph : style(ofCharacters).look().over(ofParagraph);
    return own.build().over(base);
  }

  /** Returns what surrounds the text of a paragraph. */
  Surroundings inside(Surroundings outer, Paragraph paragraph) {
    PAPX properties = at(paragraphs, paragraph.getStartOffset());
    return outer.paragraph(
        properties == null
            ? ParagraphProperties.NONE
            : ofParagraph(properties.getSprmBuf().iterator()),
        style(paragraph.getStyleIndex()));
  }

  /** Returns what the paragraph that ends a row says about it. */
  DocRow row(Paragraph end) {
    PAPX properties = at(paragraphs, end.getStartOffset());
    return properties == null ? DocRow.PLAIN : DocRow.read(properties.getSprmBuf().iterator());
  }

  /** Returns what a style says with all that it is based on. */
  private WordStyles.Style style(int number) {
    WordStyles.Style known = styles.get(number);
    if (known == null) {
      known = flattened(number);
      styles.put(number, known);
    }
    return known;
  }

  private WordStyles.Style flattened(int number) {
    var chain = new ArrayList<WordStyles.Style>();
    var met = new HashSet<Integer>();
    int next = number;
    while (next >= 0
        && next < sheet.numStyles()
        && next != NO_STYLE
        && chain.size() < LONGEST_CHAIN
        && met.add(next)) {
      StyleDescription style = sheet.getStyleDescription(next);
      if (style == null) {
        break;
      }
      chain.add(own(style));
      next = style.getBaseStyle();
    }
    WordStyles.Style all = WordStyles.Style.NONE;
    for (int i = chain.size() - 1; i >= 0; i--) {
      all = chain.get(i).over(all);
    }
    return all;
  }

  private static WordStyles.Style own(StyleDescription style) {
    var look = new LetterLook.Builder();
    if (style.getCHPX() != null) {
      say(new SprmIterator(style.getCHPX(), 0), look);
    }
    var properties = ParagraphProperties.NONE;
    if (style.getPAPX() != null) {
      properties = ofParagraph(new SprmIterator(style.getPAPX(), STYLE_LENGTH));
    }
    return new WordStyles.Style(look.build(), properties.shading(), properties.squeezed(), false);
  }

  /** Adds what is said about colours and widths; returns the style of characters, or null. */
  private static @Nullable Integer say(SprmIterator properties, LetterLook.Builder look) {
    Integer style = null;
    while (properties.hasNext()) {
      SprmOperation property = properties.next();
      if (property.getType() == SprmOperation.TYPE_CHP) {
        byte[] bytes = property.getGrpprl();
        int at = property.getGrpprlOffset();
        switch (property.getOperation()) {
          case COLOUR -> look.colour(WordColour.ofPalette(property.getOperand()));
          case ANY_COLOUR -> look.colour(WordColour.ofReference(property.getOperand()));
          case SHADING -> look.shading(DocShading.readShort(bytes, at));
          case ANY_SHADING -> look.shading(DocShading.read(bytes, at));
          case HIGHLIGHT -> look.highlight(WordColour.ofPalette(property.getOperand()));
          case WIDTH -> look.width(property.getOperand());
          case STYLE -> style = property.getOperand();
          case AS_STYLE -> look.clear();
          default -> {}
        }
      }
    }
    return style;
  }

  private static ParagraphProperties ofParagraph(SprmIterator properties) {
    boolean shaded = false;
    Integer shading = null;
    Boolean squeezed = null;
    while (properties.hasNext()) {
      SprmOperation property = properties.next();
      if (property.getType() == SprmOperation.TYPE_PAP) {
        byte[] bytes = property.getGrpprl();
        int at = property.getGrpprlOffset();
        switch (property.getOperation()) {
          case PARAGRAPH_SHADING -> {
            shaded = true;
            shading = DocShading.readShort(bytes, at);
          }
          case ANY_PARAGRAPH_SHADING -> {
            shaded = true;
            shading = DocShading.read(bytes, at);
          }
          case LINE_HEIGHT -> {
            // Less than nothing is exactly so much.
            short height = LittleEndian.getShort(bytes, at);
            squeezed = LineHeight.squeezes(Math.abs(height), height < 0);
          }
          default -> {}
        }
      }
    }
    return new ParagraphProperties(shaded, shading, squeezed);
  }

  /** Returns what holds at a place of the text; null where nothing does. */
  private static <T extends PropertyNode<?>> @Nullable T at(List<T> nodes, int place) {
    int low = 0;
    int high = nodes.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (nodes.get(middle).getStart() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    boolean found =
        high >= 0 && nodes.get(low).getStart() <= place && place < nodes.get(low).getEnd();
    return found ? nodes.get(low) : null;
  }
}
