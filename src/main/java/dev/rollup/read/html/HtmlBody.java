package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlLook.Own;
import dev.rollup.read.html.HtmlNode.Kind;
import dev.rollup.read.html.StyleSheet.Found;
import dev.rollup.read.html.StyleSheet.Name;
import dev.rollup.read.text.FieldCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page as browsers do, whatever is wrong with its tags: without what takes no place on it,
 * with what its forms show. What shows something that no text tells is {@link HtmlFlow#UNKNOWN}.
 */
final class HtmlBody {

  private final HtmlTokens tokens;
  private final StyleSheet sheet = new StyleSheet();
  private final PageHead head = new PageHead();
  private final PageNotes notes = new PageNotes();
  private final OpenElements open = new OpenElements(notes);
  private final TagReader tags;
  private final TableElements tables;
  private final DrawnElements drawn;
  private final HtmlFlow flow = new HtmlFlow();
  private boolean begun;
  private boolean ended;

  HtmlBody(String page) {
    this.tokens = new HtmlTokens(page);
    this.tags = new TagReader(tokens, sheet, open);
    this.tables = new TableElements(tokens, open, tags);
    this.drawn = new DrawnElements(tokens, open, tags);
  }

  HtmlFlow flow() {
    return flow;
  }

  /** Returns what stands in the notes of the page by their names. */
  Map<String, HtmlFlow> notes() {
    return notes.byName();
  }

  /** Returns what stands at the top and the foot of pages, in the codes of Excel. */
  List<String> margins() {
    return sheet.margins();
  }

  /** Returns what the page says of itself by name, its title among it. */
  Map<String, String> properties() {
    return head.properties();
  }

  /** Returns the name that Excel gives to the sheet; null where it is not one sheet's page. */
  @Nullable String sheetName() {
    return head.sheetName();
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return drawn.hasPictures();
  }

  /** Tells whether the page only puts other files side by side. */
  boolean hasFrames() {
    return drawn.hasFrames();
  }

  void read() throws Refusal {
    open.begin(
        new HtmlNode(
            new Name("", List.of(), ""),
            Kind.BOX,
            Own.NOTHING,
            Found.NOTHING,
            HtmlLook.PAGE,
            flow,
            null));
    while (true) {
      switch (tokens.next()) {
        case START -> start(tokens.name());
        case END -> end(tokens.name());
        case TEXT -> text(tokens.text());
        case COMMENT -> comment(tokens.text());
        case IF, ENDIF -> {}
        case CUT_OFF -> throw Refusal.of(DAMAGED_FILE);
        case FINISHED -> {
          finish();
          return;
        }
      }
    }
  }

  /** A page whose tables or whose own element do not end was cut off. */
  private void finish() throws Refusal {
    if (open.hasTable() || begun && !ended) {
      throw Refusal.of(DAMAGED_FILE);
    }
    open.endAll();
    flow.endParagraph();
  }

  private void text(String text) throws Refusal {
    HtmlNode node = open.current();
    boolean betweenCells =
        node.table != null && node.kind != Kind.CELL && node.kind != Kind.CAPTION;
    if (!betweenCells || !text.isBlank()) {
      node.append(text);
    }
  }

  private void comment(String text) {
    if (!text.startsWith("[if")) {
      return;
    }
    boolean box = text.contains("v:textbox") && text.contains("vml");
    if (box && !text.contains("ObjectType=\"Note\"")) {
      // Word and Excel show the text of boxes, browsers a picture of it.
      tokens.enterComment();
    } else if (text.contains("x:ExcelWorkbook") || text.contains("x:ExcelWorksheet")) {
      head.workbook(text);
    }
  }

  private void start(String tag) throws Refusal {
    if (drawn.show(tag) || tables.begin(tag)) {
      return;
    }
    switch (tag) {
      case "head" -> {}
      case "html", "body" -> {
        begun = true;
        tags.begin(tag, Kind.BLOCK);
      }
      case "title" -> head.title(tags.raw("title"));
      case "meta" -> head.property(tokens.attribute("name"), tokens.attribute("content"));
      case "style" -> sheet.add(tags.raw("style"));
      case "xml" -> head.workbook(tags.raw("xml"));
      case "br" -> breakLine();
      case "hr" -> open.current().flow.endParagraph();
      case "ruby" -> ruby();
      case "comment" -> comment();
      case "noscript" -> {
        HtmlNode node = tags.begin(tag, Kind.INLINE);
        node.look = node.look.doubted();
      }
      default -> {
        if (ElementNames.isSkipped(tag)) {
          tags.raw(tag);
        } else if (!ElementNames.isVoid(tag)) {
          element(tag);
        }
      }
    }
  }

  private void breakLine() {
    if (!open.current().look.gone()) {
      open.current().flow.breakLine();
    }
  }

  /** LibreOffice keeps what is said about a cell in it, and shows it where the mouse is. */
  private void comment() throws Refusal {
    if (open.current().look.gone()) {
      return;
    }
    String name = notes.newCommentName();
    open.current().flow.anchor(name);
    var inside = new HtmlTokens(tags.raw("comment"));
    var said = new HtmlFlow();
    for (HtmlTokens.Kind kind = inside.next(); !kind.isLast(); kind = inside.next()) {
      said.append(kind == HtmlTokens.Kind.TEXT ? inside.text() : " ", HtmlLook.PAGE);
    }
    said.endParagraph();
    notes.add(name, said);
  }

  private void element(String tag) throws Refusal {
    boolean block = ElementNames.isBlock(tag);
    if (block && open.isOpen("p") && !tag.equals("body") && !tag.equals("html")) {
      open.endBlock("p");
    }
    if (tag.equals("li") || tag.equals("dt") || tag.equals("dd")) {
      open.endItem(tag);
    }
    Optional<NoteLink> link =
        tag.equals("a") ? NoteLink.of(tokens.attributeOr("href")) : Optional.empty();
    if (tag.equals("div") && PageNotes.isName(tokens.attributeOr("id"))) {
      open.current().flow.endParagraph();
      tags.begin(tag, Kind.NOTE, new HtmlFlow(), null);
    } else if (tag.equals("v:textbox")) {
      tags.begin(tag, Kind.BOX, new HtmlFlow(), null);
    } else if (tag.equals("w:sdt")
        && tokens.attributeOr("showingplchdr").toLowerCase(Locale.ROOT).startsWith("t")) {
      tags.begin(tag, Kind.PROMPT);
    } else if (link.isPresent()) {
      link(link.get());
    } else {
      if (block) {
        open.current().flow.endParagraph();
      }
      boolean empty = tokens.isSelfClosing() && tag.indexOf(':') > 0;
      HtmlNode node = tags.begin(tag, block ? Kind.BLOCK : Kind.INLINE);
      if (node.found.generated()) {
        node.append(String.valueOf(HtmlFlow.UNKNOWN));
      }
      if (empty) {
        open.end();
      }
    }
  }

  /** What leads to a note is no part of what is said, as long as it is only the sign of it. */
  private void link(NoteLink link) throws Refusal {
    String note = link.note();
    if (note != null && !open.current().look.gone()) {
      open.current().flow.anchor(note);
    }
    tags.begin("a", Kind.SIGN).link = link;
  }

  /** Small letters above others tell how those are spoken; numbers there tell something else. */
  private void ruby() throws Refusal {
    HtmlNode node = tags.begin("ruby", Kind.INLINE);
    RubyText ruby = RubyText.of(tags.raw("ruby"));
    int before = node.flow.length();
    node.append(ruby.base());
    if (!FieldCode.isSound(ruby.above())) {
      if (node.flow.length() == before) {
        node.append(String.valueOf(HtmlFlow.UNKNOWN));
      }
      node.flow.markSince(before, Mark.SHIFTED);
    }
    open.end();
  }

  private void end(String tag) throws Refusal {
    switch (tag) {
      case "html", "body" -> ended = true;
      case "br" -> breakLine();
      default -> {
        if (!tables.end(tag)) {
          open.end(tag);
        }
      }
    }
  }
}
