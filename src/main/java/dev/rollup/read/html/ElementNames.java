package dev.rollup.read.html;

import java.util.Set;

/** What browsers know of elements by their names. */
final class ElementNames {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "center",
          "blockquote",
          "address",
          "pre",
          "form",
          "fieldset",
          "legend",
          "section",
          "article",
          "aside",
          "header",
          "footer",
          "main",
          "nav",
          "figure",
          "figcaption",
          "details",
          "summary",
          "dir",
          "menu",
          "body",
          "html",
          "listing",
          "xmp",
          "marquee",
          "dialog");

  /** Elements that go on behind the end of what they stand in, where they do not end themselves. */
  private static final Set<String> FORMATTING =
      Set.of(
          "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
          "tt", "u");

  private static final Set<String> VOID =
      Set.of(
          "area",
          "base",
          "basefont",
          "bgsound",
          "br",
          "col",
          "command",
          "embed",
          "frame",
          "hr",
          "img",
          "input",
          "keygen",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr");

  /** Elements whose content is not the page's text. */
  private static final Set<String> SKIPPED =
      Set.of("script", "noframes", "noembed", "template", "datalist", "map", "xml");

  /** Elements that show something that no text tells. */
  private static final Set<String> DRAWN =
      Set.of(
          "svg",
          "math",
          "canvas",
          "object",
          "applet",
          "video",
          "audio",
          "iframe",
          "progress",
          "meter");

  private ElementNames() {}

  /** Tells whether it stands below what comes before it. */
  static boolean isBlock(String tag) {
    return BLOCKS.contains(tag);
  }

  /** Tells whether it goes on behind the end of what it stands in. */
  static boolean isFormatting(String tag) {
    return FORMATTING.contains(tag);
  }

  /** Tells whether nothing stands in it, and no tag ends it. */
  static boolean isVoid(String tag) {
    return VOID.contains(tag);
  }

  /** Tells whether what stands in it is not the page's text. */
  static boolean isSkipped(String tag) {
    return SKIPPED.contains(tag);
  }

  /** Tells whether it shows something that no text tells. */
  static boolean isDrawn(String tag) {
    return DRAWN.contains(tag);
  }
}
