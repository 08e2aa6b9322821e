package dev.rollup.read.html;

import static dev.rollup.finding.FindingCode.TOO_LARGE;
import static dev.rollup.finding.FindingCode.UNSAFE_CONTENT;

import dev.rollup.model.Mark;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.html.HtmlNode.Kind;
import dev.rollup.read.html.StyleSheet.Name;
import dev.rollup.read.text.Prompt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The elements of a page that have begun and not ended, the innermost last, and which of them a tag
 * ends: as browsers take it, whatever was forgotten or crosses something else.
 */
final class OpenElements {

  /** Elements inside elements; browsers go no deeper than half of it. */
  private static final int MOST_NESTED = 1_000;

  /** How many looks at what is open a form never needs. */
  private static final long MOST_WORK = 50_000_000;

  private final PageNotes notes;
  private final List<HtmlNode> stack = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private int tables;
  private long work;

  /**
   * Nothing is open yet.
   *
   * @param notes takes the notes that end
   */
  OpenElements(PageNotes notes) {
    this.notes = notes;
  }

  /** Returns the innermost. */
  HtmlNode current() {
    return stack.get(stack.size() - 1);
  }

  /** Returns the one that the innermost directly stands in. */
  HtmlNode outer() {
    return stack.get(stack.size() - 2);
  }

  /** Returns how all of them are called, the innermost last. */
  List<Name> names() {
    return Collections.unmodifiableList(names);
  }

  /** Tells whether a table is among them. */
  boolean hasTable() {
    return tables > 0;
  }

  void begin(HtmlNode node) throws Refusal {
    if (stack.size() >= MOST_NESTED || node.kind == Kind.TABLE && ++tables > Limits.NESTED_TEXTS) {
      throw Refusal.of(UNSAFE_CONTENT);
    }
    if (!stack.isEmpty()) {
      node.within(current());
    }
    node.count(1);
    stack.add(node);
    names.add(node.name);
  }

  /** Ends the innermost; returns it. */
  HtmlNode end() throws Refusal {
    HtmlNode node = stack.remove(stack.size() - 1);
    names.remove(names.size() - 1);
    node.count(-1);
    switch (node.kind) {
      case INLINE, SECTION -> {}
      case BLOCK, ROW, CELL, CAPTION -> node.flow.endParagraph();
      case TABLE -> {
        tables--;
        node.flow.endParagraph();
      }
      case NOTE -> {
        node.flow.endParagraph();
        notes.add(node.name.id(), node.flow);
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
        if (node.isSign()) {
          node.flow.takeBack(node.begun);
        }
      }
    }
    if (work > MOST_WORK) {
      throw Refusal.of(TOO_LARGE);
    }
    return node;
  }

  /** Ends what is left at the end of the page. */
  void endAll() throws Refusal {
    while (!stack.isEmpty()) {
      end();
    }
  }

  /** Tells whether an element of that name is open that a tag here may end. */
  boolean isOpen(String tag) {
    return current().scope().isOpen(tag);
  }

  /** Ends what the end tag of an element outside of tables ends. */
  void end(String tag) throws Refusal {
    if (!isOpen(tag) || stack.size() < 2) {
      endScope(tag);
    } else if (ElementNames.isFormatting(tag)) {
      endFormatting(tag);
    } else if (ElementNames.isBlock(tag)) {
      endBlock(tag);
    } else {
      endInline(tag);
    }
  }

  /** Ends the note or the box that this is, with all that was left open in it. */
  private void endScope(String tag) throws Refusal {
    HtmlNode scope = current().scope();
    boolean own = scope.kind == Kind.NOTE || scope.kind == Kind.BOX;
    while (own && scope.is(tag) && stack.size() > 1) {
      own = end() != scope;
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
    endFrom(at);
  }

  private void endFrom(int at) throws Refusal {
    while (stack.size() > Math.max(1, at)) {
      end();
    }
  }

  /** Ends a block; letters that are not yet as before go on to look so behind it. */
  void endBlock(String tag) throws Refusal {
    var goingOn = new ArrayList<HtmlNode>();
    while (stack.size() > 1) {
      if (current().open != null && !current().is(tag)) {
        return;
      }
      HtmlNode node = end();
      if (node.is(tag)) {
        break;
      }
      if (ElementNames.isFormatting(node.name.tag())) {
        goingOn.add(0, node);
      }
    }
    for (var node : goingOn) {
      HtmlLook look = node.lookInside(current().look);
      if (!look.equals(current().look)) {
        begin(
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
      endFrom(at);
      return;
    }
    // What has begun in it goes on without it.
    HtmlNode ended = stack.remove(at);
    names.remove(at);
    ended.count(-1);
    for (int i = at; i < stack.size(); i++) {
      work++;
      HtmlNode node = stack.get(i);
      node.look = node.lookInside(stack.get(i - 1).look);
    }
  }

  /** Ends the item of a list that another one follows. */
  void endItem(String tag) throws Refusal {
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

  /** Tells whether a table is open that is in no note or box that began later. */
  boolean isInTable() {
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

  /** Ends what is open in the innermost table; returns whether there is one. */
  boolean backToTable() throws Refusal {
    if (tables == 0 || !isInTable()) {
      return false;
    }
    backToAny(Set.of(Kind.TABLE));
    return true;
  }

  /** Ends what is open in the innermost of some kinds, one of which is open. */
  void backToAny(Set<Kind> wanted) throws Refusal {
    while (!wanted.contains(current().kind)) {
      end();
    }
  }

  /** Ends the innermost part of that kind of the innermost table, if one is open. */
  void endPart(Kind wanted) throws Refusal {
    int at = stack.size() - 1;
    while (at > 0 && stack.get(at).kind != wanted) {
      work++;
      Kind kind = stack.get(at).kind;
      if (kind == Kind.TABLE || kind == Kind.NOTE || kind == Kind.BOX) {
        return;
      }
      at--;
    }
    if (at > 0) {
      endFrom(at);
    }
  }
}
