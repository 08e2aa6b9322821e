package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.discover.FileType;
import dev.rollup.model.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a part of a text as a person reads the document when all tracked changes are accepted:
 * without what is deleted, moved away or hidden, with the results of fields and without their
 * codes. What does not look like what it says is marked; what shows something that no text tells is
 * {@link FieldCode#UNKNOWN}. Of two versions of a drawing the newer one counts. Elements of Word
 * that are not known are taken for mere wrapping.
 */
final class DocxText {

  private static final Set<String> MATH =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math");

  private static final Set<String> LISTS_OF_NOTES = Set.of("comments", "footnotes", "endnotes");

  /** Nobody writes more headers and footers than this. */
  private static final int MOST_MARGINS = 100;

  private static final String UNKNOWN = String.valueOf(FieldCode.UNKNOWN);

  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private final XmlCursor xml;
  private final WordStyles styles;
  private final ContentControls controls;
  private final Map<String, String> places = new HashMap<>();
  private final List<String> margins = new ArrayList<>();
  private RunningText text = new RunningText();
  private boolean pictures;

  /** How many elements are open whose content is deleted. */
  private int deleted;

  /** How many drawings are open; elements of strangers count in there only. */
  private int drawings;

  /** Whether the drawing that is open says that it is not to be seen. */
  private boolean unseen;

  /** Whether the drawing that is open does not stand in the line. */
  private boolean floating;

  /** Whether something floats that hangs on the paragraph. */
  private boolean floats;

  /** How many controls are open whose content only tells where to type. */
  private int prompts;

  /** How many controls are open, whatever they show. */
  private int open;

  /** Whether a control with a blank content is open that may show something. */
  private boolean unknown;

  /** Of the current table, how many rows have begun. */
  private int rows;

  /** Of the text outside boxes, or of the box that is being read. */
  private FieldCodes fields;

  /** The run that is being read; null outside runs. */
  private WordRun run;

  private Surroundings around = Surroundings.PAGE;

  /** How a run looks that says nothing about it, and in which surroundings. */
  private Look plain;

  private Surroundings plainIn;

  private DocxText(XmlCursor xml, WordStyles styles, ContentControls controls, FieldCodes fields) {
    this.xml = xml;
    this.styles = styles;
    this.controls = controls;
    this.fields = fields;
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
    return text;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  /** Returns the place of what hangs on a note, by its kind and id: {@code comment 3}. */
  Map<String, String> places() {
    return places;
  }

  /** Returns the ids of the relationships to what stands in the margins of pages. */
  List<String> margins() {
    return margins;
  }

  private Map<String, String> notes() throws Refusal {
    var notes = new LinkedHashMap<String, String>();
    boolean list = LISTS_OF_NOTES.contains(xml.name());
    if (!list) {
      children();
      checkFields();
      notes.put("", text.lines());
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
      text = new RunningText();
      children();
      checkFields();
      notes.put(id == null ? "" : id, text.lines());
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
      case "t" -> append(xml.text());
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
      case "instrText" -> code();
      case "ruby" -> ruby();
      case "bdo" -> turned();
      case "sdt" -> control();
      case "commentRangeStart", "commentReference" -> place("comment");
      case "footnoteReference" -> place("footnote");
      case "endnoteReference" -> place("endnote");
      case "sectPr" -> section();
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
      case "t" -> append(xml.text());
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
    append(mark);
    children();
  }

  /** Programs write the same thing in several ways, and a reader takes one of them. */
  private void alternatives() throws Refusal {
    if (!xml.name().equals("AlternateContent")) {
      xml.skip();
      return;
    }
    boolean taken = false;
    while (xml.toChild()) {
      boolean offered = xml.name().equals("Choice") || xml.name().equals("Fallback");
      if (offered && !taken) {
        taken = true;
        children();
      } else {
        xml.skip();
      }
    }
  }

  private void ofDrawing() throws Refusal {
    switch (xml.name()) {
      case "blip", "imagedata" -> pictures |= isSeen();
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
  private void words(String drawn) throws Refusal {
    if (drawn != null && !drawn.isBlank() && isSeen()) {
      text.beginBox();
      text.append(drawn);
      text.endBox();
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
    finish(run);
    if (!unseen && (!floating || text.isInBlank())) {
      append(UNKNOWN);
    } else {
      floats |= !unseen && isSeen();
    }
  }

  private void deleted() throws Refusal {
    deleted++;
    children();
    deleted--;
  }

  private void paragraph() throws Refusal {
    Surroundings outer = around;
    boolean outerFloats = floats;
    floats = false;
    around = outer.paragraph(null).on(styles.ofParagraph(null).ground());
    boolean joined = false;
    while (xml.toChild()) {
      if (WordXml.is(xml, "pPr")) {
        joined = paragraphProperties(outer);
      } else {
        element();
      }
    }
    if (deleted == 0 && !joined) {
      if (unknown || floats && text.isBlankCell()) {
        append(UNKNOWN);
        unknown = false;
      }
      text.endParagraph();
    }
    floats = outerFloats;
    around = outer;
  }

  /** Returns whether the end of the paragraph is deleted or hidden, so that the next one joins. */
  private boolean paragraphProperties(Surroundings outer) throws Refusal {
    boolean gone = false;
    Boolean hidden = null;
    String style = null;
    Integer shading = null;
    boolean shaded = false;
    Boolean squeezed = null;
    while (xml.toChild()) {
      if (WordXml.is(xml, "pStyle")) {
        style = WordXml.value(xml);
        xml.skip();
      } else if (WordXml.is(xml, "rPr")) {
        while (xml.toChild()) {
          gone |= WordXml.is(xml, "del") || WordXml.is(xml, "moveFrom");
          hidden = WordXml.is(xml, "vanish") ? Boolean.valueOf(WordXml.isOn(xml)) : hidden;
          xml.skip();
        }
      } else if (WordXml.is(xml, "sectPr")) {
        section();
      } else {
        if (WordXml.is(xml, "shd")) {
          shaded = true;
          shading = WordColour.ofShading(xml);
        } else if (WordXml.is(xml, "spacing")) {
          squeezed = WordXml.squeezes(xml, squeezed);
        }
        xml.skip();
      }
    }
    WordStyles.Style named = styles.ofParagraph(style);
    squeezed = squeezed == null ? named.squeezed() : squeezed;
    around =
        outer
            .paragraph(style)
            .on(shaded ? shading : named.ground())
            .marked(Mark.HIDDEN, Boolean.TRUE.equals(squeezed));
    return gone || (hidden == null ? look(null).hidden() : hidden);
  }

  private void run() throws Refusal {
    WordRun outer = run;
    finish(outer);
    run = plainRun();
    boolean prompt = false;
    while (xml.toChild()) {
      if (WordXml.is(xml, "rPr")) {
        Look.Read own = Look.read(xml);
        dress(run, own.look().over(look(own.style())));
        prompt = open > 0 && styles.style(own.style()).placeholder();
      } else {
        element();
      }
    }
    if (!prompt || ContentControls.mayBeAnswer(run.text().toString())) {
      finish(run);
    }
    run = outer;
  }

  /** Adds what a run holds so far. */
  private void finish(WordRun begun) {
    if (begun != null) {
      text.append(begun.text(), begun.marks());
      begun.clear();
    }
  }

  /** Returns a run that says nothing about its looks. */
  private WordRun plainRun() throws Refusal {
    return dress(new WordRun(), look(null));
  }

  private WordRun dress(WordRun bare, Look look) {
    return bare.marks(around.marks(), look.marks(around.ground()))
        .hidden(look.hidden())
        .font(look.font());
  }

  private Look look(String characterStyle) throws Refusal {
    if (characterStyle != null) {
      return styles.look(around.tableStyle(), around.paragraphStyle(), characterStyle);
    }
    if (plainIn != around) {
      plain = styles.look(around.tableStyle(), around.paragraphStyle(), null);
      plainIn = around;
    }
    return plain;
  }

  /** Small letters above others tell how those are spoken; numbers there tell something else. */
  private void ruby() throws Refusal {
    Surroundings outer = around;
    finish(run);
    var above = new StringBuilder();
    int before = text.length();
    while (xml.toChild()) {
      if (WordXml.is(xml, "rt")) {
        letters(above);
        around = outer.marked(Mark.SHIFTED, !FieldCode.isSound(above));
      } else {
        element();
      }
    }
    around = outer;
    if (!above.toString().isBlank() && text.length() == before) {
      append(UNKNOWN);
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
    Surroundings outer = around;
    around = outer.marked(Mark.RESTYLED, "rtl".equals(WordXml.value(xml)));
    children();
    around = outer;
  }

  private void control() throws Refusal {
    var shown = controls.at(xml.number());
    Surroundings outer = around;
    boolean doubtful =
        shown == ContentControls.Shown.UNKNOWN || shown == ContentControls.Shown.UNKNOWN_FOR_BLANK;
    around = outer.marked(Mark.RESTYLED, doubtful);
    unknown |= shown == ContentControls.Shown.UNKNOWN_FOR_BLANK;
    prompts += shown == ContentControls.Shown.NOTHING ? 1 : 0;
    open++;
    children();
    open--;
    prompts -= shown == ContentControls.Shown.NOTHING ? 1 : 0;
    if (unknown && shown == ContentControls.Shown.UNKNOWN_FOR_BLANK) {
      append(UNKNOWN);
      unknown = false;
    }
    around = outer;
  }

  private void place(String kind) throws Refusal {
    String id = WordXml.attribute(xml, "id");
    if (id != null && deleted == 0 && (run == null || !run.hidden())) {
      places.putIfAbsent(kind + " " + id, text.place());
      Limits.checkListed(places.size());
    }
    xml.skip();
  }

  private void section() throws Refusal {
    while (xml.toChild()) {
      if (WordXml.is(xml, "headerReference") || WordXml.is(xml, "footerReference")) {
        String id = xml.attribute(OpcPackage.RELATIONSHIPS, "id");
        if (id != null && !margins.contains(id) && margins.size() < MOST_MARGINS) {
          margins.add(id);
        }
      }
      xml.skip();
    }
  }

  private void field() throws Refusal {
    String type = WordXml.attribute(xml, "fldCharType");
    switch (type == null ? "" : type) {
      case "begin" -> {
        FormField form = null;
        while (xml.toChild()) {
          if (WordXml.is(xml, "ffData")) {
            form = FormField.read(xml);
          } else {
            xml.skip();
          }
        }
        fields.begin(form);
        return;
      }
      case "separate" -> fields.separate();
      case "end" -> append(fields.end());
      default -> throw Refusal.of(DAMAGED_FILE);
    }
    xml.skip();
  }

  private void simpleField() throws Refusal {
    String code = WordXml.attribute(xml, "instr");
    fields.begin();
    fields.code(code == null ? "" : code);
    fields.separate();
    children();
    append(fields.end());
  }

  private void code() throws Refusal {
    String code = xml.text();
    boolean plain =
        run == null
            || !run.hidden()
                && !run.marks().contains(Mark.STRUCK_OUT)
                && !run.marks().contains(Mark.HIDDEN);
    fields.code(plain ? code : UNKNOWN);
  }

  private void checkFields() throws Refusal {
    if (fields.isCode()) {
      // Nobody knows what of it would be seen.
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  private void box() throws Refusal {
    if (!isSeen()) {
      deleted();
      return;
    }
    FieldCodes outerFields = fields;
    WordRun outerRun = run;
    Surroundings outer = around;
    int outerDrawings = drawings;
    fields = fields.ofBox();
    run = null;
    around = outer.inBox();
    drawings = 0;
    text.beginBox();
    children();
    text.endBox();
    checkFields();
    fields = outerFields;
    run = outerRun;
    around = outer;
    drawings = outerDrawings;
  }

  private void table() throws Refusal {
    Surroundings outer = around;
    int outerRows = rows;
    rows = 0;
    around = outer.table(null);
    if (deleted == 0) {
      text.beginTable();
    }
    while (xml.toChild()) {
      if (WordXml.is(xml, "tblPr")) {
        tableProperties(outer);
      } else {
        element();
      }
    }
    rows = outerRows;
    around = outer;
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
    around = outer.table(style).on(styles.style(style).ground()).on(shading);
  }

  private void row() throws Refusal {
    int outerDeleted = deleted;
    Surroundings outer = around;
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "trPr")) {
        rowProperties();
      } else if (WordXml.is(xml, "tblPrEx")) {
        xml.skip();
      } else {
        if (!begun && deleted == 0) {
          text.beginRow();
          rows++;
        }
        begun = true;
        element();
      }
    }
    deleted = outerDeleted;
    around = outer;
  }

  private void rowProperties() throws Refusal {
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "del" -> deleted++;
          case "hidden" -> around = around.marked(Mark.HIDDEN, WordXml.isOn(xml));
          case "trHeight" -> around = around.marked(Mark.HIDDEN, WordXml.squeezes(xml, false));
          default -> {}
        }
      }
      xml.skip();
    }
  }

  private void cell() throws Refusal {
    int outerDeleted = deleted;
    Surroundings outer = around;
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "tcPr")) {
        cellProperties();
      } else {
        if (!begun && deleted == 0) {
          text.beginCell();
        }
        begun = true;
        element();
      }
    }
    if (begun && deleted == 0) {
      text.endCell();
    }
    deleted = outerDeleted;
    around = outer;
  }

  private void cellProperties() throws Refusal {
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "cellDel" -> deleted++;
          case "shd" -> around = around.on(WordColour.ofShading(xml));
          // The first of merged cells says "restart", and a first row goes on with none.
          case "vMerge" -> around = around.marked(Mark.HIDDEN, rows > 1 && goesOn());
          case "hMerge" -> around = around.marked(Mark.HIDDEN, goesOn());
          default -> {}
        }
      }
      xml.skip();
    }
  }

  private boolean goesOn() {
    return !WordXml.value(xml).equals("restart");
  }

  private void character(String character) throws Refusal {
    append(character);
    xml.skip();
  }

  private void append(String more) throws Refusal {
    if (more.isEmpty()) {
      return;
    }
    if (deleted == 0) {
      fields.result(more);
    }
    if (!isSeen()) {
      return;
    }
    if (run == null) {
      WordRun plain = plainRun();
      if (!plain.hidden()) {
        text.append(plain.append(more).text(), plain.marks());
      }
    } else {
      run.append(more);
    }
  }

  private boolean isSeen() {
    return deleted == 0 && prompts == 0 && !fields.isCode() && (run == null || !run.hidden());
  }
}
