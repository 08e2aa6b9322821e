package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfGroup.Closing;
import dev.rollup.read.rtf.RtfGroup.Destination;
import dev.rollup.read.rtf.RtfStories.Beside;
import dev.rollup.read.rtf.RtfStories.Hanging;
import dev.rollup.read.rtf.RtfStory.End;
import dev.rollup.read.text.FieldCodes;
import dev.rollup.read.text.RunningText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of Rich Text Format, group by group, into the stories that it tells: without what is
 * deleted or hidden, with the results of fields and without their codes. What shows something that
 * no text tells is {@link RunningText#UNKNOWN}.
 */
final class RtfText {

  private final RtfTokens tokens;
  private final RtfHeader header = new RtfHeader();
  private final RtfStyles styles = new RtfStyles();
  private final RtfGroups groups = new RtfGroups();
  private final RtfCharacters characters = new RtfCharacters(header.fonts());
  private final RtfStory main = new RtfStory(new FieldCodes());
  private final RtfPen pen = new RtfPen(groups, header.fonts(), styles, main);
  private final RtfStories stories = new RtfStories(groups, pen, header);
  private final RtfShapes shapes = new RtfShapes(groups, pen);
  private final RtfProperties properties = new RtfProperties();
  private RtfElement element = new RtfElement();

  /** Whether the control word that comes names something that may be skipped. */
  private boolean starred;

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
    return stories.ended();
  }

  Map<String, String> properties() {
    return properties.byName();
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return shapes.hasPictures();
  }

  private void read() throws Refusal {
    while (true) {
      RtfTokens.Kind kind = tokens.next();
      if (kind != RtfTokens.Kind.BYTE) {
        flush();
      }
      switch (kind) {
        case OPEN -> open();
        case CLOSE -> {
          if (groups.depth() == 1) {
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
    if (!stories.isMain() || pen.story().fields().isCode()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    pen.endParagraphUnlessEmpty();
  }

  private void open() throws Refusal {
    characters.endStandIns();
    starred = false;
    boolean style = groups.current().destination == Destination.STYLES;
    RtfGroup group = groups.open();
    if (style) {
      group.plain(header.usualFont());
      group.closing = Closing.STYLE;
    }
  }

  private void close() throws Refusal {
    characters.endStandIns();
    starred = false;
    groups.checkOpen();
    closing();
    groups.close();
  }

  private void closing() throws Refusal {
    RtfGroup group = groups.current();
    String collected = group.closing == Closing.NOTHING ? "" : group.collected.toString();
    switch (group.closing) {
      case NOTHING -> {}
      case STYLE -> styles.put(group.style, group.look);
      case FIELD -> pen.append(pen.story().fields().end());
      case ELEMENT -> pen.story().fields().form(element.field());
      case ENTRY -> element.entry(collected);
      case SHAPE -> shapes.end();
      case SHAPE_NAME -> shapes.name(collected);
      case SHAPE_VALUE -> shapes.value(collected);
      case OBJECT -> {
        if (pen.letters() == group.lettersBefore) {
          pen.append(RtfPen.UNKNOWN);
        }
      }
      case BOX -> stories.endBox();
      case BESIDE -> stories.endBeside();
      case ABOUT -> stories.about(collected);
      case ABOUT_START -> stories.beginAbout(collected);
      case TITLE -> properties.title(collected);
      case PROPERTY_NAME -> properties.name(collected);
      case PROPERTY_VALUE -> properties.value(collected);
    }
  }

  // --- text

  private void literal(int value) throws Refusal {
    starred = false;
    Destination destination = groups.current().destination;
    if (characters.takeStandIn()
        || destination == Destination.SKIPPED
        || destination == Destination.QUIET) {
      return;
    }
    if (value == '\t') {
      flush();
      text("\t");
      return;
    }
    characters.add((byte) value);
  }

  private void flush() throws Refusal {
    RtfGroup group = groups.current();
    text(characters.take(group.destination == Destination.FONTS ? -1 : group.font));
  }

  private void symbol() throws Refusal {
    if (characters.takeStandIn()) {
      return;
    }
    switch (tokens.value()) {
      case '*' -> starred = true;
      case '~' -> text("\u00A0");
      case '_' -> text("-");
      default -> {}
    }
  }

  /** Takes what is written, wherever that goes; null for nothing. */
  private void text(@Nullable String written) throws Refusal {
    if (written == null) {
      return;
    }
    RtfGroup group = groups.current();
    switch (group.destination) {
      case NORMAL -> pen.append(written);
      case CODE -> pen.appendCode(written);
      case COLLECTED -> group.collect(written);
      case FONTS -> header.font(written, group);
      case COLOURS -> header.colours().add(written);
      case STYLES, SKIPPED, QUIET -> {}
    }
  }

  // --- control words

  private void word() throws Refusal {
    if (characters.takeStandIn()) {
      return;
    }
    boolean skippable = starred;
    starred = false;
    RtfGroup group = groups.current();
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
      stories.beginBeside(Beside.MARGIN);
    } else if (RtfWords.isOfPage(word)) {
      text(stories.isBeside() ? "" : RtfPen.UNKNOWN);
    } else if (!header.takes(tokens, group)
        && !isDestination(word, group)
        && !group.look(tokens, header.colours(), header.usualFont())
        && !group.paragraph(tokens, header.colours())
        && !pen.story().takesRow(tokens, header.colours(), group.nestedRow)
        && !element.takes(word, tokens.number())
        && skippable) {
      group.destination = Destination.SKIPPED;
    }
  }

  private boolean isDestination(String word, RtfGroup group) throws Refusal {
    switch (word) {
      case "u" -> text(characters.unicode(tokens.number(), group.font, group.standIns));
      case "par" -> endOf(End.PARAGRAPH);
      case "cell", "nestcell" -> endOf(End.CELL);
      case "row", "nestrow" -> endOf(End.ROW);
      case "sect" -> {
        if (group.destination == Destination.NORMAL) {
          pen.endParagraphUnlessEmpty();
        }
      }
      case "info", "userprops" -> group.destination = Destination.QUIET;
      case "title" -> group.collect(Closing.TITLE);
      case "propname" -> group.collect(Closing.PROPERTY_NAME);
      case "staticval" -> group.collect(Closing.PROPERTY_VALUE);
      case "field" -> {
        if (group.destination == Destination.NORMAL || group.destination == Destination.CODE) {
          pen.story().fields().begin();
          group.destination = Destination.NORMAL;
          group.closing = Closing.FIELD;
        }
      }
      case "flddirty" -> pen.story().fields().dirty();
      case "fldinst" -> {
        if (group.destination == Destination.NORMAL) {
          group.destination = Destination.CODE;
        }
      }
      case "fldrslt" -> {
        if (group.destination == Destination.NORMAL) {
          pen.story().fields().separate();
        }
      }
      case "formfield" -> {
        element = new RtfElement();
        group.destination = Destination.QUIET;
        group.closing = Closing.ELEMENT;
      }
      case "ffl" -> group.collect(Closing.ENTRY);
      case "pict" -> shapes.picture();
      case "shppict" -> {}
      case "object" -> {
        group.closing = Closing.OBJECT;
        group.lettersBefore = pen.letters();
        group.outside = group.destination;
        group.destination = Destination.QUIET;
      }
      case "result" -> {
        if (groups.outer().closing == Closing.OBJECT) {
          group.destination = group.outside;
        }
      }
      case "shp", "do", "shpgrp" -> {
        if (group.destination != Destination.COLLECTED) {
          shapes.begin();
        }
      }
      case "shpinst" -> {}
      case "sn" -> group.collect(Closing.SHAPE_NAME);
      case "sv" -> group.collect(Closing.SHAPE_VALUE);
      case "shptxt", "dptxbxtext" -> stories.beginBox();
      case "footnote" -> stories.beginBeside(Beside.FOOTNOTE);
      case "ftnalt" -> stories.endnote();
      case "annotation" -> stories.beginBeside(Beside.COMMENT);
      case "atnref" -> group.collect(Closing.ABOUT);
      case "atrfstart" -> group.collect(Closing.ABOUT_START);
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

  private void endOf(End end) throws Refusal {
    RtfGroup group = groups.current();
    if (group.destination == Destination.COLLECTED) {
      text("\n");
    } else if (group.destination == Destination.NORMAL) {
      if (end == End.PARAGRAPH) {
        pen.endParagraph();
      } else {
        boolean nested = tokens.word().startsWith("nest");
        pen.endParagraph(end, nested ? Math.max(2, group.depth) : 1);
      }
    }
  }
}
