package dev.rollup.read.rtf;

import dev.rollup.read.rtf.RtfRow.Shading;
import dev.rollup.read.text.LetterLook;
import org.jspecify.annotations.Nullable;

/** What holds inside one group; what was said in it is forgotten when it closes. */
final class RtfGroup {

  /** Where text goes. */
  enum Destination {
    /** The story that is told. */
    NORMAL,
    /** The code of a field. */
    CODE,
    /** What is kept until the group closes. */
    COLLECTED,
    FONTS,
    COLOURS,
    STYLES,
    /** Nowhere, but groups in it may go somewhere. */
    QUIET,
    /** Nowhere, with all that is in it. */
    SKIPPED
  }

  /** What the end of the group ends. */
  enum Closing {
    NOTHING,
    STYLE,
    FIELD,
    ELEMENT,
    ENTRY,
    SHAPE,
    SHAPE_NAME,
    SHAPE_VALUE,
    OBJECT,
    BOX,
    BESIDE,
    ABOUT,
    ABOUT_START,
    TITLE,
    PROPERTY_NAME,
    PROPERTY_VALUE
  }

  /** Longer than any name, colour or code that means something. */
  static final int LONGEST_COLLECTED = 100_000;

  private static final String USUAL_STYLE = "s0";

  /** By so many half points letters are raised or lowered where no number says how far. */
  private static final int USUAL_SHIFT = 6;

  private static final int USUAL_SIZE = 24;

  /** Twentieths in a quarter of a point. */
  private static final int QUARTER = 5;

  Destination destination = Destination.NORMAL;
  Closing closing = Closing.NOTHING;
  StringBuilder collected = new StringBuilder();

  /** Where text went outside of two versions of the same. */
  Destination outside = Destination.NORMAL;

  String anchor = "";
  int lettersBefore;

  /** How many characters stand in for one that is told by its number. */
  int standIns = 1;

  int font;

  /** Of the font that is described: its set of characters and its code page. */
  int characters = 1;

  int codePage;
  LetterLook look = LetterLook.PLAIN;
  boolean deleted;
  String characterStyle = "";

  /** A colour that some programs put behind letters. */
  @Nullable Integer behind;

  private Shading ofLetters = Shading.NONE;

  String style = USUAL_STYLE;
  boolean inTable;
  int depth;
  Shading shading = Shading.NONE;
  int lineHeight;
  boolean lineFactor;
  boolean nestedRow;

  /** Returns what holds in a group inside it, as long as that says nothing else. */
  RtfGroup inner() {
    var inner = new RtfGroup();
    inner.destination = destination;
    inner.collected = collected;
    inner.outside = outside;
    inner.standIns = standIns;
    inner.font = font;
    inner.characters = characters;
    inner.codePage = codePage;
    inner.look = look;
    inner.deleted = deleted;
    inner.characterStyle = characterStyle;
    inner.behind = behind;
    inner.ofLetters = ofLetters;
    inner.style = style;
    inner.inTable = inTable;
    inner.depth = depth;
    inner.shading = shading;
    inner.lineHeight = lineHeight;
    inner.lineFactor = lineFactor;
    inner.nestedRow = nestedRow;
    return inner;
  }

  /** Keeps what is written from now on until the group closes. */
  void collect(Closing then) {
    destination = Destination.COLLECTED;
    collected = new StringBuilder();
    closing = then;
  }

  /** Keeps what is written, as far as it may mean something. */
  void collect(String written) {
    if (collected.length() + written.length() <= LONGEST_COLLECTED) {
      collected.append(written);
    }
  }

  /** Forgets what was said of letters. */
  void plain(int usualFont) {
    look = LetterLook.PLAIN;
    deleted = false;
    characterStyle = "";
    behind = null;
    ofLetters = Shading.NONE;
    font = usualFont;
  }

  /** Forgets what was said of paragraphs. */
  void paragraph() {
    inTable = false;
    depth = 0;
    shading = Shading.NONE;
    lineHeight = 0;
    lineFactor = false;
    style = USUAL_STYLE;
  }

  /** Takes a control word about letters; returns whether it is one. */
  boolean look(RtfTokens word, RtfColours colours, int usualFont) {
    var said = new LetterLook.Builder();
    int number = word.number();
    switch (word.word()) {
      case "plain" -> plain(usualFont);
      case "f" -> {
        font = number;
        characters = 1;
        codePage = 0;
      }
      case "uc" -> standIns = Math.max(0, Math.min(number, 100));
      case "cs" -> characterStyle = styled("cs" + number);
      case "deleted", "mvf" -> deleted = word.isOn();
      case "v" -> said.hidden(word.isOn());
      case "strike" -> said.struckOut(word.isOn());
      case "striked" -> said.struckOutTwice(word.isOn());
      case "super", "sub" -> said.raisedOrLowered(word.isOn());
      case "nosupersub" -> said.raisedOrLowered(false);
      case "up" -> said.position(word.number(USUAL_SHIFT));
      case "dn" -> said.position(-Math.min(Short.MAX_VALUE, word.number(USUAL_SHIFT)));
      case "fs" -> said.size(word.number(USUAL_SIZE));
      case "charscalex" -> said.width(word.number(100));
      case "expndtw" -> said.spacing(Math.max(-Short.MAX_VALUE, number));
      case "expnd" -> said.spacing(QUARTER * Math.max(-Short.MAX_VALUE, number));
      case "cf" -> said.colour(colours.get(number));
      case "highlight" -> said.highlight(colours.get(number));
      case "cb" -> behind = colours.get(number);
      case "chcbpat" -> said.shading(shade(ofLetters.fill(colours.get(number))));
      case "chcfpat" -> said.shading(shade(ofLetters.ink(colours.get(number))));
      case "chshdng" -> said.shading(shade(ofLetters.share(number)));
      default -> {
        return false;
      }
    }
    LetterLook more = said.build();
    look = more == LetterLook.PLAIN ? look : more.over(look);
    return true;
  }

  private @Nullable Integer shade(Shading changed) {
    ofLetters = changed;
    return changed.colour();
  }

  /** Takes a control word about paragraphs; returns whether it is one. */
  boolean paragraph(RtfTokens word, RtfColours colours) {
    int number = word.number();
    switch (word.word()) {
      case "pard" -> paragraph();
      case "s", "ds", "ts" -> {
        String named = styled(word.word() + number);
        style = word.word().equals("s") ? named : style;
      }
      case "intbl" -> inTable = word.isOn();
      case "itap" -> {
        depth = Math.max(0, number);
        inTable &= depth > 0;
      }
      case "cbpat" -> shading = shading.fill(colours.get(number));
      case "cfpat" -> shading = shading.ink(colours.get(number));
      case "shading" -> shading = shading.share(number);
      case "sl" -> lineHeight = Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, number));
      case "slmult" -> lineFactor = number != 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Names the style that the group describes, if it describes one. */
  private String styled(String name) {
    if (closing == Closing.STYLE) {
      style = name;
    }
    return name;
  }
}
