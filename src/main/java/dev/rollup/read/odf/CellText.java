package dev.rollup.read.odf;

import dev.rollup.model.Mark;
import dev.rollup.model.Span;
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

  private final Styles styles;
  private final @Nullable String cellStyle;
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private int paragraphs;

  CellText(Styles styles, @Nullable String cellStyle) {
    this.styles = styles;
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
  private void append(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        text.append(c);
      } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private void child(XmlCursor xml) throws Refusal {
    switch (xml.name()) {
      case "s" -> {
        text.append(blanks(xml));
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

  private void span(XmlCursor xml) throws Refusal {
    String style = xml.attribute(Odf.TEXT, "style-name");
    int from = text.length();
    content(xml);
    Set<Mark> marks = style == null ? Set.of() : styles.ofText(style, cellStyle);
    if (text.length() > from) {
      marks.forEach(mark -> spans.add(new Span(from, text.length(), mark)));
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
