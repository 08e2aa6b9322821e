package dev.rollup.read;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.discover.FileType;
import dev.rollup.model.Mark;
import java.util.Set;

/**
 * Reads the main part of a text as a person reads the document when all tracked changes are
 * accepted: without what is deleted, moved away or hidden, with the results of fields and without
 * their codes. Of two versions of a drawing the newer one counts. Elements of Word that are not
 * known are taken for mere wrapping.
 */
final class DocxText {

  private static final Set<String> MATH =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math");

  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private final XmlCursor xml;
  private final RunningText text = new RunningText();
  private final Set<String> hiddenStyles;
  private boolean pictures;

  /** How many elements are open whose content is deleted. */
  private int deleted;

  /** How many drawings are open; elements of strangers count in there only. */
  private int drawings;

  /** Of the text outside boxes, or of the box that is being read. */
  private FieldCodes fields = new FieldCodes();

  /** The run that is being read; null outside runs. */
  private WordRun run;

  /** Whether the style of the paragraph hides what does not say otherwise. */
  private boolean hiddenByParagraph;

  private DocxText(XmlCursor xml, Set<String> hiddenStyles) {
    this.xml = xml;
    this.hiddenStyles = hiddenStyles;
  }

  /**
   * Reads a part.
   *
   * @throws Refusal {@code unsupported-format} where it is no text, or one that takes in other
   *     files; {@code damaged-file}, {@code unsafe-content}, {@code too-large}
   */
  static DocxText read(byte[] part, Set<String> hiddenStyles) throws Refusal {
    var xml = XmlCursor.open(part, XmlCursor.ANY_NAMESPACE);
    if (!WordXml.is(xml, "document")) {
      throw Refusal.unsupported();
    }
    var read = new DocxText(xml, hiddenStyles);
    read.document();
    return read;
  }

  RunningText text() {
    return text;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
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
      case "sym" ->
          character(
              SymbolCharacter.text(WordXml.attribute(xml, "font"), WordXml.attribute(xml, "char")));
      case "fldChar" -> field();
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
          "sectPr",
          "customXmlPr",
          "smartTagPr",
          "rubyPr",
          "rt",
          "fldData",
          "instrText",
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
      default -> {}
    }
    children();
  }

  private void drawing() throws Refusal {
    drawings++;
    children();
    drawings--;
  }

  private void deleted() throws Refusal {
    deleted++;
    children();
    deleted--;
  }

  private void paragraph() throws Refusal {
    boolean outer = hiddenByParagraph;
    hiddenByParagraph = false;
    boolean joined = false;
    while (xml.toChild()) {
      if (WordXml.is(xml, "pPr")) {
        joined = paragraphProperties();
      } else {
        element();
      }
    }
    hiddenByParagraph = outer;
    if (deleted == 0 && !joined) {
      text.endParagraph();
    }
  }

  /** Returns whether the end of the paragraph is deleted or hidden, so that the next one joins. */
  private boolean paragraphProperties() throws Refusal {
    boolean gone = false;
    Boolean hidden = null;
    while (xml.toChild()) {
      if (WordXml.is(xml, "pStyle")) {
        hiddenByParagraph = hides(WordXml.value(xml));
        xml.skip();
      } else if (WordXml.is(xml, "rPr")) {
        while (xml.toChild()) {
          gone |= WordXml.is(xml, "del") || WordXml.is(xml, "moveFrom");
          hidden = WordXml.is(xml, "vanish") ? Boolean.valueOf(WordXml.isOn(xml)) : hidden;
          xml.skip();
        }
      } else {
        xml.skip();
      }
    }
    return gone || (hidden == null ? hiddenByParagraph : hidden);
  }

  private void run() throws Refusal {
    WordRun outer = run;
    run = new WordRun().hidden(hiddenByParagraph);
    while (xml.toChild()) {
      if (WordXml.is(xml, "rPr")) {
        runProperties();
      } else {
        element();
      }
    }
    text.append(run.text(), run.marks());
    run = outer;
  }

  private void runProperties() throws Refusal {
    Boolean hidden = null;
    boolean hiddenByStyle = false;
    boolean struckOut = false;
    while (xml.toChild()) {
      if (WordXml.NAMESPACES.contains(xml.namespace())) {
        switch (xml.name()) {
          case "vanish" -> hidden = WordXml.isOn(xml);
          case "rStyle" -> hiddenByStyle = hides(WordXml.value(xml));
          case "strike", "dstrike" -> struckOut |= WordXml.isOn(xml);
          case "vertAlign" -> run.mark(Mark.SHIFTED, isShifted(WordXml.value(xml)));
          default -> {}
        }
      }
      xml.skip();
    }
    run.mark(Mark.STRUCK_OUT, struckOut);
    // Two styles that hide undo each other (ECMA-376 17.7.3).
    run.hidden(hidden == null ? hiddenByStyle != hiddenByParagraph : hidden);
  }

  private static boolean isShifted(String alignment) {
    return alignment.equals("superscript") || alignment.equals("subscript");
  }

  private boolean hides(String style) {
    return hiddenStyles.contains(style);
  }

  private void field() throws Refusal {
    String type = WordXml.attribute(xml, "fldCharType");
    switch (type == null ? "" : type) {
      case "begin" -> fields.begin();
      case "separate" -> fields.separate();
      case "end" -> fields.end();
      default -> throw Refusal.of(DAMAGED_FILE);
    }
    xml.skip();
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
    boolean outerHidden = hiddenByParagraph;
    int outerDrawings = drawings;
    fields = new FieldCodes();
    run = null;
    hiddenByParagraph = false;
    drawings = 0;
    text.beginBox();
    children();
    text.endBox();
    checkFields();
    fields = outerFields;
    run = outerRun;
    hiddenByParagraph = outerHidden;
    drawings = outerDrawings;
  }

  private void table() throws Refusal {
    if (deleted == 0) {
      text.beginTable();
    }
    children();
  }

  private void row() throws Refusal {
    int outer = deleted;
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "trPr")) {
        deleted += hasChild("del") ? 1 : 0;
      } else if (WordXml.is(xml, "tblPrEx")) {
        xml.skip();
      } else {
        if (!begun && deleted == 0) {
          text.beginRow();
        }
        begun = true;
        element();
      }
    }
    deleted = outer;
  }

  private void cell() throws Refusal {
    int outer = deleted;
    boolean begun = false;
    while (xml.toChild()) {
      if (!begun && WordXml.is(xml, "tcPr")) {
        deleted += hasChild("cellDel") ? 1 : 0;
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
    deleted = outer;
  }

  /** Uses up the current element. */
  private boolean hasChild(String name) throws Refusal {
    boolean found = false;
    while (xml.toChild()) {
      found |= WordXml.is(xml, name);
      xml.skip();
    }
    return found;
  }

  private void character(String character) throws Refusal {
    append(character);
    xml.skip();
  }

  private void append(String more) {
    if (!isSeen()) {
      return;
    }
    if (run == null) {
      text.append(more);
    } else {
      run.append(more);
    }
  }

  private boolean isSeen() {
    return deleted == 0 && !fields.isCode() && (run == null || !run.hidden());
  }
}
