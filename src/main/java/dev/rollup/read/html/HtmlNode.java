package dev.rollup.read.html;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlLook.Own;
import dev.rollup.read.html.StyleSheet.Found;
import dev.rollup.read.html.StyleSheet.Name;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a page that has begun and not ended. */
final class HtmlNode {

  /** What it is to the page. */
  enum Kind {
    INLINE,
    BLOCK,
    TABLE,
    SECTION,
    ROW,
    CELL,
    CAPTION,
    /** A note that stands at the end of the page. */
    NOTE,
    /** A box over the page. */
    BOX,
    /** Words that only tell where to type. */
    PROMPT,
    /** The sign of a note. */
    SIGN
  }

  final Name name;
  final Kind kind;
  final Own own;
  final Found found;
  HtmlLook look;

  /** Where text goes. */
  final HtmlFlow flow;

  /** The table that it is or directly belongs to; null elsewhere. */
  final @Nullable HtmlTable table;

  /** How many elements of a name are open in it; null where others keep that. */
  final @Nullable Map<String, Integer> open;

  /** How long the paragraph was when it began. */
  final int begun;

  /** What it leads to; null where that is no note. */
  @Nullable NoteLink link;

  private HtmlNode scope = this;

  HtmlNode(
      Name name,
      Kind kind,
      Own own,
      Found found,
      HtmlLook look,
      HtmlFlow flow,
      @Nullable HtmlTable table) {
    this.name = name;
    this.kind = kind;
    this.own = own;
    this.found = found;
    this.look = look;
    this.flow = flow;
    this.table = table;
    this.begun = flow.length();
    this.open = isScope(kind) ? new HashMap<>() : null;
  }

  /** Adds a text that is written directly in it, if that takes a place. */
  void append(String text) throws Refusal {
    if (!look.gone()) {
      flow.append(text, look);
    }
  }

  /** Returns how it looks in something that looks so. */
  HtmlLook lookInside(HtmlLook outer) {
    return outer.inside(own, found, false);
  }

  /** Tells whether what is written in it is only the sign of the note that it leads to. */
  boolean isSign() {
    return link != null && link.isSign(flow.since(begun));
  }

  /** Says what it directly stands in. */
  void within(HtmlNode outer) {
    scope = outer.scope();
  }

  /** Returns the innermost element, this or outside, that no tag in it ends. */
  HtmlNode scope() {
    return open != null ? this : scope;
  }

  /** Counts it in what it stands in. */
  void count(int by) {
    if (scope.open != null) {
      scope.open.merge(name.tag(), by, Integer::sum);
    }
  }

  /** Tells whether an element of that name is open in it. */
  boolean isOpen(String tag) {
    return open != null && open.getOrDefault(tag, 0) > 0;
  }

  /** Tells whether no tag in such an element ends one outside of it. */
  private static boolean isScope(Kind kind) {
    return switch (kind) {
      case TABLE, CELL, CAPTION, NOTE, BOX -> true;
      case INLINE, BLOCK, SECTION, ROW, PROMPT, SIGN -> false;
    };
  }

  boolean is(String tag) {
    return name.tag().equals(tag);
  }
}
