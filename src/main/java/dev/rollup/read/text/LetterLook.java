package dev.rollup.read.text;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Shades;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one place of a text says about the looks of characters: a run, a style, or all of them
 * together. What it does not say is left to what it stands on.
 */
public final class LetterLook {

  /** It says nothing. */
  public static final LetterLook PLAIN = new LetterLook(new EnumMap<>(Property.class));

  private enum Property {
    HIDDEN,
    STRUCK,
    STRUCK_TWICE,
    /** Raised or lowered, and small. */
    SHIFT,
    /** In half points above the line. */
    POSITION,
    /** In half points. */
    SIZE,
    /** In percent of what is usual. */
    WIDTH,
    /** How far letters are moved apart, in twentieths of a point. */
    SPACING,
    /** In percent; 0 is clear. */
    OPACITY,
    COLOUR,
    SHADING,
    HIGHLIGHT,
    FONT
  }

  private static final int BLACK = 0;

  /** Those that undo each other where several styles say them (17.7.3). */
  private static final List<Property> TOGGLES = List.of(Property.HIDDEN, Property.STRUCK);

  /** What a program says for "none", or "whatever is seen". */
  private static final Integer NONE = -1;

  /** Who raises a word by this much or more wants it to stand out of its line: 3 points. */
  private static final int LEAST_SHIFT = 6;

  /** Nobody reads letters of this size, in half points. */
  private static final int UNREADABLE_SIZE = 4;

  /** Nobody reads letters that are so narrow, in percent. */
  private static final int UNREADABLE_WIDTH = 10;

  /** Nobody sees letters through which so much is seen, in percent. */
  private static final int UNSEEN_OPACITY = 10;

  /** Digits moved together by this part of their size lie on each other. */
  private static final double SQUEEZED = 0.2;

  /** In half points, where nothing is said. */
  private static final int USUAL_SIZE = 21;

  private static final int TWENTIETHS = 10;

  private final Map<Property, Object> said;

  private LetterLook(Map<Property, Object> said) {
    this.said = said;
  }

  /** Collects what a place says, property by property. */
  public static final class Builder {
    private final Map<Property, Object> said = new EnumMap<>(Property.class);

    /** Whether its author took it out of the text, on paper and on the screen. */
    public Builder hidden(boolean value) {
      return say(Property.HIDDEN, value);
    }

    /** Whether a line goes through it. */
    public Builder struckOut(boolean value) {
      return say(Property.STRUCK, value);
    }

    /** Whether two lines go through it. */
    public Builder struckOutTwice(boolean value) {
      return say(Property.STRUCK_TWICE, value);
    }

    /** Whether it is a small sign above the line or below it. */
    public Builder raisedOrLowered(boolean value) {
      return say(Property.SHIFT, value);
    }

    /** In half points above the line. */
    public Builder position(int value) {
      return say(Property.POSITION, value);
    }

    /** In half points. */
    public Builder size(int value) {
      return say(Property.SIZE, value);
    }

    /** In percent of what is usual. */
    public Builder width(int value) {
      return say(Property.WIDTH, value);
    }

    /** How far letters are moved apart, in twentieths of a point; below 0 together. */
    public Builder spacing(int value) {
      return say(Property.SPACING, value);
    }

    /** How little is seen through it, in percent. */
    public Builder opacity(int value) {
      return say(Property.OPACITY, value);
    }

    /** Null for whatever is seen. */
    public Builder colour(@Nullable Integer value) {
      return say(Property.COLOUR, orNone(value));
    }

    /** Null for none. */
    public Builder shading(@Nullable Integer value) {
      return say(Property.SHADING, orNone(value));
    }

    /** Null for none. */
    public Builder highlight(@Nullable Integer value) {
      return say(Property.HIGHLIGHT, orNone(value));
    }

    /** The font of letters and digits. */
    public Builder font(String name) {
      return say(Property.FONT, name);
    }

    /** Takes back all that was said. */
    public Builder clear() {
      said.clear();
      return this;
    }

    /** Returns what was said so far. */
    public LetterLook build() {
      return said.isEmpty() ? PLAIN : new LetterLook(new EnumMap<>(said));
    }

    private Builder say(Property property, Object value) {
      said.put(property, value);
      return this;
    }
  }

