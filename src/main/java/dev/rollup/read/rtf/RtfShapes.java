package dev.rollup.read.rtf;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfGroup.Closing;
import dev.rollup.read.rtf.RtfGroup.Destination;
import dev.rollup.read.rtf.RtfStory.Box;
import dev.rollup.read.rtf.RtfStory.End;
import dev.rollup.read.rtf.RtfStory.Floating;
import dev.rollup.read.text.LetterLook;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The drawings that are open (RTF 1.9.1, "Shapes"), and pictures in them or in the text. */
final class RtfShapes {

  /** A drawing that is open. */
  private static final class Shape {
    /** The name of the property whose value comes. */
    private String property = "";

    private boolean hidden;
    private boolean picture;
  }

  private final RtfGroups groups;
  private final RtfPen pen;
  private final Deque<Shape> open = new ArrayDeque<>();
  private boolean pictures;

  RtfShapes(RtfGroups groups, RtfPen pen) {
    this.groups = groups;
    this.pen = pen;
  }

  /** Tells whether there is a picture that a person sees. */
  boolean hasPictures() {
    return pictures;
  }

  /** Begins a drawing with the group that is open. */
  void begin() {
    open.push(new Shape());
    groups.current().closing = Closing.SHAPE;
    groups.current().destination = Destination.QUIET;
  }

  /** Ends the innermost drawing; one that is seen, and in no other, hangs here. */
  void end() throws Refusal {
    Shape shape = open.pop();
    if (!open.isEmpty()) {
      open.element().picture |= shape.picture;
    } else if (!shape.hidden && pen.isSeen()) {
      pictures |= shape.picture;
      pen.add(new Floating());
    }
  }

  /** Takes the name of a property of the drawing. */
  void name(String name) {
    if (!open.isEmpty()) {
      open.element().property = name.strip();
    }
  }

  /** Takes the value of the property that was named. */
  void value(String value) throws Refusal {
    if (open.isEmpty()) {
      return;
    }
    Shape shape = open.element();
    switch (shape.property) {
      case "fHidden" -> shape.hidden = value.strip().equals("1");
      case "gtextUNICODE" -> ornament(value);
      default -> {}
    }
  }

  /** Ornamental letters are drawn, and their text is a property of the drawing. */
  private void ornament(String letters) throws Refusal {
    if (!letters.isBlank() && !pen.isGone()) {
      var drawn = new RtfStory(pen.story().fields().ofBox());
      drawn.add(letters, LetterLook.PLAIN, null, null, Set.of());
      drawn.end(End.PARAGRAPH, 0, false, false, RtfRow.Shading.NONE, false);
      pen.story().add(new Box(drawn));
    }
  }

  /** Takes a picture, whose bytes are not read. */
  void picture() throws Refusal {
    RtfGroup group = groups.current();
    if (group.destination == Destination.NORMAL && pen.isSeen()) {
      pictures = true;
      pen.append(RtfPen.UNKNOWN);
    } else if (!open.isEmpty()) {
      open.element().picture = true;
    }
    group.destination = Destination.SKIPPED;
  }
}
