package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Cell;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.text.FieldCode;
import dev.rollup.read.text.LineHeight;
import dev.rollup.read.text.Prompt;
import dev.rollup.read.text.RunningText;
import dev.rollup.read.text.SymbolCharacter;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text of OpenDocument as a person reads it when all tracked changes are accepted: without
 * what is deleted or hidden, with what fields show. What does not look like what it says is marked;
 * what shows something that no text tells is {@link RunningText#UNKNOWN}. Elements that are not
 * known are taken for mere wrapping.
 */
final class OdtText {

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  /** The page of a text that names none. */
  private static final String USUAL = "Standard";

  private static final int POINT = 20;

  private static final char SOFT_HYPHEN = '\u00AD';

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

  /** More letters than any text has in which a form stands. */
  private static final int MOST_LETTERS = 5_000_000;

  /** Nobody repeats a row of a text more often. */
  private static final int MOST_REPEATED = 1_000;

  private static final String STANDARD = "urn:oasis:names:tc:opendocument:";

  private final XmlCursor xml;
  private final Styles styles;
  private final OdtForms forms;

  /** Whether it stands beside the text: numbers of pages and days are none there. */
  private final boolean beside;

  private final RunningText text = new RunningText();
  private final List<Note> comments = new ArrayList<>();
  private final List<Note> footnotes = new ArrayList<>();
  private final List<Note> endnotes = new ArrayList<>();

  /** The pages that paragraphs and tables begin. */
  private final Set<String> pages = new LinkedHashSet<>();

  private OdtAround around = OdtAround.PAGE;
  private OdtFields fields = new OdtFields();
  private boolean pictures;

  /** What was not added to the text yet, and how it looks. */
  private final StringBuilder run = new StringBuilder();

  private Set<Mark> marksOfRun = Set.of();

  /** Whether white space that comes says nothing. */
  private boolean blankBefore = true;

  private boolean inParagraph;

  /** Whether nobody sees the paragraph that is open. */
  private boolean paragraphHidden;

  /** Whether something floats that hangs on the paragraph. */
  private boolean floats;

  /** How many drawings are open. */
  private int drawings;

  /** How many cells there were. */
  private int cells;

  /** The changes that delete something, and how many of them are open. */
  private final Set<String> deleted = new HashSet<>();

  private int deletions;

  /** The columns of the table that is open that are so narrow that nobody sees what they hold. */
  private BitSet narrow = new BitSet();

  /** How many stretches there were, and how many letters. */
  private int stretches;

  private int letters;

  private final Map<OdtAround, TextLook> looks = new HashMap<>();
  private @Nullable TextLook look;
  private @Nullable OdtAround lookIn;

  /** Whether a condition says who sees the paragraph that is open. */
  private boolean paragraphDoubted;

  OdtText(XmlCursor xml, Styles styles, OdtForms forms, boolean beside) {
    this.xml = xml;
    this.styles = styles;
    this.forms = forms;
    this.beside = beside;
  }

  /** Reads what the current element holds, which is used up. */
  void read() throws Refusal {
    content();
    finishRun();
    if (fields.isOpen()) {
      // Where it ends, and what of all that follows is its code, nobody knows.
      throw Refusal.of(DAMAGED_FILE);
    }
  }

  RunningText running() {
    return text;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  /** Returns comments, then footnotes, then endnotes. */
  List<Note> notes() {
    var all = new ArrayList<>(comments);
    all.addAll(footnotes);
    all.addAll(endnotes);
    return all;
  }

  /** Returns the names of the pages that paragraphs and tables begin, in their order. */
  Set<String> pages() {
    return pages;
  }

  private void content() throws Refusal {
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          return;
        }
        case TEXT -> letters(xml.piece());
        case CHILD -> {
          if (letters > MOST_LETTERS) {
            throw Refusal.of(TOO_LARGE);
          }
          element();
        }
      }
    }
  }

  private void element() throws Refusal {
    String namespace = xml.namespace();
    if (Odf.TEXT.contains(namespace)) {
      ofText();
    } else if (Odf.TABLE.contains(namespace)) {
      ofTable();
    } else if (Odf.DRAW.contains(namespace)) {
      drawing();
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
      case "tracked-changes" -> trackedChanges();
      case "change-start" -> {
        deletions += deleted.contains(changed()) ? 1 : 0;
        xml.skip();
      }
      case "change-end" -> {
        deletions -= deleted.contains(changed()) ? 1 : 0;
        xml.skip();
      }
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
    int before = text.length() + run.length();
    OdtAround outer = around;
    // A program computes it anew when it opens the file.
    around = outer.doubted(computed);
    content();
    around = outer;
    if (computed && text.length() + run.length() == before) {
      append(UNKNOWN);
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

  private void hiddenText() throws Refusal {
    if (isHidden()) {
      xml.skip();
      return;
    }
    OdtAround outer = around;
    around = outer.doubted(hasCondition());
    String shown = xml.attribute(Odf.TEXT, "string-value");
    String written = xml.allText();
    append(shown != null ? shown : written);
    around = outer;
  }

  /**
   * What is deleted mostly stands in the list of changes, and else is struck out where it stands.
   */
  private void trackedChanges() throws Refusal {
    while (xml.toChild()) {
      String id = xml.attribute(Odf.TEXT, "id");
      while (xml.toChild()) {
        if (xml.name().equals("deletion") && id != null) {
          deleted.add(id);
          Limits.checkListed(deleted.size());
        }
        xml.skip();
      }
    }
  }

  private String changed() {
    String id = xml.attribute(Odf.TEXT, "change-id");
    return id == null ? "" : id;
  }

  private void section() throws Refusal {
    if (isHidden()) {
      xml.skip();
      return;
    }
    OdtAround outer = around;
    String style = xml.attribute(Odf.TEXT, "style-name");
    around = outer.on(styles.ground("section", style)).doubted(hasCondition());
    content();
    around = outer;
  }

  private void dropDown() throws Refusal {
    String chosen = null;
    var written = new StringBuilder();
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          boolean same = chosen == null || chosen.strip().contentEquals(written);
          boolean blank = written.toString().isBlank();
          append(blank && chosen != null ? chosen : same ? written.toString() : UNKNOWN);
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
    finishRun();
    int before = text.length();
    content();
    finishRun();
    if (Prompt.mayBeAnswer(text.since(before))) {
      text.mark(before, Mark.RESTYLED);
    } else {
      text.takeBack(before);
    }
  }

  /** Small letters above others tell how those are spoken; numbers there tell something else. */
  private void ruby() throws Refusal {
    finishRun();
    int before = text.length();
    String above = "";
    while (xml.toChild()) {
      if (xml.name().equals("ruby-text")) {
        above = xml.allText();
      } else {
        content();
      }
    }
    finishRun();
    if (!FieldCode.isSound(above)) {
      text.mark(before, Mark.SHIFTED);
    }
    if (!above.isBlank() && text.length() == before) {
      append(UNKNOWN);
    }
  }

  private void field() throws Refusal {
    switch (xml.name()) {
      case "fieldmark" -> append(OdtFields.point(xml));
      case "fieldmark-start" -> fields.begin(xml);
      case "fieldmark-separator" -> {
        fields.separate();
        xml.skip();
      }
      case "fieldmark-end" -> {
        append(fields.end());
        xml.skip();
      }
      default -> xml.skip();
    }
  }

  private void paragraph() throws Refusal {
    finishRun();
    OdtAround outer = around;
    boolean outerFloats = floats;
    boolean outerHidden = paragraphHidden;
    boolean outerParagraph = inParagraph;
    floats = false;
    boolean outerDoubted = paragraphDoubted;
    paragraphHidden = false;
    paragraphDoubted = false;
    inParagraph = true;
    blankBefore = true;
    String style = xml.attribute(Odf.TEXT, "style-name");
    begins("paragraph", style);
    Double height = styles.lineHeight(style);
    around =
        outer
            .paragraph(style)
            .on(styles.ground("paragraph", style))
            .unseen(height != null && LineHeight.squeezes((int) (height * POINT), true));
    int[] notesBefore = {comments.size(), footnotes.size(), endnotes.size()};
    content();
    finishRun();
    if (paragraphDoubted) {
      text.mark(0, Mark.RESTYLED);
    }
    if (paragraphHidden) {
      text.takeBackParagraph();
      cut(comments, notesBefore[0]);
      cut(footnotes, notesBefore[1]);
      cut(endnotes, notesBefore[2]);
    } else if (!look().hidden()) {
      // Where its end is hidden, the next one joins it.
      if (floats && text.isBlankCell()) {
        append(UNKNOWN);
        finishRun();
      }
      text.endParagraph();
    }
    blankBefore = true;
    inParagraph = outerParagraph;
    paragraphHidden = outerHidden;
    paragraphDoubted = outerDoubted;
    floats = outerFloats;
    around = outer;
  }

  private static void cut(List<Note> notes, int size) {
    notes.subList(size, notes.size()).clear();
  }

  /** Notes what page begins with a paragraph or table; the first one begins one in any case. */
  private void begins(String family, @Nullable String style) throws Refusal {
    String page = styles.page(family, style);
    if (page != null || pages.isEmpty()) {
      pages.add(page == null ? USUAL : page);
      Limits.checkListed(pages.size());
    }
  }

  private void span() throws Refusal {
    Limits.checkListed(++stretches);
    OdtAround outer = around;
    around = outer.span(xml.attribute(Odf.TEXT, "style-name"));
    content();
    around = outer;
  }

  private void character(String character) throws Refusal {
    append(character);
    blankBefore = false;
    xml.skip();
  }

  /**
   * White space is one blank, however much of it there is (OpenDocument 1.3 part 3, 6.1.2). A soft
   * hyphen is seen only where a line ends in it.
   */
  private void letters(String piece) {
    var kept = new StringBuilder(piece.length());
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (c == SOFT_HYPHEN || blank && blankBefore) {
        continue;
      }
      kept.append(blank ? ' ' : c);
      blankBefore = blank;
    }
    append(kept.toString());
  }

  /** Adds what is seen, if it is. */
  private void append(String more) {
    if (more.isEmpty() || fields.take(more)) {
      return;
    }
    TextLook own = look();
    if (own.hidden()) {
      return;
    }
    Set<Mark> marks = own.marks(around.ground());
    if (!around.marks().isEmpty() || deletions > 0) {
      var all = EnumSet.noneOf(Mark.class);
      all.addAll(around.marks());
      all.addAll(marks);
      if (deletions > 0) {
        all.add(Mark.STRUCK_OUT);
      }
      marks = all;
    }
    if (!marks.equals(marksOfRun)) {
      finishRun();
      marksOfRun = marks;
    }
    letters += more.length();
    run.append(SymbolCharacter.shown(more, own.font()));
  }

  private void finishRun() {
    if (!run.isEmpty()) {
      text.append(run.toString(), marksOfRun);
      run.setLength(0);
    }
  }

  private TextLook look() {
    TextLook known = look;
    if (known == null || !around.equals(lookIn)) {
      known =
          looks.computeIfAbsent(around, each -> styles.textLook(each.paragraph(), each.spans()));
      look = known;
      lookIn = around;
    }
    return known;
  }

  private boolean isSeen() {
    return !fields.isCode() && !look().hidden();
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
    add(end ? endnotes : footnotes, Note.Kind.FOOTNOTE, own);
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
    add(comments, Note.Kind.COMMENT, own);
  }

  private void add(List<Note> notes, Note.Kind kind, OdtText own) throws Refusal {
    String lines = own.text.lines();
    if (!lines.isBlank() && isSeen()) {
      TextPlace place = text.place();
      notes.add(new Note(kind, null, place, lines));
      Limits.checkListed(notes.size());
    }
  }

  /**
   * Whatever is drawn may be a number, written by hand or stamped: that it is there must show. What
   * floats over the page, as seals do, has its place in the text by chance only, unless that is in
   * a blank or there is nothing else in the cell.
   */
  private void drawing() throws Refusal {
    if ("none".equals(xml.attribute(Odf.DRAW, "display")) || !isSeen()) {
      xml.skip();
      return;
    }
    if (xml.name().equals("a")) {
      drawn();
      return;
    }
    boolean floating = !"as-char".equals(xml.attribute(Odf.TEXT, "anchor-type"));
    boolean known = xml.name().equals("control") && control(floating);
    if (drawings > 0 || known) {
      drawings++;
      drawn();
      drawings--;
      return;
    }
    drawings++;
    drawn();
    drawings--;
    finishRun();
    if (!inParagraph) {
      return;
    }
    if (!floating || text.isInBlank()) {
      append(UNKNOWN);
    } else {
      floats = true;
    }
  }

  /** Adds what a control shows; returns whether that is known. */
  private boolean control(boolean floating) throws Refusal {
    String shown = forms.shown(xml.attribute(Odf.DRAW, "control"));
    if (shown.equals(UNKNOWN)) {
      return false;
    }
    finishRun();
    if (inParagraph && (!floating || text.isInBlank() || text.isBlankCell())) {
      append(shown);
    } else if (!shown.isBlank()) {
      Outside outside = beginBox();
      append(shown);
      finishRun();
      text.endBox();
      end(outside);
    }
    return true;
  }

  /** Reads what a drawing holds: its own text is a box. */
  private void drawn() throws Refusal {
    Outside outside = null;
    while (xml.toChild()) {
      String namespace = xml.namespace();
      if (Odf.TEXT.contains(namespace) || Odf.TABLE.contains(namespace)) {
        outside = outside == null ? beginBox() : outside;
        element();
      } else if (!Odf.DRAW.contains(namespace)) {
        xml.skip();
      } else {
        ofDrawing();
      }
    }
    if (outside != null) {
      finishRun();
      text.endBoxUnlessBlank();
      end(outside);
    }
  }

  private void ofDrawing() throws Refusal {
    switch (xml.name()) {
      case "text-box" -> {
        Outside outside = beginBox();
        content();
        finishRun();
        text.endBox();
        end(outside);
      }
      case "image" -> {
        pictures = true;
        drawn();
      }
      case "object", "object-ole", "plugin", "applet", "floating-frame", "glue-point" -> xml.skip();
      default -> {
        if (xml.name().startsWith("enhanced-") || xml.name().startsWith("contour-")) {
          xml.skip();
        } else {
          drawing();
        }
      }
    }
  }

  /** What is outside a box. */
  private record Outside(
      OdtAround around, OdtFields fields, int drawings, boolean inParagraph, boolean blankBefore) {}

  /** Begins a box, which has fields and colours of its own. */
  private Outside beginBox() throws Refusal {
    finishRun();
    var outside = new Outside(around, fields, drawings, inParagraph, blankBefore);
    if (inParagraph) {
      text.beginBox();
    } else {
      text.beginLooseBox();
    }
    around = around.inBox();
    fields = new OdtFields();
    drawings = 0;
    inParagraph = false;
    blankBefore = true;
    return outside;
  }

  private void end(Outside outside) {
    around = outside.around();
    fields = outside.fields();
    drawings = outside.drawings();
    inParagraph = outside.inParagraph();
    blankBefore = outside.blankBefore();
  }

  private void ofTable() throws Refusal {
    if (!xml.name().equals("table")) {
      xml.skip();
      return;
    }
    finishRun();
    OdtAround outer = around;
    boolean outerParagraph = inParagraph;
    inParagraph = false;
    String style = xml.attribute(Odf.TABLE, "style-name");
    begins("table", style);
    around = outer.paragraph(null).on(styles.ground("table", style));
    text.beginTable();
    BitSet outerNarrow = narrow;
    narrow = new BitSet();
    rows(new MergedCells(), 0);
    narrow = outerNarrow;
    inParagraph = outerParagraph;
    around = outer;
  }

  /** Reads rows and columns, of which there were so many; returns how many there are now. */
  private int rows(MergedCells merged, int before) throws Refusal {
    int columns = before;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "table-column" -> columns = column(columns);
        case "table-columns", "table-header-columns", "table-column-group" ->
            columns = rows(merged, columns);
        case "table-row" -> row(merged);
        case "table-rows", "table-header-rows", "table-row-group" -> rows(merged, columns);
        case "shapes" -> content();
        default -> xml.skip();
      }
    }
    return columns;
  }

  /** Reads columns that are alike; returns how many there are with them. */
  private int column(int before) throws Refusal {
    int last = Math.min(Limits.COLUMNS, before + count("number-columns-repeated"));
    String visible = xml.attribute(Odf.TABLE, "visibility");
    boolean collapsed = visible != null && !visible.equals("visible");
    Double width = styles.width(xml.attribute(Odf.TABLE, "style-name"));
    if (before < last && (collapsed || SheetSizes.hidesColumn(width))) {
      narrow.set(before, last);
    }
    xml.skip();
    return last;
  }

  private void row(MergedCells merged) throws Refusal {
    OdtAround outer = around;
    int times = count("number-rows-repeated");
    if (times > MOST_REPEATED) {
      throw Refusal.of(TOO_LARGE);
    }
    String style = xml.attribute(Odf.TABLE, "style-name");
    String visible = xml.attribute(Odf.TABLE, "visibility");
    Double height = styles.height(style);
    around =
        outer
            .on(styles.ground("table-row", style))
            .unseen(
                visible != null && !visible.equals("visible")
                    || height != null && LineHeight.squeezes((int) (height * POINT), true));
    text.beginRow();
    merged.beginRow();
    Limits.checkListed(++cells);
    var again = new ArrayList<List<Cell.Text>>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "table-cell" -> cell(merged, false, again);
        case "covered-table-cell" -> cell(merged, true, again);
        default -> xml.skip();
      }
    }
    for (int i = 1; i < times; i++) {
      text.beginRow();
      Limits.checkListed(++cells);
      for (var cell : again) {
        text.addCell(cell);
        again(cell);
        Limits.checkListed(++cells);
      }
    }
    merged.repeatRow(times - 1);
    around = outer;
  }

  /**
   * Reads a cell.
   *
   * @param covered whether it goes on with another one
   * @param inRow what the cells of the row hold
   */
  private void cell(MergedCells merged, boolean covered, List<List<Cell.Text>> inRow)
      throws Refusal {
    OdtAround outer = around;
    int times = count("number-columns-repeated");
    int columns = count("number-columns-spanned");
    int rows = count("number-rows-spanned");
    around =
        outer
            .on(styles.ground("table-cell", xml.attribute(Odf.TABLE, "style-name")))
            .unseen(covered || columns == 1 && narrow.get(merged.column()));
    List<Cell.Text> held = null;
    for (int i = 0; i < times; i++) {
      Limits.checkListed(++cells);
      if (covered && merged.covered() == MergedCells.Covered.BY_ONE_BEFORE) {
        continue;
      }
      if (!covered) {
        merged.cell(columns, rows);
      }
      if (held == null) {
        int before = text.finished();
        text.beginCell();
        content();
        finishRun();
        text.endCell();
        held = text.finishedSince(before);
      } else {
        text.addCell(held);
        again(held);
      }
      inRow.add(held);
    }
    if (held == null) {
      xml.skip();
    }
    around = outer;
  }

  private void again(List<Cell.Text> paragraphs) throws Refusal {
    for (var paragraph : paragraphs) {
      letters += paragraph.value().length();
    }
    if (letters > MOST_LETTERS) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private int count(String property) {
    String count = xml.attribute(Odf.TABLE, property);
    return count != null && count.matches("[0-9]{1,7}")
        ? Math.min(Math.max(Integer.parseInt(count), 1), Limits.ROWS)
        : 1;
  }
}
