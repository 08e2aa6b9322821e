package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfGroup.Closing;
import dev.rollup.read.rtf.RtfGroup.Destination;
import dev.rollup.read.rtf.RtfStory.Anchor;
import dev.rollup.read.rtf.RtfStory.Box;
import dev.rollup.read.rtf.RtfStory.End;
import dev.rollup.read.rtf.RtfStory.Floating;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.LetterLook;
import dev.rollup.read.text.LineHeight;
import dev.rollup.read.text.RunningText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of Rich Text Format, group by group, into the stories that it tells: without what is
 * deleted or hidden, with the results of fields and without their codes. What shows something that
 * no text tells is {@link RunningText#UNKNOWN}.
 */
final class RtfText {

  /** What stands beside the text. */
  enum Beside {
    COMMENT,
    FOOTNOTE,
    ENDNOTE,
    MARGIN
  }

  /**
   * A story beside the text.
   *
   * @param from the anchor where what it is about begins
   * @param at the anchor where it hangs itself
   */
  record Hanging(Beside kind, RtfStory story, String from, String at) {}

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  /** More letters than any text has in which a form stands. */
  private static final int MOST_LETTERS = 5_000_000;

  /** Longer than any name, colour or code that means something. */
  private static final int LONGEST_COLLECTED = 100_000;

  /** A story that is open, and what it is beside; null for the text itself and for boxes. */
  private record Telling(RtfStory story, @Nullable Beside beside) {}

  /** What may hold for letters that do not say it themselves. */
  private record Doubtful(String style, String ofCharacters, @Nullable Integer behind) {}

  /** A drawing that is open. */
  private static final class Shape {
    private final StringBuilder name = new StringBuilder();
    private boolean hidden;
    private boolean picture;
  }

  private final RtfTokens tokens;
  private final RtfFonts fonts = new RtfFonts();
  private final RtfColours colours = new RtfColours();
  private final Map<String, LetterLook> styles = new HashMap<>();
  private final Map<Doubtful, LetterLook> doubts = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private final List<Hanging> notes = new ArrayList<>();
  private final RtfStory main = new RtfStory(new FieldCodes());
  private final Deque<Telling> stories = new ArrayDeque<>();
  private final Deque<RtfGroup> groups = new ArrayDeque<>();
  private final Deque<Shape> shapes = new ArrayDeque<>();
  private final Deque<String> aboutWhat = new ArrayDeque<>();
  private RtfGroup group = new RtfGroup();
  private RtfStory story = main;
  private RtfElement element = new RtfElement();
  private String property = "";
  private boolean pictures;
  private int usualFont;

  /** Whether the control word that comes names something that may be skipped. */
  private boolean starred;

  /** How many characters stand in for one that was read already. */
  private int standIns;

  /** Bytes of a text that were not read yet. */
  private byte[] bytes = new byte[64];

  private int length;
  private int letters;
  private int anchors;

  /** How many pieces of text there were that look different, and of other things between them. */
  private int stretches;

  private int high;

  private RtfText(byte[] content) {
    this.tokens = new RtfTokens(content);
  }

  static RtfText read(byte[] content) throws Refusal {
    var read = new RtfText(content);
    read.read();
    return read;
  }

  RtfStory main() {
    return main;
  }

  List<Hanging> notes() {
    return notes;
  }

  Map<String, String> properties() {
    return properties;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  private void read() throws Refusal {
    stories.push(new Telling(main, null));
    while (true) {
      RtfTokens.Kind kind = tokens.next();
      if (kind != RtfTokens.Kind.BYTE) {
        flush();
      }
      switch (kind) {
        case OPEN -> open();
        case CLOSE -> {
          if (groups.size() == 1) {
            finish();
            return;
          }
          close();
        }
        case WORD -> word();
        case SYMBOL -> symbol();
        case BYTE -> literal(tokens.value());
        case END -> throw Refusal.of(DAMAGED_FILE);
      }
    }
  }

  private void finish() throws Refusal {
    if (story != main || story.fields().isCode()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (!story.isEmpty()) {
      endParagraph(End.PARAGRAPH, level());
    }
  }

  private void open() throws Refusal {
    standIns = 0;
    starred = false;
    groups.push(group);
    if (groups.size() > Limits.DEPTH) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    boolean style = group.destination == Destination.STYLES;
    group = group.inner();
    if (style) {
      group.plain(usualFont);
      group.closing = Closing.STYLE;
    }
  }

  private void close() throws Refusal {
    standIns = 0;
    starred = false;
    if (groups.isEmpty()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    closing();
    group = groups.pop();
  }

  private void closing() throws Refusal {
    String collected = group.closing == Closing.NOTHING ? "" : group.collected.toString();
    switch (group.closing) {
      case NOTHING -> {}
      case STYLE -> {
        styles.put(group.style, group.look);
        Limits.checkListed(styles.size());
      }
      case FIELD -> append(story.fields().end());
      case ELEMENT -> story.fields().form(element.field());
      case ENTRY -> element.entry(collected);
      case SHAPE -> endShape();
      case SHAPE_NAME -> {
        if (!shapes.isEmpty()) {
          shapes.element().name.setLength(0);
          shapes.element().name.append(collected.strip());
        }
      }
      case SHAPE_VALUE -> shapeValue(collected);
      case OBJECT -> {
        if (letters == group.lettersBefore) {
          append(UNKNOWN);
        }
      }
      case BOX -> {
        RtfStory box = endStory();
        story.add(new Box(box));
      }
      case BESIDE -> {
        Telling telling = stories.element();
        RtfStory ended = endStory();
        if (telling.beside() != null) {
          String about = aboutWhat.pop();
          notes.add(new Hanging(telling.beside(), ended, about, group.anchor));
          Limits.checkListed(notes.size());
        }
      }
      case ABOUT -> {
        if (!aboutWhat.isEmpty()) {
          aboutWhat.pop();
          aboutWhat.push("about " + collected.strip());
        }
      }
      case ABOUT_START -> anchor("about " + collected.strip());
      case TITLE -> properties.putIfAbsent("title", collected);
      case PROPERTY_NAME -> property = collected;
      case PROPERTY_VALUE -> {
        if (!property.isEmpty()) {
          properties.put(property, collected);
          Limits.checkListed(properties.size());
        }
      }
    }
  }

  // --- text

  private void literal(int value) throws Refusal {
    starred = false;
    if (standIns > 0) {
      standIns--;
      return;
    }
    if (group.destination == Destination.SKIPPED || group.destination == Destination.QUIET) {
      return;
    }
    if (value == '\t') {
      flush();
      text("\t");
      return;
    }
    if (length == bytes.length) {
      if (length >= MOST_LETTERS) {
        throw Refusal.of(TOO_LARGE);
      }
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
  }

  private void flush() throws Refusal {
    if (length > 0) {
      int font = group.destination == Destination.FONTS ? -1 : group.font;
      String read = fonts.text(font, bytes, length);
      length = 0;
      text(read);
    }
  }

  private void symbol() throws Refusal {
    if (standIns > 0) {
      standIns--;
      return;
    }
    switch (tokens.value()) {
      case '*' -> starred = true;
      case '~' -> text("\u00A0");
      case '_' -> text("-");
      default -> {}
    }
  }

  /** Takes what is written, wherever that goes. */
  private void text(String written) throws Refusal {
    switch (group.destination) {
      case NORMAL -> append(written);
      case CODE -> {
        Set<Mark> marks = group.look.marks(null);
        boolean certain = !isGone() && !marks.contains(Mark.STRUCK_OUT);
        story.fields().code(certain ? written : UNKNOWN);
      }
      case COLLECTED -> {
        if (group.collected.length() + written.length() <= LONGEST_COLLECTED) {
          group.collected.append(written);
        }
      }
      case FONTS -> font(written);
      case COLOURS -> colours.add(written);
      case STYLES, SKIPPED, QUIET -> {}
    }
  }

  private void font(String written) throws Refusal {
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == ';') {
        fonts.put(group.font, group.collected.toString(), group.characters, group.codePage);
        group.collected.setLength(0);
      } else if (group.collected.length() < LONGEST_COLLECTED) {
        group.collected.append(written.charAt(i));
      }
    }
  }

  private boolean isGone() {
    return group.deleted || group.look.hidden();
  }

  private void append(String seen) throws Refusal {
    if (seen.isEmpty() || isGone() || story.fields().isCode()) {
      return;
    }
    letters += seen.length();
    if (letters > MOST_LETTERS) {
      throw Refusal.of(TOO_LARGE);
    }
    story.fields().result(seen);
    if (story.add(seen, group.look, doubts(), fonts.name(group.font), Set.of())) {
      Limits.checkListed(++stretches);
    }
  }

  /** Returns what styles say of letters, and a colour that not all programs put behind them. */
  private @Nullable LetterLook doubts() {
    if (styles.isEmpty() && group.behind == null) {
      return null;
    }
    var key = new Doubtful(group.style, group.characterStyle, group.behind);
    LetterLook said = doubts.get(key);
    if (said == null) {
      said = styles.getOrDefault(group.style, LetterLook.PLAIN);
      said = styles.getOrDefault(group.characterStyle, LetterLook.PLAIN).over(said);
      if (group.behind != null) {
        said = new LetterLook.Builder().shading(group.behind).build().over(said);
      }
      doubts.put(key, said);
    }
    return said == LetterLook.PLAIN ? null : said;
  }

  // --- stories

  private int level() {
    return group.inTable || group.depth > 0 ? Math.max(1, group.depth) : 0;
  }

  private void endParagraph(End end, int level) throws Refusal {
    boolean squeezed =
        !group.lineFactor && LineHeight.squeezes(Math.abs(group.lineHeight), group.lineHeight < 0);
    story.end(end, level, isGone(), group.deleted, group.shading, squeezed);
  }

  private void beginStory(RtfStory begun, @Nullable Beside beside, Closing closing) throws Refusal {
    if (stories.size() > Limits.NESTED_TEXTS) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    group.closing = closing;
    group.destination = Destination.NORMAL;
    if (beside == Beside.MARGIN) {
      aboutWhat.push("");
    } else if (beside != null) {
      group.anchor = anchor("note " + ++anchors);
      aboutWhat.push("");
    }
    group.paragraph();
    group.plain(usualFont);
    story = begun;
    stories.push(new Telling(begun, beside));
  }

  private RtfStory endStory() throws Refusal {
    RtfStory ended = story;
    if (ended.fields().isCode()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    if (!ended.isEmpty()) {
      endParagraph(End.PARAGRAPH, level());
    }
    stories.pop();
    story = stories.element().story();
    return ended;
  }

  /** Remembers a place; returns its name. */
  private String anchor(String name) throws Refusal {
    if (!isGone()) {
      Limits.checkListed(++stretches);
      story.add(new Anchor(name));
    }
    return name;
  }

  private void beside(Beside kind) throws Refusal {
    if (isGone() && kind != Beside.MARGIN) {
      group.destination = Destination.SKIPPED;
      return;
    }
    beginStory(new RtfStory(FieldCodes.onPages()), kind, Closing.BESIDE);
  }

  private void box() throws Refusal {
    if (isGone() || story.fields().isCode()) {
      group.destination = Destination.SKIPPED;
      return;
    }
    beginStory(new RtfStory(story.fields().ofBox()), null, Closing.BOX);
  }

  private void beginShape() {
    shapes.push(new Shape());
    group.closing = Closing.SHAPE;
    group.destination = Destination.QUIET;
  }

  private void endShape() throws Refusal {
    Shape shape = shapes.pop();
    boolean seen = !shape.hidden && !isGone() && !story.fields().isCode();
    if (!shapes.isEmpty()) {
      shapes.element().picture |= shape.picture;
    } else if (seen) {
      pictures |= shape.picture;
      Limits.checkListed(++stretches);
      story.add(new Floating());
    }
  }

  private void shapeValue(String value) throws Refusal {
    if (shapes.isEmpty()) {
      return;
    }
    Shape shape = shapes.element();
    switch (shape.name.toString()) {
      case "fHidden" -> shape.hidden = value.strip().equals("1");
      case "gtextUNICODE" -> {
        // Ornamental letters are drawn, and their text is a property of the drawing.
        if (!value.isBlank() && !isGone()) {
          var drawn = new RtfStory(story.fields().ofBox());
          drawn.add(value, LetterLook.PLAIN, null, null, Set.of());
          drawn.end(End.PARAGRAPH, 0, false, false, RtfRow.Shading.NONE, false);
          story.add(new Box(drawn));
        }
      }
      default -> {}
    }
  }

  private void picture() throws Refusal {
    if (group.destination == Destination.NORMAL && !isGone() && !story.fields().isCode()) {
      pictures = true;
      append(UNKNOWN);
    } else if (!shapes.isEmpty()) {
      shapes.element().picture = true;
    }
    group.destination = Destination.SKIPPED;
  }

  // --- control words

  private void word() throws Refusal {
    if (standIns > 0) {
      standIns--;
      return;
    }
    boolean skippable = starred;
    starred = false;
    if (group.destination == Destination.SKIPPED) {
      return;
    }
    String word = tokens.word();
    String character = RtfWords.character(word);
    if (character != null) {
      text(character);
    } else if (RtfWords.isSkipped(word)) {
      group.destination = Destination.SKIPPED;
    } else if (RtfWords.isMargin(word)) {
      beside(Beside.MARGIN);
    } else if (RtfWords.isOfPage(word)) {
      boolean besides = stories.stream().anyMatch(telling -> telling.beside() != null);
      text(besides ? "" : UNKNOWN);
    } else if (!isDestination(word)
        && !group.look(tokens, colours, usualFont)
        && !group.paragraph(tokens, colours)
        && !isOfTable(word)
        && !element.takes(word, tokens.number())
        && skippable) {
      group.destination = Destination.SKIPPED;
    }
  }

  private boolean isDestination(String word) throws Refusal {
    switch (word) {
      case "u" -> unicode();
      case "par" -> endOf(End.PARAGRAPH);
      case "cell", "nestcell" -> endOf(End.CELL);
      case "row", "nestrow" -> endOf(End.ROW);
      case "sect" -> {
        if (group.destination == Destination.NORMAL && !story.isEmpty()) {
          endParagraph(End.PARAGRAPH, level());
        }
      }
      case "ansicpg" -> fonts.codePage(tokens.number());
      case "mac" -> fonts.codePage(10000);
      case "pc" -> fonts.codePage(437);
      case "pca" -> fonts.codePage(850);
      case "deff" -> {
        usualFont = tokens.number();
        group.font = usualFont;
      }
      case "fonttbl" -> {
        group.destination = Destination.FONTS;
        group.collected = new StringBuilder();
      }
      case "fcharset" -> group.characters = tokens.number();
      case "cpg" -> group.codePage = tokens.number();
      case "colortbl" -> group.destination = Destination.COLOURS;
      case "red" -> colours.red(tokens.number());
      case "green" -> colours.green(tokens.number());
      case "blue" -> colours.blue(tokens.number());
      case "stylesheet" -> group.destination = Destination.STYLES;
      case "info", "userprops" -> group.destination = Destination.QUIET;
      case "title" -> collect(Closing.TITLE);
      case "propname" -> collect(Closing.PROPERTY_NAME);
      case "staticval" -> collect(Closing.PROPERTY_VALUE);
      case "field" -> {
        if (group.destination == Destination.NORMAL || group.destination == Destination.CODE) {
          story.fields().begin();
          group.destination = Destination.NORMAL;
          group.closing = Closing.FIELD;
        }
      }
      case "fldinst" -> {
        if (group.destination == Destination.NORMAL) {
          group.destination = Destination.CODE;
        }
      }
      case "fldrslt" -> {
        if (group.destination == Destination.NORMAL) {
          story.fields().separate();
        }
      }
      case "formfield" -> {
        element = new RtfElement();
        group.destination = Destination.QUIET;
        group.closing = Closing.ELEMENT;
      }
      case "ffl" -> collect(Closing.ENTRY);
      case "pict" -> picture();
      case "shppict" -> {}
      case "object" -> {
        group.closing = Closing.OBJECT;
        group.lettersBefore = letters;
        group.outside = group.destination;
        group.destination = Destination.QUIET;
      }
      case "result" -> {
        if (!groups.isEmpty() && groups.element().closing == Closing.OBJECT) {
          group.destination = group.outside;
        }
      }
      case "shp", "do", "shpgrp" -> {
        if (group.destination != Destination.COLLECTED) {
          beginShape();
        }
      }
      case "shpinst" -> {}
      case "sn" -> collect(Closing.SHAPE_NAME);
      case "sv" -> collect(Closing.SHAPE_VALUE);
      case "shptxt", "dptxbxtext" -> box();
      case "footnote" -> beside(Beside.FOOTNOTE);
      case "ftnalt" -> endnote();
      case "annotation" -> beside(Beside.COMMENT);
      case "atnref" -> collect(Closing.ABOUT);
      case "atrfstart" -> collect(Closing.ABOUT_START);
      case "nesttableprops" -> group.nestedRow = true;
      case "upr" -> {
        group.outside = group.destination;
        group.destination = Destination.QUIET;
      }
      case "ud" -> group.destination = group.outside;
      case "moMath", "moMathPara", "mmath" -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private void endnote() {
    Telling telling = stories.element();
    if (telling.beside() == Beside.FOOTNOTE) {
      stories.pop();
      stories.push(new Telling(telling.story(), Beside.ENDNOTE));
    }
  }

  private void collect(Closing closing) {
    group.destination = Destination.COLLECTED;
    group.collected = new StringBuilder();
    group.closing = closing;
  }

  private void endOf(End end) throws Refusal {
    if (group.destination != Destination.NORMAL) {
      if (group.destination == Destination.COLLECTED) {
        text("\n");
      }
      return;
    }
    boolean nested = tokens.word().startsWith("nest");
    int level = end == End.PARAGRAPH ? level() : nested ? Math.max(2, group.depth) : 1;
    endParagraph(end, level);
  }

  /** A character by its number, and how many others stand in for it where it is not known. */
  private void unicode() throws Refusal {
    char unit = (char) tokens.number();
    standIns = group.standIns;
    if (Character.isHighSurrogate(unit)) {
      high = unit;
      return;
    }
    if (Character.isLowSurrogate(unit)) {
      String pair = Character.isHighSurrogate((char) high) ? (char) high + "" + unit : UNKNOWN;
      high = 0;
      text(pair);
      return;
    }
    high = 0;
    if (unit < ' ') {
      return;
    }
    text(fonts.character(group.font, unit));
  }

  private boolean isOfTable(String word) throws Refusal {
    RtfRow row = story.row(group.nestedRow);
    Integer colour = colours.get(tokens.number());
    switch (word) {
      case "trowd" -> story.beginRow(group.nestedRow);
      case "trrh" -> row.height(tokens.number());
      case "trcbpat" -> row.shading(row.shading().fill(colour));
      case "trcfpat" -> row.shading(row.shading().ink(colour));
      case "trshdng" -> row.shading(row.shading().share(tokens.number()));
      case "clmrg" -> row.covered();
      case "clvmrg" -> row.goesOn();
      case "clcbpat" -> row.cellShading(row.cellShading().fill(colour));
      case "clcfpat" -> row.cellShading(row.cellShading().ink(colour));
      case "clshdng" -> row.cellShading(row.cellShading().share(tokens.number()));
      case "cellx" -> row.endCell();
      default -> {
        return false;
      }
    }
    return true;
  }
}
