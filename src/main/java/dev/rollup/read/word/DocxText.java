package dev.rollup.read.word;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.filetype.FileType;
import dev.rollup.model.Mark;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.text.FieldCode;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.FormField;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.text.TextRun;
import dev.rollup.read.xml.XmlCursor;
import dev.rollup.text.Numerals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a text as a person reads the document when all tracked changes are accepted:
 * without what is deleted, moved away or hidden, with the results of fields and without their
 * codes. What does not look like what it says is marked; what shows something that no text tells is
 * {@link RunningText#UNKNOWN}. Of two versions of a drawing the newer one counts. Elements of Word
 * that are not known are taken for mere wrapping.
 */
final class DocxText {

  private static final Set<String> MATH =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math");

  private static final Set<String> LISTS_OF_NOTES = Set.of("comments", "footnotes", "endnotes");

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private final XmlCursor xml;
  private final WordStyles styles;
  private final ContentControls controls;
  private final SeenText text;
  private final Map<String, TextPlace> places = new HashMap<>();
  private final Set<String> margins = new HashSet<>();
  private boolean pictures;

  /** How many drawings are open; elements of strangers count in there only. */
  private int drawings;

  /** The letters of the version that is taken of several; null outside such. */
  private @Nullable StringBuilder alternative;

  /** Whether the drawing that is open says that it is not to be seen. */
  private boolean unseen;

  /** Whether the drawing that is open does not stand in the line. */
  private boolean floating;

  /** Whether something floats that hangs on the paragraph. */
  private boolean floats;

  /** How many controls are open, whatever they show. */
  private int open;

  /** Whether a control with a blank content is open that may show something. */
  private boolean unknown;

  /** Of the current table, how many rows have begun. */
  private int rows;

  private DocxText(XmlCursor xml, WordStyles styles, ContentControls controls, FieldCodes fields) {
    this.xml = xml;
    this.styles = styles;
    this.controls = controls;
    this.text = new SeenText(styles, fields);
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
    return pictures;
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
      children();
      checkFields();
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
      children();
      checkFields();
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
        children();
      } else {
        xml.skip();
      }
    }
    if (bodies != 1) {
      throw Refusal.of(DAMAGED_FILE);
    }
    checkFields();
  }

  private void children() throws Refusal {
    while (xml.toChild()) {
      element();
    }
  }

  private void element() throws Refusal {
    String namespace = xml.namespace();
    if (WordXml.NAMESPACES.contains(namespace)) {
      ofWord();
    } else if (MATH.contains(namespace)) {
      ofMath();
    } else if (namespace.equals(COMPATIBILITY)) {
      alternatives();
    } else if (drawings > 0) {
      ofDrawing();
    } else if (xml.name().equals("contentPart")) {
      // Ink.
      character(UNKNOWN);
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
          character(UNKNOWN);
      case "sym" ->
          character(
              SymbolCharacter.text(WordXml.attribute(xml, "font"), WordXml.attribute(xml, "char")));
      case "fldChar" -> field();
      case "fldSimple" -> simpleField();
      case "instrText" -> text.appendCode(xml.text());
      case "ruby" -> ruby();
      case "bdo" -> turned();
      case "sdt" -> control();
      case "commentRangeStart", "commentReference" -> place("comment");
      case "footnoteReference" -> place("footnote");
      case "endnoteReference" -> place("endnote");
      case "sectPr" -> margins.addAll(ParagraphProperties.margins(xml));
      case "del", "moveFrom" -> deleted();
      case "drawing", "pict", "object" -> drawing();
      case "txbxContent" -> box();
      case "tbl" -> table();
      case "tr" -> row();
      case "tc" -> cell();
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
      default -> children();
    }
  }

  /** The structure of an equation must show: a half is not 12. */
  private void ofMath() throws Refusal {
    switch (xml.name()) {
      case "r" -> run();
      case "t" -> text.append(xml.text());
      case "den" -> part("/");
      case "sup" -> part("^");
      case "sub" -> part("_");
      case "deg", "lim", "e" -> part(" ");
      case "rad" -> part("√");
      // Lines through, around or above it, or a place that is kept free for it.
      case "borderBox", "phant", "bar", "acc", "groupChr" -> part(UNKNOWN);
      default -> {
        if (xml.name().endsWith("Pr")) {
          xml.skip();
        } else {
          children();
        }
      }
    }
  }

  private void part(String mark) throws Refusal {
    text.append(mark);
    children();
  }

  private void letters() throws Refusal {
    String own = xml.text();
    text.append(own);
    if (alternative != null) {
      alternative.append(own);
    }
  }

  /** Programs write the same thing in several ways, and a reader takes one of them. */
  private void alternatives() throws Refusal {
    if (!xml.name().equals("AlternateContent")) {
      xml.skip();
      return;
    }
    StringBuilder outer = alternative;
    String taken = null;
    boolean same = true;
    while (xml.toChild()) {
      boolean offered = xml.name().equals("Choice") || xml.name().equals("Fallback");
      if (offered && taken == null) {
        alternative = new StringBuilder();
        children();
        taken = numerals(alternative);
      } else if (offered) {
        var other = new StringBuilder();
        letters(other);
        same &= other.isEmpty() || numerals(other).equals(taken);
      } else {
        xml.skip();
      }
    }
    if (outer != null) {
      outer.append(alternative);
    }
    alternative = outer;
    if (!same) {
      // Another program shows another number.
      text.append(UNKNOWN);
    }
  }

  private static String numerals(CharSequence text) {
    return text.codePoints()
        .filter(Numerals::isNumeral)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void ofDrawing() throws Refusal {
    switch (xml.name()) {
      case "blip", "imagedata" -> pictures |= text.isSeen();
      case "anchor" -> floating = true;
      case "docPr" -> unseen |= xml.flag("hidden");
      case "textpath" -> words(xml.attribute("string"));
      default -> {
        String style = xml.attribute("style");
        floating |= style != null && style.contains("position:absolute");
      }
    }
    children();
  }

  /** Ornamental letters are drawn, and their text is no text but a property of the drawing. */
  private void words(@Nullable String drawn) throws Refusal {
    if (drawn != null && !drawn.isBlank() && text.isSeen()) {
      text.running().beginBox();
      text.running().append(drawn);
      text.running().endBox();
    }
  }

  /**
   * Whatever is drawn may be a number, written by hand or stamped: that it is there must show. What
   * floats over the page, as seals do, has its place in the text by chance only, unless that is in
   * a blank or there is nothing else in the cell.
   */
  private void drawing() throws Refusal {
    if (drawings > 0) {
      drawings++;
      children();
      drawings--;
      return;
    }
    unseen = false;
    floating = false;
    drawings++;
    children();
    drawings--;
    text.finishRun();
    if (!unseen && (!floating || text.running().isInBlank())) {
      text.append(UNKNOWN);
    } else {
      floats |= !unseen && text.isSeen();
    }
  }

  private void deleted() throws Refusal {
    text.delete();
    children();
    text.undelete();
  }

  private void paragraph() throws Refusal {
    Surroundings outer = text.around();
    boolean outerFloats = floats;
    floats = false;
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
      if (unknown || floats && text.running().isBlankCell()) {
        text.append(UNKNOWN);
        unknown = false;
      }
      text.running().endParagraph();
    }
    floats = outerFloats;
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
        prompt = open > 0 && styles.style(look.style()).placeholder();
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
        letters(above);
        text.around(outer.marked(Mark.SHIFTED, !FieldCode.isSound(above)));
      } else {
        element();
      }
    }
    text.around(outer);
    if (!above.toString().isBlank() && text.running().length() == before) {
      text.append(UNKNOWN);
    }
  }

  /** Adds the letters of the current element, which is used up. */
  private void letters(StringBuilder all) throws Refusal {
    while (xml.toChild()) {
      if (WordXml.is(xml, "t")) {
        all.append(xml.text());
      } else {
        letters(all);
      }
    }
  }

  /** Digits that are written from right to left are another number. */
  private void turned() throws Refusal {
    Surroundings outer = text.around();
    text.around(outer.marked(Mark.RESTYLED, "rtl".equals(WordXml.value(xml))));
    children();
    text.around(outer);
  }

  private void control() throws Refusal {
    var shown = controls.at(xml.number());
    Surroundings outer = text.around();
    open++;
    switch (shown) {
      case CONTENT -> children();
      case NOTHING -> {
        text.beginPrompt();
        children();
        text.endPrompt();
      }
      case UNKNOWN -> {
        text.around(outer.marked(Mark.RESTYLED, true));
        children();
      }
      case UNKNOWN_FOR_BLANK -> {
        unknown = true;
        children();
        if (unknown) {
          text.append(UNKNOWN);
          unknown = false;
        }
      }
    }
    open--;
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

  private void field() throws Refusal {
    String type = WordXml.attribute(xml, "fldCharType");
    switch (type == null ? "" : type) {
      case "begin" -> {
        FormField form = null;
        while (xml.toChild()) {
          if (WordXml.is(xml, "ffData")) {
            form = FormData.read(xml);
          } else {
            xml.skip();
          }
        }
        text.fields().begin(form);
        return;
      }
      case "separate" -> text.fields().separate();
      case "end" -> text.append(text.fields().end());
      default -> throw Refusal.of(DAMAGED_FILE);
    }
    xml.skip();
  }

  private void simpleField() throws Refusal {
    String code = WordXml.attribute(xml, "instr");
    text.fields().begin();
    text.fields().code(code == null ? "" : code);
    text.fields().separate();
    children();
    text.append(text.fields().end());
  }

  private void checkFields() throws Refusal {
    if (text.fields().isCode()) {
      // Nobody knows what of it would be seen.
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  private void box() throws Refusal {
    if (!text.isSeen()) {
      deleted();
      return;
    }
    int outerDrawings = drawings;
    boolean outerUnseen = unseen;
    boolean outerFloating = floating;
    drawings = 0;
    SeenText.Outside outside = text.beginBox();
    children();
    checkFields();
    text.endBox(outside);
    drawings = outerDrawings;
    unseen = outerUnseen;
    floating = outerFloating;
  }

  private void table() throws Refusal {
    Surroundings outer = text.around();
    int outerRows = rows;
    rows = 0;
    text.around(outer.table(null));
    if (text.isThere()) {
      text.running().beginTable();
    }
    while (xml.toChild()) {
      if (WordXml.is(xml, "tblPr")) {
        tableProperties(outer);
      } else {
        element();
      }
    }
    rows = outerRows;
    text.around(outer);
  }

  private void tableProperties(Surroundings outer) throws Refusal {
    String style = null;
    Integer shading = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "tblStyle" -> style = WordXml.value(xml);
        case "shd" -> shading = WordColour.ofShading(xml);
        default -> {}
      }
      xml.skip();
    }
    text.around(outer.table(style).on(styles.style(style).ground()).on(shading));
  }

  private void row() throws Refusal {
    boolean deleted = false;
    Surroundings outer = text.around();
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "trPr")) {
        deleted = delete(rowProperties(), deleted);
      } else if (WordXml.is(xml, "tblPrEx")) {
        xml.skip();
      } else {
        if (!begun && text.isThere()) {
          text.running().beginRow();
          rows++;
        }
        begun = true;
        element();
      }
    }
    if (deleted) {
      text.undelete();
    }
    text.around(outer);
  }

  /** Returns whether the row is deleted. */
  private boolean rowProperties() throws Refusal {
    boolean deleted = false;
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "del" -> deleted = true;
          case "hidden" -> hide(WordXml.isOn(xml));
          case "trHeight" -> hide(Boolean.TRUE.equals(WordXml.squeezes(xml, false)));
          default -> {}
        }
      }
      xml.skip();
    }
    return deleted;
  }

  private void cell() throws Refusal {
    boolean deleted = false;
    Surroundings outer = text.around();
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "tcPr")) {
        deleted = delete(cellProperties(), deleted);
      } else {
        if (!begun && text.isThere()) {
          text.running().beginCell();
        }
        begun = true;
        element();
      }
    }
    if (begun && text.isThere()) {
      text.running().endCell();
    }
    if (deleted) {
      text.undelete();
    }
    text.around(outer);
  }

  /** Returns whether the cell is deleted. */
  private boolean cellProperties() throws Refusal {
    boolean deleted = false;
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "cellDel" -> deleted = true;
          case "shd" -> text.around(text.around().on(WordColour.ofShading(xml)));
          // The first of merged cells says "restart", and a first row goes on with none.
          case "vMerge" -> text.around(text.around().below(rows, goesOn()));
          case "hMerge" -> hide(goesOn());
          default -> {}
        }
      }
      xml.skip();
    }
    return deleted;
  }

  /** Begins what is deleted where it has not begun before; returns whether it has now. */
  private boolean delete(boolean deleted, boolean before) {
    if (deleted && !before) {
      text.delete();
    }
    return deleted || before;
  }

  private void hide(boolean hidden) {
    text.around(text.around().marked(Mark.HIDDEN, hidden));
  }

  private boolean goesOn() {
    return !WordXml.value(xml).equals("restart");
  }

  private void character(String character) throws Refusal {
    text.append(character);
    xml.skip();
  }
}
