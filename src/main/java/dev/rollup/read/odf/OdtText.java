package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.odf.OdtNotes.Sort;
import dev.rollup.read.text.FieldCode;
import dev.rollup.read.text.Prompt;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.xml.XmlCursor;
import java.util.List;
import java.util.Set;

/**
 * Reads a text of OpenDocument as a person reads it when all tracked changes are accepted: without
 * what is deleted or hidden, with what fields show. What does not look like what it says is marked;
 * what shows something that no text tells is {@link RunningText#UNKNOWN}. Elements that are not
 * known are taken for mere wrapping.
 */
final class OdtText implements OdtContent {

  /** Fields that show something about the page or the file. */
  private static final Set<String> OF_PAGE =
      Set.of(
          "page-number",
          "page-count",
          "date",
          "time",
          "creation-date",
          "creation-time",
          "modification-date",
          "modification-time",
          "print-date",
          "print-time",
          "editing-duration",
          "file-name");

  /** Fields that show something whatever stands in the file for it. */
  private static final Set<String> COMPUTED =
      Set.of(
          "expression",
          "table-formula",
          "sequence",
          "variable-set",
          "variable-get",
          "user-field-get",
          "database-display",
          "user-field-input",
          "conditional-text",
          "bookmark-ref",
          "reference-ref",
          "sequence-ref",
          "note-ref");

  private static final String STANDARD = "urn:oasis:names:tc:opendocument:";

  private final XmlCursor xml;
  private final Styles styles;
  private final OdtForms forms;

  /** Whether it stands beside the text: numbers of pages and days are none there. */
  private final boolean beside;

  private final OdtDeletions deletions = new OdtDeletions();
  private final OdtPen pen;
  private final OdtTables tables;
  private final OdtDrawings drawings;
  private final OdtNotes notes = new OdtNotes();
  private final OdtPageOrder pages;

  /** Whether nobody sees the paragraph that is open. */
  private boolean paragraphHidden;

  /** Whether a condition says who sees the paragraph that is open. */
  private boolean paragraphDoubted;

  /** How many stretches there were. */
  private int stretches;

  OdtText(XmlCursor xml, Styles styles, OdtForms forms, boolean beside) {
    this.xml = xml;
    this.styles = styles;
    this.forms = forms;
    this.beside = beside;
    this.pen = new OdtPen(styles, deletions);
    this.tables = new OdtTables(xml, styles, pen, this);
    this.drawings = new OdtDrawings(xml, forms, pen, this);
    this.pages = new OdtPageOrder(styles);
  }

