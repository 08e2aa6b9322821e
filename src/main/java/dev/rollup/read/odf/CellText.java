package dev.rollup.read.odf;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.model.Mark;
import dev.rollup.model.Span;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the paragraphs of one cell as a person sees them, each on a line of its own. */
final class CellText {

  /** More blanks in a row than anybody types. */
  private static final int MOST_BLANKS = 1_000;

  /** Longer than what any program keeps in a cell. */
  private static final int LONGEST = 1 << 20;

  private final CellLooks looks;
  private final @Nullable String cellStyle;
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private int paragraphs;

  CellText(CellLooks looks, @Nullable String cellStyle) {
    this.looks = looks;
    this.cellStyle = cellStyle;
  }

  /** Adds a paragraph; the cursor is on it and uses it up. */
  void paragraph(XmlCursor xml) throws Refusal {
    if (paragraphs++ > 0) {
      text.append('\n');
    }
    content(xml);
  }

  /** Returns the text; null where the cell has no paragraph at all. */
  @Nullable String text() {
    return paragraphs == 0 ? null : text.toString();
  }

  List<Span> spans() {
    return spans;
  }

  /** Returns what is said about stretches of the text. */
  List<String> comments() {
    return comments;
  }

  private void content(XmlCursor xml) throws Refusal {
    while (true) {
      switch (xml.toNext()) {
        case END -> {
          return;
        }
        case TEXT -> append(xml.piece());
        case CHILD -> child(xml);
      }
    }
  }

  /** White space is one blank, however much of it there is (OpenDocument 1.3 part 3, 6.1.2). */
  private void append(String piece) throws Refusal {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        text.append(c);
      } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
    checkLength();
  }

  private void child(XmlCursor xml) throws Refusal {
    if (!Odf.TEXT.contains(xml.namespace()) && !Odf.OFFICE.contains(xml.namespace())) {
      // A picture in a line has no words of its own, and nobody else's element is shown.
      xml.skip();
      return;
    }
    switch (xml.name()) {
      case "s" -> {
        text.append(blanks(xml));
        checkLength();
        xml.skip();
      }
      case "tab" -> {
        text.append('\t');
        xml.skip();
      }
      case "line-break" -> {
        text.append('\n');
        xml.skip();
      }
      case "annotation", "note" -> comments.add(xml.allText());
      case "ruby-text" -> xml.skip();
      case "span" -> span(xml);
      default -> content(xml);
    }
  }

  private void checkLength() throws Refusal {
    if (text.length() > LONGEST) {
      throw Refusal.of(TOO_LARGE);
    }
  }

  private void span(XmlCursor xml) throws Refusal {
    String style = xml.attribute(Odf.TEXT, "style-name");
    int from = text.length();
    content(xml);
    Set<Mark> marks = style == null ? Set.of() : looks.ofText(style, cellStyle);
    if (text.length() > from) {
      marks.forEach(mark -> spans.add(new Span(from, text.length(), mark)));
      Limits.checkListed(spans.size());
    }
  }

  /** Returns the blanks that the current element stands for. */
  static String blanks(XmlCursor xml) {
    return " ".repeat(blanks(xml.attribute(Odf.TEXT, "c")));
  }

  private static int blanks(@Nullable String count) {
    return count != null && count.matches("[0-9]{1,6}")
        ? Math.min(Integer.parseInt(count), MOST_BLANKS)
        : 1;
  }
}
