package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.filetype.FileType;
import dev.rollup.model.Mark;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FieldCode;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.text.TextRun;
import dev.rollup.read.xml.XmlCursor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a part of a text as a person reads the document when all tracked changes are accepted:
 * without what is deleted, moved away or hidden, with the results of fields and without their
 * codes. What does not look like what it says is marked; what shows something that no text tells is
 * {@link RunningText#UNKNOWN}. Of two versions of a drawing the newer one counts. Elements of Word
 * that are not known are taken for mere wrapping.
 */
final class DocxText implements DocxContent {

  private static final Set<String> LISTS_OF_NOTES = Set.of("comments", "footnotes", "endnotes");

  private final XmlCursor xml;
  private final WordStyles styles;
  private final SeenText text;
  private final Map<String, TextPlace> places = new HashMap<>();
  private final Set<String> margins = new HashSet<>();
  private final DocxFields fields;
  private final DocxDrawings drawings;
  private final DocxTables tables;
  private final DocxControls controls;
  private final DocxAlternatives alternatives;
  private final DocxMath math;

  private DocxText(XmlCursor xml, WordStyles styles, ContentControls controls, FieldCodes codes) {
    this.xml = xml;
    this.styles = styles;
    this.text = new SeenText(styles, codes);
    this.fields = new DocxFields(xml, text, this);
    this.drawings = new DocxDrawings(xml, text, fields, this);
    this.tables = new DocxTables(xml, styles, text, this);
    this.controls = new DocxControls(xml, text, controls, this);
    this.alternatives = new DocxAlternatives(xml, text, this);
    this.math = new DocxMath(xml, text, this);
  }

  /**
   * Reads the main part.
   *
   * @throws Refusal {@code unsupported-format} where it is no text, or one that takes in other
   *     files; {@code damaged-file}, {@code unsafe-content}, {@code too-large}
   */
  static DocxText read(byte[] part, WordStyles styles, StoredData stored) throws Refusal {
    var controls = ContentControls.read(part, stored);
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    if (!WordXml.is(xml, "document")) {
      throw Refusal.unsupported();
    }
    var read = new DocxText(xml, styles, controls, new FieldCodes());
    read.document();
    return read;
  }

  /**
   * Reads a part that stands beside the main one.
   *
   * @return what is seen of each note by its id; of a part that is no list of notes by the empty
   *     one
   */
  static Map<String, String> readBeside(byte[] part, WordStyles styles, StoredData stored)
      throws Refusal {
    var controls = ContentControls.read(part, stored);
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    return new DocxText(xml, styles, controls, FieldCodes.onPages()).notes();
  }

  RunningText text() {
    return text.running();
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return drawings.hasPictures();
  }

  /** Returns the place of what hangs on a note, by its kind and id: {@code comment 3}. */
  Map<String, TextPlace> places() {
    return places;
  }

  /** Returns the ids of the relationships to what stands in the margins of pages. */
  Set<String> margins() {
    return margins;
  }

  private Map<String, String> notes() throws Refusal {
    var notes = new LinkedHashMap<String, String>();
    boolean list = LISTS_OF_NOTES.contains(xml.name());
    if (!list) {
      content();
      fields.checkEnd();
      notes.put("", text.running().lines());
      return notes;
    }
    while (xml.toChild()) {
      String type = WordXml.attribute(xml, "type");
      if (type != null && !type.equals("normal")) {
        // What separates the notes from the text is none.
        xml.skip();
        continue;
      }
      String id = WordXml.attribute(xml, "id");
      text.beginAnother();
      content();
      fields.checkEnd();
      notes.put(id == null ? "" : id, text.running().lines());
      Limits.checkListed(notes.size());
    }
    return notes;
  }

  private void document() throws Refusal {
    int bodies = 0;
    while (xml.toChild()) {
      if (WordXml.is(xml, "body")) {
        bodies++;
        content();
      } else {
        xml.skip();
      }
    }
    if (bodies != 1) {
      throw Refusal.of(DAMAGED_FILE);
    }
    fields.checkEnd();
  }

  @Override
  public void content() throws Refusal {
    while (xml.toChild()) {
      element();
    }
  }

  @Override
  public void element() throws Refusal {
    String namespace = xml.namespace();
    if (WordXml.NAMESPACES.contains(namespace)) {
      ofWord();
    } else if (DocxMath.NAMESPACES.contains(namespace)) {
      if (xml.name().equals("r")) {
        run();
      } else {
        math.read();
      }
    } else if (namespace.equals(DocxAlternatives.NAMESPACE)) {
      alternatives.read();
    } else if (drawings.isOpen()) {
      drawings.part();
    } else if (xml.name().equals("contentPart")) {
      // Ink.
      character(SeenText.UNKNOWN);
    } else {
      xml.skip();
    }
  }

  private void ofWord() throws Refusal {
    switch (xml.name()) {
      case "p" -> paragraph();
      case "r" -> run();
      case "t" -> letters();
      case "tab", "ptab" -> character("\t");
      case "br", "cr" -> character("\n");
      case "noBreakHyphen" -> character("-");
      case "pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong" ->
          character(SeenText.UNKNOWN);
      case "sym" ->
          character(
              SymbolCharacter.text(WordXml.attribute(xml, "font"), WordXml.attribute(xml, "char")));
      case "fldChar" -> fields.character();
      case "fldSimple" -> fields.simple();
      case "instrText" -> text.appendCode(xml.text());
      case "ruby" -> ruby();
      case "bdo" -> turned();
      case "sdt" -> controls.read();
      case "commentRangeStart", "commentReference" -> place("comment");
      case "footnoteReference" -> place("footnote");
      case "endnoteReference" -> place("endnote");
      case "sectPr" -> margins.addAll(ParagraphProperties.margins(xml));
      case "del", "moveFrom" -> deleted();
      case "drawing", "pict", "object" -> drawings.read();
      case "txbxContent" -> drawings.box();
      case "tbl" -> tables.table();
      case "tr" -> tables.row();
      case "tc" -> tables.cell();
      case "pPr",
          "rPr",
          "tblPr",
          "tblPrEx",
          "tblGrid",
          "trPr",
          "tcPr",
          "sdtPr",
          "sdtEndPr",
          "customXmlPr",
          "smartTagPr",
          "rubyPr",
          "rt",
          "fldData",
          "delText",
          "delInstrText" ->
          xml.skip();
      // What a program would fetch here is part of what a person sees.
      case "altChunk", "subDoc" -> throw Refusal.unsupported(xml.name(), FileType.DOCX.family(""));
      default -> content();
    }
  }

  private void letters() throws Refusal {
    String own = xml.text();
    text.append(own);
    alternatives.letters(own);
  }

  private void deleted() throws Refusal {
    text.delete();
    content();
    text.undelete();
  }

  private void paragraph() throws Refusal {
    Surroundings outer = text.around();
    boolean outerFloats = drawings.overParagraph(false);
    var properties = ParagraphProperties.NONE;
    enter(properties, outer);
    while (xml.toChild()) {
      if (WordXml.is(xml, "pPr")) {
        properties = ParagraphProperties.read(xml);
        enter(properties, outer);
      } else {
        element();
      }
    }
    if (text.isThere() && !joins(properties)) {
      boolean blankUnderDrawing = drawings.isOverParagraph() && text.running().isBlankCell();
      if (controls.takeUnknown() || blankUnderDrawing) {
        text.append(SeenText.UNKNOWN);
      }
      text.running().endParagraph();
    }
    drawings.overParagraph(outerFloats);
    text.around(outer);
  }

  private void enter(ParagraphProperties properties, Surroundings outer) throws Refusal {
    text.around(outer.paragraph(properties, styles.ofParagraph(properties.style())));
    margins.addAll(properties.margins());
  }

  /** Tells whether the end of a paragraph is deleted or hidden, so that the next one joins. */
  private boolean joins(ParagraphProperties properties) throws Refusal {
    Boolean hidden = properties.endHidden();
    return properties.endGone() || (hidden == null ? text.hidesEnds() : hidden);
  }

  private void run() throws Refusal {
    TextRun outer = text.beginRun();
    boolean prompt = false;
    while (xml.toChild()) {
      if (WordXml.is(xml, "rPr")) {
        RunProperties look = RunProperties.read(xml);
        text.dress(look);
        prompt = controls.isOpen() && styles.style(look.style()).placeholder();
      } else {
        element();
      }
    }
    text.endRun(outer, prompt);
  }

  /** Small letters above others tell how those are spoken; numbers there tell something else. */
  private void ruby() throws Refusal {
    Surroundings outer = text.around();
    text.finishRun();
    var above = new StringBuilder();
    int before = text.running().length();
    while (xml.toChild()) {
      if (WordXml.is(xml, "rt")) {
        WordXml.letters(xml, above);
        text.around(outer.marked(Mark.SHIFTED, !FieldCode.isSound(above)));
      } else {
        element();
      }
    }
    text.around(outer);
    if (!above.toString().isBlank() && text.running().length() == before) {
      text.append(SeenText.UNKNOWN);
    }
  }

  /** Digits that are written from right to left are another number. */
  private void turned() throws Refusal {
    Surroundings outer = text.around();
    text.around(outer.marked(Mark.RESTYLED, "rtl".equals(WordXml.value(xml))));
    content();
    text.around(outer);
  }

  private void place(String kind) throws Refusal {
    String id = WordXml.attribute(xml, "id");
    if (id != null && text.isThere() && !text.isHidden()) {
      places.putIfAbsent(kind + " " + id, text.running().place());
      Limits.checkListed(places.size());
    }
    xml.skip();
  }

  private void character(String character) throws Refusal {
    text.append(character);
    xml.skip();
  }
}
