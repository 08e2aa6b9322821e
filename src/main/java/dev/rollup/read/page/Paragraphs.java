package dev.rollup.read.page;

import dev.rollup.model.Cell;
import dev.rollup.model.Span;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the lines of a cell or a column of text together to paragraphs. A line that had room for
 * more ended where its writer ended it; so did one behind which a number would become another.
 */
final class Paragraphs {

  /** Of a letter's size: so much more or less room is no difference. */
  private static final double TOLERANCE = 0.35;

  /** The first line of a paragraph begins so many letters in at most. */
  private static final double INDENT = 4.5;

  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:\\d{1,3}(?:[、)）]|[.．](?!\\d))|[（(]?[一二三四五六七八九十]{1,3}[、)）.．]|[（(]\\d{1,3}[)）]|[①-⑳●■◆□○•·※]|注)");

  /** What never begins a line: it took the letter before it along. */
  private static final String CLOSING = "，。；：、？！）】》”’〉」』〕］%％,.;:?!)]}";

  /** What does not end a number. */
  private static final String IN_NUMBERS = ".．,，'’/／-－—:：";

  /** What ends a sentence. */
  private static final String ENDS = "。；;！!？?";

  private Paragraphs() {}

  /** A paragraph and where it is. */
  record Paragraph(Cell.Text text, Box box, List<TextLine> lines) {}

  /**
   * Puts lines together.
   *
   * @param lines from above
   * @param left where they may begin
   * @param right where they may end
   */
  static List<Paragraph> of(List<TextLine> lines, double left, double right) {
    var paragraphs = new ArrayList<Paragraph>();
    double margin = margin(lines, left, right);
    var current = new ArrayList<TextLine>();
    for (int i = 0; i < lines.size(); i++) {
      current.add(lines.get(i));
      boolean goesOn =
          i + 1 < lines.size()
              && goesOn(lines.get(i), lines.get(i + 1), left + margin, right - margin);
      if (!goesOn) {
        paragraphs.add(joined(current));
        current.clear();
      }
    }
    return paragraphs;
  }

  /** Returns how much room is left free on either side of every line. */
  private static double margin(List<TextLine> lines, double left, double right) {
    double margin = Double.MAX_VALUE;
    for (var line : lines) {
      margin =
          Math.min(
              margin, Math.max(0, Math.min(line.box().left() - left, right - line.box().right())));
    }
    return margin;
  }

  /**
   * Puts what a cell holds on one page behind what it held on the page before.
   *
   * @return all paragraphs; the last of those above goes on with the first below where there was no
   *     room for more, and its sentence was not over
   */
  static List<Paragraph> over(
      List<Paragraph> above, List<Paragraph> below, double left, double right) {
    var all = new ArrayList<>(above);
    List<Paragraph> rest = below;
    if (!above.isEmpty() && !below.isEmpty()) {
      var lines = new ArrayList<TextLine>();
      above.forEach(paragraph -> lines.addAll(paragraph.lines()));
      int last = lines.size() - 1;
      below.forEach(paragraph -> lines.addAll(paragraph.lines()));
      double margin = margin(lines, left, right);
      if (!ended(lines.get(last))
          && flows(lines.get(last), lines.get(last + 1), left + margin, right - margin)) {
        var whole = new ArrayList<>(above.get(above.size() - 1).lines());
        whole.addAll(below.get(0).lines());
        all.set(above.size() - 1, joined(whole));
        rest = below.subList(1, below.size());
      }
    }
    all.addAll(rest);
    return all;
  }

  private static boolean ended(TextLine line) {
    String text = line.text().value().stripTrailing();
    return text.isEmpty() || ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static boolean goesOn(TextLine line, TextLine next, double left, double right) {
    return next.base() - line.base() <= 2.5 * Math.max(line.size(), next.size())
        && flows(line, next, left, right);
  }

  /** Tells whether a line had no room for the beginning of the next, and goes on with it. */
  private static boolean flows(TextLine line, TextLine next, double left, double right) {
    double size = line.size();
    if (Math.abs(size - next.size()) > 1) {
      return false;
    }
    String own = line.text().value();
    String following = next.text().value();
    if (NUMBERED.matcher(following).find() || mayBeOneNumber(own, following)) {
      return false;
    }
    double token = firstToken(next);
    double slack = TOLERANCE * size;
    boolean begins = line.box().left() < left + INDENT * size;
    return begins && line.box().right() + token > right - slack
        || line.box().width() + token > right - left - slack;
  }

  /** Tells whether the end of one line and the beginning of the next would read as one number. */
  private static boolean mayBeOneNumber(String own, String following) {
    int end = own.length();
    while (end > 0 && IN_NUMBERS.indexOf(own.charAt(end - 1)) >= 0) {
      end--;
    }
    int begin = 0;
    while (begin < following.length() && IN_NUMBERS.indexOf(following.charAt(begin)) >= 0) {
      begin++;
    }
    return end > 0
        && begin < following.length()
        && Numerals.in(own.substring(end - 1, end))
        && Numerals.in(following.substring(begin, begin + 1));
  }

  /** Returns how much room the beginning of a line would have taken behind the line before. */
  private static double firstToken(TextLine line) {
    List<Glyph> glyphs = line.glyphs();
    Box first = glyphs.get(0).box();
    int i = 1;
    boolean word = isWord(glyphs.get(0));
    while (i < glyphs.size()
        && (word && isWord(glyphs.get(i)) || CLOSING.contains(glyphs.get(i).text()))) {
      i++;
    }
    return glyphs.get(i - 1).box().right() - first.left();
  }

  private static boolean isWord(Glyph glyph) {
    int c = glyph.text().codePointAt(0);
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private static Paragraph joined(List<TextLine> lines) {
    var text = new StringBuilder();
    var spans = new ArrayList<Span>();
    Box box = lines.get(0).box();
    for (var line : lines) {
      Cell.Text own = line.text();
      if (text.length() > 0
          && isLatin(text.charAt(text.length() - 1))
          && isLatin(own.value().charAt(0))) {
        text.append(' ');
      }
      int from = text.length();
      text.append(own.value());
      own.spans().forEach(s -> spans.add(new Span(from + s.from(), from + s.to(), s.mark())));
      box = box.with(line.box());
    }
    return new Paragraph(new Cell.Text(text.toString(), spans), box, List.copyOf(lines));
  }

  private static boolean isLatin(char c) {
    return c < 0x2E80 && Character.isLetter(c);
  }
}
