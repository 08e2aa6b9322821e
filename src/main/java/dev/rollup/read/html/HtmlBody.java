package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlLook.Own;
import dev.rollup.read.html.HtmlNode.Kind;
import dev.rollup.read.html.HtmlTable.TableCell;
import dev.rollup.read.html.StyleSheet.Found;
import dev.rollup.read.html.StyleSheet.Name;
import dev.rollup.read.sheet.SheetSizes;
import dev.rollup.read.text.FieldCode;
import dev.rollup.read.text.FormField;
import dev.rollup.read.text.Prompt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page as browsers do, whatever is wrong with its tags: without what takes no place on it,
 * with what its forms show. What shows something that no text tells is {@link HtmlFlow#UNKNOWN}.
 */
final class HtmlBody {

  /** Elements inside elements; browsers go no deeper than half of it. */
  private static final int MOST_NESTED = 1_000;

  private static final int MOST_CELLS = 1_000_000;

  /** How many looks at what is open a form never needs. */
  private static final long MOST_WORK = 50_000_000;

  private static final Own NOTHING = Own.NOTHING;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "center",
          "blockquote",
          "address",
          "pre",
          "form",
          "fieldset",
          "legend",
          "section",
          "article",
          "aside",
          "header",
          "footer",
          "main",
          "nav",
          "figure",
          "figcaption",
          "details",
          "summary",
          "dir",
          "menu",
          "body",
          "html",
          "listing",
          "xmp",
          "marquee",
          "dialog");

  /** Elements that go on behind the end of what they stand in, where they do not end themselves. */
  private static final Set<String> FORMATTING =
      Set.of(
          "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
          "tt", "u");

  private static final Set<String> VOID =
      Set.of(
          "area",
          "base",
          "basefont",
          "bgsound",
          "br",
          "col",
          "command",
          "embed",
          "frame",
          "hr",
          "img",
          "input",
          "keygen",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr");

  /** Elements whose content is not the page's text. */
  private static final Set<String> SKIPPED =
      Set.of("script", "noframes", "noembed", "template", "datalist", "map", "xml");

  /** Elements that show something that no text tells. */
  private static final Set<String> DRAWN =
      Set.of("svg", "math", "canvas", "object", "applet", "video", "audio", "iframe");

  private static final Pattern NOTE =
      Pattern.compile("(?:ftn|edn|sdfootnote|sdendnote|_com_)\\d{1,6}");

  /** What leads to a note, and from a note back to the text. */
  private static final Pattern LINK =
      Pattern.compile(
          "#(?:(_ftn|_edn|_msocom_)|(sdfootnote|sdendnote)|_ftnref|_ednref|_msoanchor_)"
              + "(\\d{1,6})(sym|anc)?");

  private static final Pattern SHEET_NAME = Pattern.compile("(?i)<x:Name>([^<]{1,200})</x:Name>");

  private final HtmlTokens tokens;
  private final StyleSheet sheet = new StyleSheet();
  private final HtmlFlow flow = new HtmlFlow();
  private final List<HtmlNode> stack = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private final Map<String, HtmlFlow> notes = new LinkedHashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private @Nullable String title;
  private @Nullable String sheetName;
  private int sheetNames;
  private boolean pictures;
  private boolean frames;
  private boolean begun;
  private boolean ended;
  private int cells;
  private int tables;
  private long work;

  HtmlBody(String page) {
    this.tokens = new HtmlTokens(page);
  }

  HtmlFlow flow() {
    return flow;
  }

  /** Returns what stands in the notes of the page by their names. */
  Map<String, HtmlFlow> notes() {
    return notes;
  }

  /** Returns what stands at the top and the foot of pages, in the codes of Excel. */
  List<String> margins() {
    return sheet.margins();
  }

  /** Returns what the head of the page says by name. */
  Map<String, String> properties() {
    return properties;
  }

  @Nullable String title() {
    return title;
  }

  /** Returns the name that Excel gives to the sheet; null where it is not one sheet's page. */
  @Nullable String sheetName() {
    return sheetNames == 1 ? sheetName : null;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  /** Tells whether the page only puts other files side by side. */
  boolean hasFrames() {
    return frames;
  }

  void read() throws Refusal {
    push(
        new HtmlNode(
            new Name("", List.of(), ""),
            Kind.BOX,
            NOTHING,
            Found.NOTHING,
            HtmlLook.PAGE,
            flow,
            null));
    while (true) {
      switch (tokens.next()) {
        case START -> start();
        case END -> end(tokens.name());
        case TEXT -> text(tokens.text());
        case COMMENT -> comment();
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
    if (tables > 0 || begun && !ended) {
      throw Refusal.of(DAMAGED_FILE);
    }
    while (!stack.isEmpty()) {
      pop();
    }
    flow.endParagraph();
  }

  private HtmlNode current() {
    return stack.get(stack.size() - 1);
  }

  private void push(HtmlNode node) throws Refusal {
    if (stack.size() >= MOST_NESTED) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    if (!stack.isEmpty()) {
      node.within(current());
    }
    node.count(1);
    stack.add(node);
    names.add(node.name);
  }

  /** Tells whether an element of that name is open that a tag here may end. */
  private boolean isOpen(String tag) {
    return current().scope().isOpen(tag);
  }

  private HtmlNode pop() throws Refusal {
    HtmlNode node = stack.remove(stack.size() - 1);
    names.remove(names.size() - 1);
    node.count(-1);
    switch (node.kind) {
      case INLINE, SECTION -> {}
      case BLOCK, ROW -> node.flow.endParagraph();
      case TABLE -> {
        tables--;
        node.flow.endParagraph();
      }
      case CELL, CAPTION -> node.flow.endParagraph();
      case NOTE -> {
        node.flow.endParagraph();
        notes.putIfAbsent(node.name.id(), node.flow);
        Limits.checkListed(notes.size());
      }
      case BOX -> {
        node.flow.endParagraph();
        if (!stack.isEmpty() && !node.flow.isEmpty() && !node.look.gone()) {
          current().flow.box(node.flow);
        }
      }
      case PROMPT -> {
        if (!Prompt.mayBeAnswer(node.flow.since(node.begun))) {
          node.flow.takeBack(node.begun);
        } else {
          node.flow.markSince(node.begun, Mark.RESTYLED);
        }
      }
      case SIGN -> {
        if (isSign(node.flow.since(node.begun), node.about)) {
          node.flow.takeBack(node.begun);
        }
      }
    }
    if (work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
    return node;
  }

  // --- text

  private void text(String text) throws Refusal {
    HtmlNode node = current();
    if (node.look.gone()) {
      return;
    }
    boolean betweenCells =
        node.table != null && node.kind != Kind.CELL && node.kind != Kind.CAPTION;
    if (betweenCells && text.isBlank()) {
      return;
    }
    node.flow.append(text, node.look);
  }

  private void seen(String text) throws Refusal {
    if (!current().look.gone()) {
      current().flow.append(text, current().look);
    }
  }

  private void comment() {
    String text = tokens.text();
    if (!text.startsWith("[if")) {
      return;
    }
    boolean box = text.contains("v:textbox") && text.contains("vml");
    if (box && !text.contains("ObjectType=\"Note\"")) {
      // Word and Excel show the text of boxes, browsers a picture of it.
      tokens.enterComment();
    } else if (text.contains("x:ExcelWorkbook") || text.contains("x:ExcelWorksheet")) {
      sheetNames(text);
    }
  }

  private void sheetNames(String xml) {
    Matcher found = SHEET_NAME.matcher(xml);
    while (found.find()) {
      sheetName = HtmlEntities.decoded(found.group(1), 0, found.group(1).length());
      sheetNames++;
    }
  }

  // --- tags

  private void start() throws Refusal {
    String tag = tokens.name();
    if (SKIPPED.contains(tag) || DRAWN.contains(tag)) {
      skipped(tag);
      return;
    }
    switch (tag) {
      case "head" -> {}
      case "html", "body" -> {
        begun = true;
        element(tag, Kind.BLOCK);
      }
      case "title" -> {
        String raw = raw("title");
        title = title == null ? HtmlEntities.decoded(raw, 0, raw.length()).strip() : title;
      }
      case "meta" -> property();
      case "style" -> sheet.add(raw("style"));
      case "textarea" -> {
        String raw = raw("textarea");
        seen(HtmlEntities.decoded(raw, 0, raw.length()));
      }
      case "select" -> select(raw("select"));
      case "br" -> {
        if (!current().look.gone()) {
          current().flow.breakLine();
        }
      }
      case "hr" -> current().flow.endParagraph();
      case "img", "image" -> image();
      case "embed" -> unknown();
      case "input" -> input();
      case "frame" -> frames = true;
      case "table" -> table();
      case "caption" -> caption();
      case "col", "colgroup" -> columns(tag);
      case "tbody", "thead", "tfoot" -> section(tag);
      case "tr" -> row();
      case "td", "th" -> cell(tag);
      case "ruby" -> ruby();
      case "comment" -> spreadsheetComment();
      case "noscript" -> {
        HtmlNode node = element(tag, Kind.INLINE);
        node.look = doubted(node.look);
      }
      default -> {
        if (!VOID.contains(tag)) {
          other(tag);
        }
      }
    }
  }

  /** LibreOffice keeps in the head of a page what else is said about a document. */
  private void property() throws Refusal {
    String name = tokens.attribute("name");
    String content = tokens.attribute("content");
    if (name != null && content != null) {
      properties.putIfAbsent(name, content);
      Limits.checkListed(properties.size());
    }
  }

  /** LibreOffice keeps what is said about a cell in it, and shows it where the mouse is. */
  private void spreadsheetComment() throws Refusal {
    if (current().look.gone()) {
      return;
    }
    String id = "_com_c" + notes.size();
    current().flow.anchor(id);
    var inside = new HtmlTokens(raw("comment"));
    var said = new HtmlFlow();
    for (HtmlTokens.Kind kind = inside.next();
        kind != HtmlTokens.Kind.FINISHED && kind != HtmlTokens.Kind.CUT_OFF;
        kind = inside.next()) {
      said.append(kind == HtmlTokens.Kind.TEXT ? inside.text() : " ", HtmlLook.PAGE);
    }
    said.endParagraph();
    notes.put(id, said);
    Limits.checkListed(notes.size());
  }

  private static HtmlLook doubted(HtmlLook look) {
    return look.inside(
        new Own(false, false, false, true, false, null, null, null), Found.NOTHING, false);
  }

  private String raw(String tag) throws Refusal {
    if (tokens.isSelfClosing() && tag.equals("xml")) {
      return "";
    }
    String raw = tokens.raw(tag);
    if (raw == null) {
      throw Refusal.of(DAMAGED_FILE);
    }
    return raw;
  }

  private void skipped(String tag) throws Refusal {
    boolean drawn = DRAWN.contains(tag);
    frames |= tag.equals("iframe");
    Name name = name(tag);
    Found found = sheet.find(name, names, tokens.attribute("style"));
    boolean shown = drawn && !current().look.inside(own(tag), found, false).gone();
    String raw = raw(tag);
    if (tag.equals("xml")) {
      sheetNames(raw);
    }
    if (shown) {
      unknown();
    }
  }

  private void unknown() throws Refusal {
    if (!current().look.gone()) {
      pictures = true;
      current().flow.append(HtmlFlow.UNKNOWN, current().look);
    }
  }

  private void other(String tag) throws Refusal {
    boolean block = BLOCKS.contains(tag);
    if (block && isOpen("p") && !tag.equals("body") && !tag.equals("html")) {
      endBlock("p");
    }
    if (tag.equals("li") || tag.equals("dt") || tag.equals("dd")) {
      endItem(tag);
    }
    String id = tokens.attributeOr("id");
    if (tag.equals("div") && NOTE.matcher(id).matches()) {
      current().flow.endParagraph();
      scope(tag, Kind.NOTE, new HtmlFlow());
    } else if (tag.equals("v:textbox")) {
      scope(tag, Kind.BOX, new HtmlFlow());
    } else if (tag.equals("w:sdt")
        && tokens.attributeOr("showingplchdr").toLowerCase(Locale.ROOT).startsWith("t")) {
      element(tag, Kind.PROMPT);
    } else if (tag.equals("a") && isLink(tokens.attributeOr("href"))) {
      link(tokens.attributeOr("href"));
    } else {
      if (block) {
        current().flow.endParagraph();
      }
      boolean empty = tokens.isSelfClosing() && tag.indexOf(':') > 0;
      HtmlNode node = element(tag, block ? Kind.BLOCK : Kind.INLINE);
      if (node.found.generated() && !node.look.gone()) {
        node.flow.append(HtmlFlow.UNKNOWN, node.look);
      }
      if (empty) {
        pop();
      }
    }
  }

  private static boolean isLink(String href) {
    return LINK.matcher(href).matches();
  }

  /** What leads to a note is no part of what is said, as long as it is only the sign of it. */
  private void link(String href) throws Refusal {
    Matcher link = LINK.matcher(href);
    if (!link.matches()) {
      return;
    }
    String number = link.group(3);
    if (!current().look.gone()) {
      if (link.group(1) != null) {
        String kind = link.group(1).equals("_msocom_") ? "_com_" : link.group(1).substring(1);
        current().flow.anchor(kind + number);
      } else if ("sym".equals(link.group(4)) && link.group(2) != null) {
        current().flow.anchor(link.group(2) + number);
      }
    }
    element("a", Kind.SIGN).about = number;
  }

  private static boolean isSign(String text, String number) {
    String sign = text.strip();
    int value = Integer.parseInt(number);
    return sign.matches("\\[?[A-Za-z]{0,4}" + number + "\\]?")
        || sign.replaceAll("[\\[\\]]", "").equalsIgnoreCase(roman(value));
  }

  private static String roman(int value) {
    if (value < 1 || value > 39) {
      return "-";
    }
    String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return "x".repeat(value / 10) + ones[value % 10];
  }

  private Name name(String tag) {
    String written = tokens.attributeOr("class").strip();
    List<String> classes = written.isEmpty() ? List.of() : List.of(written.split("\\s+", -1));
    return new Name(tag, classes, tokens.attributeOr("id"));
  }

  /** Returns what the current tag says by itself. */
  private Own own(String tag) {
    boolean struck = tag.equals("s") || tag.equals("strike") || tag.equals("del");
    boolean shifted = tag.equals("sup") || tag.equals("sub");
    boolean hidden =
        tokens.attribute("hidden") != null
            // What Word has deleted, and shows as such until somebody accepts it.
            || tag.equals("del") && tokens.attribute("cite") != null
            || tokens.attributeOr("class").equals("msoDel")
            || tag.equals("rp")
            || tag.equals("rt")
            || tokens.attributeOr("style").replace(" ", "").contains("mso-list:Ignore");
    boolean turned = tag.equals("bdo");
    boolean spaced = tag.equals("pre") || tag.equals("xmp") || tag.equals("listing");
    String colour = tag.equals("font") ? tokens.attribute("color") : null;
    colour = tag.equals("body") ? tokens.attribute("text") : colour;
    // Links have a colour of their own.
    colour = tag.equals("a") && tokens.attribute("href") != null ? "#0000ee" : colour;
    String face = tag.equals("font") ? tokens.attribute("face") : null;
    String ground = tokens.attribute("bgcolor");
    ground = ground == null && tokens.attribute("background") != null ? "url()" : ground;
    boolean says =
        struck || shifted || hidden || turned || spaced || colour != null || face != null;
    return says || ground != null
        ? new Own(struck, shifted, hidden, turned, spaced, colour, ground, face)
        : NOTHING;
  }

  private HtmlNode element(String tag, Kind kind) throws Refusal {
    return push(tag, kind, current().flow, null, null);
  }

  private HtmlNode scope(String tag, Kind kind, HtmlFlow into) throws Refusal {
    return push(tag, kind, into, null, null);
  }

  private HtmlNode push(
      String tag, Kind kind, HtmlFlow into, @Nullable HtmlTable table, @Nullable HtmlLook look)
      throws Refusal {
    Name name = name(tag);
    Own own = own(tag);
    Found found = sheet.find(name, names, tokens.attribute("style"));
    HtmlLook seen = look == null ? current().look.inside(own, found, kind == Kind.CELL) : look;
    var node = new HtmlNode(name, kind, own, found, seen, into, table);
    push(node);
    return node;
  }

  // --- ends

  private void end(String tag) throws Refusal {
    switch (tag) {
      case "html", "body" -> {
        ended = true;
        return;
      }
      case "table" -> {
        if (backToTable()) {
          pop();
        }
        return;
      }
      case "tr" -> {
        if (backTo(Kind.ROW)) {
          pop();
        }
        return;
      }
      case "td", "th" -> {
        if (backTo(Kind.CELL)) {
          pop();
        }
        return;
      }
      case "caption" -> {
        if (backTo(Kind.CAPTION)) {
          pop();
        }
        return;
      }
      case "tbody", "thead", "tfoot" -> {
        if (backTo(Kind.SECTION)) {
          pop();
        }
        return;
      }
      case "br" -> {
        if (!current().look.gone()) {
          current().flow.breakLine();
        }
        return;
      }
      default -> {}
    }
    HtmlNode scope = current().scope();
    if (!isOpen(tag) || stack.size() < 2) {
      boolean own = scope.kind == Kind.NOTE || scope.kind == Kind.BOX;
      while (own && scope.is(tag) && stack.size() > 1) {
        own = pop() != scope;
      }
      return;
    }
    if (FORMATTING.contains(tag)) {
      endFormatting(tag);
    } else if (BLOCKS.contains(tag)) {
      endBlock(tag);
    } else {
      endInline(tag);
    }
  }

  /** Ends an element that does not end where blocks inside it are open. */
  private void endInline(String tag) throws Refusal {
    int at = stack.size() - 1;
    while (at > 0 && !stack.get(at).is(tag)) {
      work++;
      HtmlNode node = stack.get(at);
      if (node.kind == Kind.BLOCK || node.open != null) {
        return;
      }
      at--;
    }
    popTo(at);
  }

  private void popTo(int at) throws Refusal {
    while (stack.size() > Math.max(1, at)) {
      pop();
    }
  }

  /** Ends a block; letters that are not yet as before go on to look so behind it. */
  private void endBlock(String tag) throws Refusal {
    var goingOn = new ArrayList<HtmlNode>();
    while (stack.size() > 1) {
      if (current().open != null && !current().is(tag)) {
        return;
      }
      HtmlNode node = pop();
      if (node.is(tag)) {
        break;
      }
      if (FORMATTING.contains(node.name.tag())) {
        goingOn.add(0, node);
      }
    }
    for (var node : goingOn) {
      HtmlLook look = current().look.inside(node.own, node.found, false);
      if (!look.equals(current().look)) {
        push(
            new HtmlNode(node.name, Kind.INLINE, node.own, node.found, look, current().flow, null));
      }
    }
  }

  private void endFormatting(String tag) throws Refusal {
    int at = stack.size() - 1;
    boolean crossed = false;
    while (at > 0 && !stack.get(at).is(tag)) {
      work++;
      crossed = true;
      if (stack.get(at).open != null) {
        return;
      }
      at--;
    }
    if (at <= 0) {
      return;
    }
    if (!crossed || stack.get(at).kind == Kind.SIGN) {
      popTo(at);
      return;
    }
    // What has begun in it goes on without it.
    HtmlNode ended = stack.remove(at);
    names.remove(at);
    ended.count(-1);
    for (int i = at; i < stack.size(); i++) {
      work++;
      HtmlNode node = stack.get(i);
      node.look = stack.get(i - 1).look.inside(node.own, node.found, false);
    }
  }

  private void endItem(String tag) throws Refusal {
    int at = stack.size() - 1;
    while (at > 0) {
      HtmlNode node = stack.get(at);
      work++;
      boolean same = tag.equals("li") ? node.is("li") : node.is("dt") || node.is("dd");
      if (same) {
        endBlock(node.name.tag());
        return;
      }
      if (node.open != null || node.is("ul") || node.is("ol") || node.is("dl")) {
        return;
      }
      at--;
    }
  }

  /** Ends what is open in the innermost table; returns whether there is one. */
  private boolean backToTable() throws Refusal {
    if (tables == 0 || !isInTable()) {
      return false;
    }
    while (current().kind != Kind.TABLE) {
      pop();
    }
    return true;
  }

  /** Tells whether a table is open that is in no note or box that began later. */
  private boolean isInTable() {
    for (int i = stack.size() - 1; i > 0; i--) {
      work++;
      Kind kind = stack.get(i).kind;
      if (kind == Kind.TABLE) {
        return true;
      }
      if (kind == Kind.NOTE || kind == Kind.BOX) {
        return false;
      }
    }
    return false;
  }

  /** Ends what is open in the innermost part of the innermost table of that kind. */
  private boolean backTo(Kind wanted) throws Refusal {
    int at = stack.size() - 1;
    while (at > 0 && stack.get(at).kind != wanted) {
      work++;
      Kind kind = stack.get(at).kind;
      if (kind == Kind.TABLE || kind == Kind.NOTE || kind == Kind.BOX) {
        return false;
      }
      at--;
    }
    if (at <= 0) {
      return false;
    }
    while (stack.size() - 1 > at) {
      pop();
    }
    return true;
  }

  // --- tables

  private void table() throws Refusal {
    HtmlNode outer = current();
    if (++tables > Limits.NESTED_TEXTS) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    if (outer.look.gone()) {
      // It takes no place, and neither does what is in it.
      push("table", Kind.TABLE, new HtmlFlow(), new HtmlTable(), null);
      return;
    }
    var table = new HtmlTable();
    HtmlNode node = push("table", Kind.TABLE, table.above(), table, null);
    if (!node.look.gone()) {
      outer.flow.add(table);
    }
  }

  private HtmlTable tableOf(HtmlNode node) {
    return Objects.requireNonNull(node.table);
  }

  private void caption() throws Refusal {
    if (backToTable()) {
      HtmlTable table = tableOf(current());
      table.above().endParagraph();
      push("caption", Kind.CAPTION, table.above(), null, null);
    }
  }

  private void columns(String tag) throws Refusal {
    if (!backToTable()) {
      return;
    }
    String span = tokens.attributeOr("span");
    if (tag.equals("colgroup") && span.isEmpty()) {
      return;
    }
    Name name = name(tag);
    Found found = sheet.find(name, names, tokens.attribute("style"));
    HtmlLook look = current().look.inside(own(tag), found, false);
    String width = found.said().getOrDefault("width", tokens.attributeOr("width"));
    boolean hidden = look.gone() || look.unseen() || isNothing(width);
    tableOf(current()).columns(HtmlTable.columnsSpanned(span), hidden);
  }

  private static boolean isNothing(String size) {
    return HtmlLook.points(size, 0) < 0.5 && !size.contains("%");
  }

  private void section(String tag) throws Refusal {
    if (backToTable()) {
      HtmlTable table = tableOf(current());
      HtmlNode node = push(tag, Kind.SECTION, table.above(), table, null);
      keepUnseen(node);
    }
  }

  /** Rows that take no place have one in the sheet, where they are hidden. */
  private boolean keepUnseen(HtmlNode node) {
    HtmlLook outer = stack.get(stack.size() - 2).look;
    if (node.look.gone() && !outer.gone()) {
      node.look = node.look.keptUnseen();
      return true;
    }
    return node.look.unseen();
  }

  private void row() throws Refusal {
    if (!isInTable()) {
      return;
    }
    while (current().kind != Kind.TABLE && current().kind != Kind.SECTION) {
      pop();
    }
    HtmlTable table = tableOf(current());
    HtmlNode node = push("tr", Kind.ROW, table.above(), table, null);
    boolean hidden = keepUnseen(node);
    String height = node.found.said().getOrDefault("height", tokens.attributeOr("height"));
    double points = HtmlLook.points(height, 0);
    boolean low = !Double.isNaN(points) && SheetSizes.hidesRow(points) && !height.contains("%");
    if (low && !node.look.unseen()) {
      node.look = node.look.keptUnseen();
    }
    table.beginRow(hidden || low);
    if (table.rows().size() > Limits.ROWS) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private void cell(String tag) throws Refusal {
    if (!isInTable()) {
      return;
    }
    while (current().kind != Kind.TABLE
        && current().kind != Kind.SECTION
        && current().kind != Kind.ROW) {
      pop();
    }
    HtmlNode row = current();
    HtmlTable table = tableOf(row);
    if (row.kind != Kind.ROW) {
      push(
          new HtmlNode(
              new Name("tr", List.of(), ""),
              Kind.ROW,
              NOTHING,
              Found.NOTHING,
              row.look,
              table.above(),
              table));
      table.beginRow(row.look.unseen());
    }
    if (++cells > MOST_CELLS) {
      throw Refusal.of(TOO_LARGE);
    }
    var inside = new HtmlFlow();
    HtmlNode node = push(tag, Kind.CELL, inside, table, null);
    int columns = HtmlTable.columnsSpanned(tokens.attributeOr("colspan"));
    if (node.look.gone()) {
      if (!table.hiddenColumns().get(table.lastRow().columns())) {
        // Browsers close the gap.
        return;
      }
      node.look = node.look.keptUnseen();
    }
    table
        .lastRow()
        .add(
            new TableCell(
                inside,
                columns,
                HtmlTable.rowsSpanned(tokens.attributeOr("rowspan")),
                node.look,
                said()));
  }

  /** Returns what programs say about the value of a cell. */
  private Map<String, String> said() {
    Map<String, String> said = new HashMap<>();
    for (String each : HtmlValue.ATTRIBUTES) {
      String value = tokens.attribute(each);
      if (value != null) {
        said.put(each, value);
      }
    }
    return said.isEmpty() ? Map.of() : said;
  }

  // --- what forms and pictures show

  private void image() throws Refusal {
    Found found = sheet.find(name("img"), names, tokens.attribute("style"));
    HtmlLook look = current().look.inside(own("img"), found, false);
    String width = found.said().getOrDefault("width", tokens.attributeOr("width"));
    String height = found.said().getOrDefault("height", tokens.attributeOr("height"));
    boolean dot =
        HtmlLook.points(width, 0) <= 2 && !width.contains("%")
            || HtmlLook.points(height, 0) <= 2 && !height.contains("%");
    if (look.gone() || look.unseen() || dot) {
      return;
    }
    pictures = true;
    if (look.absolute()) {
      current().flow.floating();
    } else {
      current().flow.append(HtmlFlow.UNKNOWN, current().look);
    }
  }

  private void input() throws Refusal {
    String value = tokens.attributeOr("value");
    String type = tokens.attributeOr("type").toLowerCase(Locale.ROOT);
    Found found = sheet.find(name("input"), names, tokens.attribute("style"));
    HtmlLook look = current().look.inside(own("input"), found, false);
    if (look.gone()) {
      return;
    }
    String shown =
        switch (type) {
          case "hidden" -> "";
          case "checkbox", "radio" ->
              String.valueOf(FormField.ofCheckBox(tokens.attribute("checked") != null).shown());
          case "password", "range", "color", "image" -> String.valueOf(HtmlFlow.UNKNOWN);
          case "file" -> "";
          default -> value;
        };
    current().flow.append(shown, look);
  }

  private void select(String raw) throws Refusal {
    var inside = new HtmlTokens(raw);
    String first = null;
    String chosen = null;
    var option = new StringBuilder();
    boolean open = false;
    boolean selected = false;
    while (true) {
      HtmlTokens.Kind kind = inside.next();
      boolean ends =
          kind == HtmlTokens.Kind.FINISHED
              || kind == HtmlTokens.Kind.CUT_OFF
              || isOption(inside, kind);
      if (open && ends) {
        String shown = option.toString().strip();
        first = first == null ? shown : first;
        chosen = selected ? shown : chosen;
        open = false;
      }
      if (kind == HtmlTokens.Kind.START && inside.name().equals("option")) {
        open = true;
        selected = inside.attribute("selected") != null;
        option.setLength(0);
      } else if (kind == HtmlTokens.Kind.TEXT && open) {
        option.append(inside.text());
      } else if (kind == HtmlTokens.Kind.FINISHED || kind == HtmlTokens.Kind.CUT_OFF) {
        break;
      }
    }
    boolean several = tokens.attribute("multiple") != null;
    String shown = chosen != null ? chosen : several || first == null ? "" : first;
    seen(several && chosen != null ? String.valueOf(HtmlFlow.UNKNOWN) : shown);
  }

  private static boolean isOption(HtmlTokens tokens, HtmlTokens.Kind kind) {
    return (kind == HtmlTokens.Kind.START || kind == HtmlTokens.Kind.END)
        && tokens.name().equals("option");
  }

  /** Small letters above others tell how those are spoken; numbers there tell something else. */
  private void ruby() throws Refusal {
    HtmlNode node = element("ruby", Kind.INLINE);
    var inside = new HtmlTokens(raw("ruby"));
    var above = new StringBuilder();
    var base = new StringBuilder();
    String within = "";
    for (HtmlTokens.Kind kind = inside.next();
        kind != HtmlTokens.Kind.FINISHED && kind != HtmlTokens.Kind.CUT_OFF;
        kind = inside.next()) {
      boolean tag = kind == HtmlTokens.Kind.START || kind == HtmlTokens.Kind.END;
      if (tag && inside.name().startsWith("r")) {
        // What begins inside ends what was open: rb, rp, rt.
        within = kind == HtmlTokens.Kind.START ? inside.name() : "";
      } else if (kind == HtmlTokens.Kind.TEXT && !within.equals("rp")) {
        (within.equals("rt") ? above : base).append(inside.text());
      }
    }
    int before = node.flow.length();
    seen(base.toString());
    if (!FieldCode.isSound(above)) {
      if (node.flow.length() == before) {
        seen(String.valueOf(HtmlFlow.UNKNOWN));
      }
      node.flow.markSince(before, Mark.SHIFTED);
    }
    pop();
  }
}
