package dev.rollup.model;

/** Why a person who looks at a cell, or at a stretch of text, does not see what is stored there. */
public enum Mark {
  /** A line goes through it: whoever wrote it has taken it back. */
  STRUCK_OUT,
  /** It is raised above the line or lowered below it, as the sign of a note or an exponent is. */
  SHIFTED,
  /** Nobody sees it: hidden, covered, of no size, or of the colour of what is behind it. */
  HIDDEN,
  /** Something that may hold the answer lies over it: a picture, a box, a control, ink. */
  DRAWN_OVER,
  /** A format that depends on the value, or an option of the sheet, shows something else. */
  RESTYLED
}