  /** Reads what the current element holds, which is used up. */
  void read() throws Refusal {
    content();
    if (pen.fields().isOpen()) {
      // Where it ends, and what of all that follows is its code, nobody knows.
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  RunningText running() {
    return pen.text();
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return drawings.hasPictures();
  }

  /** Returns comments, then footnotes, then endnotes. */
  List<Note> notes() {
    return notes.all();
  }

  /** Returns the names of the pages that paragraphs and tables begin, in their order. */
  Set<String> pages() {
    return pages.names();
  }

  @Override
  public void content() throws Refusal {
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          return;
        }
        case TEXT -> pen.write(xml.piece());
        case CHILD -> {
          pen.checkLength();
          element();
        }
      }
    }
  }

  @Override
  public void element() throws Refusal {
    String namespace = xml.namespace();
    if (Odf.TEXT.contains(namespace)) {
      ofText();
    } else if (Odf.TABLE.contains(namespace)) {
      table();
    } else if (Odf.DRAW.contains(namespace)) {
      drawings.read();
    } else if (Odf.FIELD.contains(namespace)) {
      field();
    } else if (Odf.EXTENSION.contains(namespace)) {
      ofExtension();
    } else if (Odf.OFFICE.contains(namespace)) {
      switch (xml.name()) {
        case "annotation" -> comment();
        case "forms" -> forms.read(xml);
        default -> xml.skip();
      }
    } else if (!isKnown(namespace)) {
      // What others add to a text is read through (part 3, 3.17).
      content();
    } else {
      xml.skip();
    }
  }

  private static boolean isKnown(String namespace) {
    return namespace.startsWith(STANDARD)
        || namespace.startsWith("http://purl.org/dc/")
        || namespace.startsWith("http://www.w3.org/");
  }

  private void ofText() throws Refusal {
    String name = xml.name();
    switch (name) {
      case "p", "h" -> paragraph();
      case "span", "a" -> span();
      case "s" -> character(CellText.blanks(xml));
      case "tab" -> character("\t");
      case "line-break" -> character("\n");
      case "tracked-changes" -> deletions.read(xml);
      case "change-start" -> deletions.begin(xml);
      case "change-end" -> deletions.end(xml);
      case "number", "script", "note-citation", "label" -> xml.skip();
      case "hidden-text" -> hiddenText();
      case "hidden-paragraph" -> {
        paragraphHidden |= isHidden();
        paragraphDoubted |= hasCondition();
        xml.skip();
      }
      case "section" -> section();
      case "drop-down" -> dropDown();
      case "placeholder" -> prompt();
      case "ruby" -> ruby();
      case "note" -> note();
      default -> {
        boolean silent =
            name.endsWith("-decls")
                || name.endsWith("-source")
                || name.endsWith("-mark") && !name.equals("bibliography-mark")
                || beside && OF_PAGE.contains(name)
                || isHidden();
        if (silent) {
          xml.skip();
        } else {
          shown(COMPUTED.contains(name));
        }
      }
    }
  }

  /** What a program computes is seen, be it that no text tells. */
  private void shown(boolean computed) throws Refusal {
    int before = pen.length();
    OdtAround outer = pen.around();
    // A program computes it anew when it opens the file.
    pen.enter(outer.doubted(computed));
    content();
    pen.enter(outer);
    if (computed && pen.length() == before) {
      pen.append(OdtPen.UNKNOWN);
    }
  }

  /** Tells whether the current element says that nobody sees it. */
  private boolean isHidden() {
    return "none".equals(xml.attribute(Odf.TEXT, "display"))
        || "true".equals(xml.attribute(Odf.TEXT, "is-hidden"));
  }

  /** Tells whether it depends on a condition who sees the current element; none is judged here. */
  private boolean hasCondition() {
    return xml.attribute(Odf.TEXT, "condition") != null;
  }

  private void character(String character) throws Refusal {
    pen.character(character);
    xml.skip();
  }

  private void hiddenText() throws Refusal {
    if (isHidden()) {
      xml.skip();
      return;
    }
    OdtAround outer = pen.around();
    pen.enter(outer.doubted(hasCondition()));
    String shown = xml.attribute(Odf.TEXT, "string-value");
    String written = xml.allText();
    pen.append(shown != null ? shown : written);
    pen.enter(outer);
  }

  private void section() throws Refusal {
    if (isHidden()) {
      xml.skip();
      return;
    }
    OdtAround outer = pen.around();
    String style = xml.attribute(Odf.TEXT, "style-name");
    pen.enter(outer.on(styles.ground("section", style)).doubted(hasCondition()));
    content();
    pen.enter(outer);
  }

  private void dropDown() throws Refusal {
    String chosen = null;
    var written = new StringBuilder();
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          boolean same = chosen == null || chosen.strip().contentEquals(written);
          boolean blank = written.toString().isBlank();
          pen.append(blank && chosen != null ? chosen : same ? written.toString() : OdtPen.UNKNOWN);
          return;
        }
        case TEXT -> written.append(xml.piece());
        case CHILD -> {
          if ("true".equals(xml.attribute(Odf.TEXT, "current-selected"))) {
            chosen = xml.attribute(Odf.TEXT, "value");
          }
          xml.skip();
        }
      }
    }
  }

  private void ofExtension() throws Refusal {
    boolean prompt =
        xml.name().equals("content-control")
            && XmlCursor.isTrue(xml.attribute(Odf.EXTENSION, "showing-place-holder"));
    if (prompt) {
      prompt();
    } else {
      content();
    }
  }

  /** Words that tell where to type are none, unless they may be what somebody typed. */
  private void prompt() throws Refusal {
    pen.finishRun();
    int before = pen.text().length();
    content();
    pen.finishRun();
    if (Prompt.mayBeAnswer(pen.text().since(before))) {
      pen.text().mark(before, Mark.RESTYLED);
    } else {
      pen.text().takeBack(before);
    }
  }

  /** Small letters above others tell how those are spoken; numbers there tell something else. */
  private void ruby() throws Refusal {
    pen.finishRun();
    int before = pen.text().length();
    String above = "";
    while (xml.toChild()) {
      if (xml.name().equals("ruby-text")) {
        above = xml.allText();
      } else {
        content();
      }
    }
    pen.finishRun();
    if (!FieldCode.isSound(above)) {
      pen.text().mark(before, Mark.SHIFTED);
    }
    if (!above.isBlank() && pen.text().length() == before) {
      pen.append(OdtPen.UNKNOWN);
    }
  }

  private void field() throws Refusal {
    switch (xml.name()) {
      case "fieldmark" -> pen.append(OdtFields.point(xml));
      case "fieldmark-start" -> pen.fields().begin(xml);
      case "fieldmark-separator" -> {
        pen.fields().separate();
        xml.skip();
      }
      case "fieldmark-end" -> {
        pen.append(pen.fields().end());
        xml.skip();
      }
      default -> xml.skip();
    }
  }

  private void paragraph() throws Refusal {
    pen.finishRun();
    OdtAround outer = pen.around();
    boolean outerFloats = drawings.isFloating();
    boolean outerHidden = paragraphHidden;
    boolean outerDoubted = paragraphDoubted;
    boolean outerParagraph = pen.inParagraph(true);
    drawings.floating(false);
    paragraphHidden = false;
    paragraphDoubted = false;
    pen.beginLine();
    String style = xml.attribute(Odf.TEXT, "style-name");
    pages.begin("paragraph", style);
    pen.enter(
        outer
            .paragraph(style)
            .on(styles.ground("paragraph", style))
            .unseen(styles.squeezesLines(style)));
    var notesBefore = notes.counts();
    content();
    pen.finishRun();
    if (paragraphDoubted) {
      pen.text().mark(0, Mark.RESTYLED);
    }
    if (paragraphHidden) {
      pen.text().takeBackParagraph();
      notes.takeBack(notesBefore);
    } else if (!pen.isHidden()) {
      // Where its end is hidden, the next one joins it.
      if (drawings.isFloating() && pen.text().isBlankCell()) {
        pen.append(OdtPen.UNKNOWN);
      }
      pen.text().endParagraph();
    }
    pen.beginLine();
    pen.inParagraph(outerParagraph);
    paragraphHidden = outerHidden;
    paragraphDoubted = outerDoubted;
    drawings.floating(outerFloats);
    pen.enter(outer);
  }

  private void table() throws Refusal {
    if (!xml.name().equals("table")) {
      xml.skip();
      return;
    }
    pages.begin("table", xml.attribute(Odf.TABLE, "style-name"));
    tables.read();
  }

  private void span() throws Refusal {
    Limits.checkListed(++stretches);
    OdtAround outer = pen.around();
    pen.enter(outer.span(xml.attribute(Odf.TEXT, "style-name")));
    content();
    pen.enter(outer);
  }

  private void note() throws Refusal {
    boolean end = "endnote".equals(xml.attribute(Odf.TEXT, "note-class"));
    var own = new OdtText(xml, styles, forms, true);
    while (xml.toChild()) {
      if (xml.name().equals("note-body")) {
        own.read();
      } else {
        xml.skip();
      }
    }
    add(end ? Sort.ENDNOTE : Sort.FOOTNOTE, own);
  }

  private void comment() throws Refusal {
    var own = new OdtText(xml, styles, forms, true);
    while (xml.toChild()) {
      if (Odf.TEXT.contains(xml.namespace())) {
        own.element();
      } else {
        // Who says it, and when.
        xml.skip();
      }
    }
    add(Sort.COMMENT, own);
  }

  private void add(Sort sort, OdtText own) throws Refusal {
    String lines = own.running().lines();
    if (!lines.isBlank() && pen.isSeen()) {
      notes.add(sort, pen.place(), lines);
    }
  }
}
