package dev.rollup.write.html;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes the elements of one page so that it is well-formed XML as well, with every text escaped.
 */
public final class HtmlPage {

  /** Elements that stay on the line on which they begin. */
  private static final Set<String> INLINE = Set.of("a", "b", "small", "span");

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins a page. */
  public HtmlPage(Writer out) throws IOException {
    this.out = out;
    out.write("<!DOCTYPE html>");
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public HtmlPage open(String element, String... attributes) throws IOException {
    begin(element, attributes);
    out.write('>');
    open.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  public HtmlPage close() throws IOException {
    out.write("</" + open.pop() + ">");
    if (open.isEmpty()) {
      out.write('\n');
    }
    return this;
  }

  /** Writes an element that never has content, such as {@code meta}. */
  public HtmlPage empty(String element, String... attributes) throws IOException {
    begin(element, attributes);
    out.write("/>");
    return this;
  }

  /** Writes an element that holds one sentence of ours; see {@link #text}. */
  public HtmlPage element(String element, String sentence, String... attributes)
      throws IOException {
    return open(element, attributes).text(sentence).close();
  }

  /** Writes a sentence of ours, in which texts from outside are marked by {@link SafeText}. */
  public HtmlPage text(String sentence) throws IOException {
    out.write(SafeText.sentence(sentence));
    return this;
  }

  /** Writes a text where no element can stand, such as inside a drawing. */
  public HtmlPage plain(String text) throws IOException {
    out.write(SafeText.escape(text));
    return this;
  }

  /** Writes a style sheet of ours, which holds nothing that XML would take for markup. */
  public HtmlPage style(String css) throws IOException {
    open("style");
    out.write('\n' + css);
    return close();
  }

  /** Writes a script of ours, which holds nothing that XML would take for markup. */
  public HtmlPage script(String script) throws IOException {
    open("script");
    out.write(script);
    return close();
  }

  private void begin(String element, String... attributes) throws IOException {
    out.write((INLINE.contains(element) ? "<" : "\n<") + element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.write(' ' + attributes[i] + "=\"" + SafeText.escape(attributes[i + 1]) + '"');
    }
  }
}