  private static Integer orNone(@Nullable Integer colour) {
    return colour == null ? NONE : colour;
  }

  /** Returns what both say, and this one where they differ. */
  public LetterLook over(LetterLook base) {
    if (said.isEmpty() || base.said.isEmpty()) {
      return said.isEmpty() ? base : this;
    }
    var both = new EnumMap<>(base.said);
    both.putAll(said);
    return new LetterLook(both);
  }

  /**
   * Returns what styles say that are laid over each other. What some of them switch on is off again
   * where two of them do, and on wherever the whole document is so.
   *
   * @param document what holds in the whole document
   * @param styles the styles, the lowest first
   */
  public static LetterLook stacked(LetterLook document, List<LetterLook> styles) {
    LetterLook all = document;
    for (var style : styles) {
      all = style.over(all);
    }
    for (var toggle : TOGGLES) {
      boolean on = false;
      for (var style : styles) {
        on ^= style.is(toggle);
      }
      on |= document.is(toggle);
      if (on != all.is(toggle)) {
        var said = new EnumMap<>(all.said);
        said.put(toggle, on);
        all = new LetterLook(said);
      }
    }
    return all;
  }

  /** Tells whether its author took it out of the text. */
  public boolean hidden() {
    return is(Property.HIDDEN);
  }

  /** Returns the font of letters and digits, or null. */
  public @Nullable String font() {
    return (String) said.get(Property.FONT);
  }

  /**
   * Returns what keeps a person from seeing what is written so.
   *
   * @param ground the colour of what it is written on; null where nobody knows
   */
  public Set<Mark> marks(@Nullable Integer ground) {
    if (said.isEmpty()) {
      return Set.of();
    }
    var marks = EnumSet.noneOf(Mark.class);
    if (is(Property.STRUCK) || is(Property.STRUCK_TWICE)) {
      marks.add(Mark.STRUCK_OUT);
    }
    if (is(Property.SHIFT) || Math.abs(number(Property.POSITION, 0)) >= LEAST_SHIFT) {
      marks.add(Mark.SHIFTED);
    }
    Integer colour = colour(Property.COLOUR);
    Integer highlight = colour(Property.HIGHLIGHT);
    // Letters of no colour of their own turn white on dark shading; on a highlight nobody knows.
    colour = colour == null && highlight != null ? Integer.valueOf(BLACK) : colour;
    Integer behind = highlight;
    behind = behind == null ? colour(Property.SHADING) : behind;
    behind = behind == null ? ground : behind;
    if (number(Property.SIZE, Integer.MAX_VALUE) <= UNREADABLE_SIZE
        || number(Property.WIDTH, 100) <= UNREADABLE_WIDTH
        || isUnseen(colour, behind, number(Property.OPACITY, 100))) {
      marks.add(Mark.HIDDEN);
    }
    if (isSqueezed(number(Property.SPACING, 0), number(Property.SIZE, USUAL_SIZE))) {
      marks.add(Mark.DRAWN_OVER);
    }
    return marks;
  }

  /**
   * Tells whether nobody sees letters on what is behind them.
   *
   * @param colour their own colour; null where nobody knows
   * @param behind the colour of what is behind them; null where nobody knows
   * @param opacity how little is seen through them, in percent
   */
  public static boolean isUnseen(@Nullable Integer colour, @Nullable Integer behind, int opacity) {
    if (opacity <= UNSEEN_OPACITY) {
      return true;
    }
    return colour != null
        && behind != null
        && Shades.alike(Shades.mixed(colour, behind, Math.min(100, opacity)), behind);
  }

  /**
   * Tells whether letters are moved together so far that they lie on each other.
   *
   * @param spacing how far they are moved apart, in twentieths of a point
   * @param size of their font, in half points
   */
  public static boolean isSqueezed(int spacing, int size) {
    return spacing < 0 && -(long) spacing >= SQUEEZED * TWENTIETHS * size;
  }

  private boolean is(Property property) {
    return Boolean.TRUE.equals(said.get(property));
  }

  private int number(Property property, int otherwise) {
    return said.get(property) instanceof Integer number ? number : otherwise;
  }

  private @Nullable Integer colour(Property property) {
    Integer colour = (Integer) said.get(property);
    return NONE.equals(colour) ? null : colour;
  }
}
