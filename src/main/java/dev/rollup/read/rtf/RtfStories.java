package dev.rollup.read.rtf;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.rtf.RtfGroup.Closing;
import dev.rollup.read.rtf.RtfGroup.Destination;
import dev.rollup.read.rtf.RtfStory.Anchor;
import dev.rollup.read.rtf.RtfStory.Box;
import dev.rollup.read.text.FieldCodes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stories that are open, the innermost of which is told, and those beside the text that have
 * ended: boxes, notes, comments, the margins of pages.
 */
final class RtfStories {

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

  /** A story that is open, and what it is beside; null for the text itself and for boxes. */
  private record Telling(RtfStory story, @Nullable Beside beside) {}

  private final RtfGroups groups;
  private final RtfPen pen;
  private final RtfHeader header;
  private final Deque<Telling> open = new ArrayDeque<>();

  /** What each story beside the text is about that is open, as it says itself. */
  private final Deque<String> aboutWhat = new ArrayDeque<>();

  private final List<Hanging> ended = new ArrayList<>();
  private int anchors;

  RtfStories(RtfGroups groups, RtfPen pen, RtfHeader header) {
    this.groups = groups;
    this.pen = pen;
    this.header = header;
    open.push(new Telling(pen.story(), null));
  }

  /** Returns those beside the text that have ended. */
  List<Hanging> ended() {
    return Collections.unmodifiableList(ended);
  }

  /** Tells whether only the text itself is open. */
  boolean isMain() {
    return open.size() == 1;
  }

  /** Tells whether what is told stands beside the text. */
  boolean isBeside() {
    return open.stream().anyMatch(telling -> telling.beside() != null);
  }

  /** Begins a story beside the text with the group that is open, unless nobody sees it. */
  void beginBeside(Beside kind) throws Refusal {
    if (pen.isGone() && kind != Beside.MARGIN) {
      groups.current().destination = Destination.SKIPPED;
      return;
    }
    begin(new RtfStory(FieldCodes.onPages()), kind, Closing.BESIDE);
  }

  /** Begins a box with the group that is open, unless nobody sees it. */
  void beginBox() throws Refusal {
    if (!pen.isSeen()) {
      groups.current().destination = Destination.SKIPPED;
      return;
    }
    begin(new RtfStory(pen.story().fields().ofBox()), null, Closing.BOX);
  }

  private void begin(RtfStory begun, @Nullable Beside beside, Closing closing) throws Refusal {
    if (open.size() > Limits.NESTED_TEXTS) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    RtfGroup group = groups.current();
    group.closing = closing;
    group.destination = Destination.NORMAL;
    if (beside != null) {
      if (beside != Beside.MARGIN) {
        group.anchor = anchor("note " + ++anchors);
      }
      aboutWhat.push("");
    }
    group.paragraph();
    group.plain(header.usualFont());
    pen.tell(begun);
    open.push(new Telling(begun, beside));
  }

  /** Says that the note that is open stands at the end of the text. */
  void endnote() {
    Telling telling = open.element();
    if (telling.beside() == Beside.FOOTNOTE) {
      open.pop();
      open.push(new Telling(telling.story(), Beside.ENDNOTE));
    }
  }

  /** Remembers the place where something begins that a comment is about. */
  void beginAbout(String name) throws Refusal {
    anchor(aboutName(name));
  }

  /** Says what the story beside the text is about that is open. */
  void about(String name) {
    if (!aboutWhat.isEmpty()) {
      aboutWhat.pop();
      aboutWhat.push(aboutName(name));
    }
  }

  private static String aboutName(String name) {
    return "about " + name.strip();
  }

  /** Remembers a place; returns its name. */
  private String anchor(String name) throws Refusal {
    if (!pen.isGone()) {
      pen.add(new Anchor(name));
    }
    return name;
  }

  /** Ends the box that is told. */
  void endBox() throws Refusal {
    RtfStory box = end().story();
    pen.story().add(new Box(box));
  }

  /** Ends the story beside the text that is told. */
  void endBeside() throws Refusal {
    Telling told = end();
    if (told.beside() != null) {
      String about = aboutWhat.pop();
      ended.add(new Hanging(told.beside(), told.story(), about, groups.current().anchor));
      Limits.checkListed(ended.size());
    }
  }

  private Telling end() throws Refusal {
    if (pen.story().fields().isCode()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    pen.endParagraphUnlessEmpty();
    Telling told = open.pop();
    pen.tell(open.element().story());
    return told;
  }
}
