package dev.rollup.read.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a web page into tags and texts, as browsers do: nothing is an error to them. */
final class HtmlTokens {

  /** What comes. */
  enum Kind {
    /** A tag that begins an element: {@link #name}, {@link #attribute}. */
    START,
    /** A tag that ends an element: {@link #name}. */
    END,
    /** {@link #text}, with characters for their names. */
    TEXT,
    /** A comment: {@link #text}. */
    COMMENT,
    /** What only some programs read begins: {@link #text} says which. */
    IF,
    /** What only some programs read ends. */
    ENDIF,
    /** The file ends where it may. */
    FINISHED,
    /** The file ends in the middle of something. */
    CUT_OFF;

    /** Tells whether it begins or ends an element. */
    boolean isTag() {
      return this == START || this == END;
    }

    /** Tells whether nothing comes behind it. */
    boolean isLast() {
      return this == FINISHED || this == CUT_OFF;
    }
  }

  /** More than any program writes. */
  private static final int MOST_ATTRIBUTES = 256;

  private final String page;
  private int at;
  private String name = "";
  private String text = "";
  private boolean selfClosing;
  private Map<String, String> attributes = Map.of();

  HtmlTokens(String page) {
    this.page = page;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  boolean isSelfClosing() {
    return selfClosing;
  }

  /** Returns the value of an attribute; null where there is none. */
  @Nullable String attribute(String wanted) {
    return attributes.get(wanted);
  }

  /** Returns the value of an attribute; empty where there is none. */
  String attributeOr(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  Kind next() {
    if (at >= page.length()) {
      return Kind.FINISHED;
    }
    if (page.charAt(at) != '<' || !isMarkup(at)) {
      int end = at + 1;
      while (end < page.length() && !(page.charAt(end) == '<' && isMarkup(end))) {
        end++;
      }
      text = HtmlEntities.decoded(page, at, end);
      at = end;
      return Kind.TEXT;
    }
    return switch (page.charAt(at + 1)) {
      case '!' -> declaration();
      case '?' -> skipTo('>');
      case '/' -> endTag();
      default -> startTag();
    };
  }

  private boolean isMarkup(int from) {
    if (from + 1 >= page.length()) {
      return false;
    }
    char c = page.charAt(from + 1);
    if (c == '/') {
      return from + 2 < page.length();
    }
    return c == '!' || c == '?' || isLetter(c);
  }

  private Kind declaration() {
    if (page.startsWith("<!--", at)) {
      boolean empty = page.startsWith("<!-->", at);
      int end = empty ? at + 2 : page.indexOf("-->", at + 4);
      if (end < 0) {
        return cutOff();
      }
      text = page.substring(Math.min(at + 4, end), end);
      at = end + 3;
      return Kind.COMMENT;
    }
    if (page.startsWith("<![CDATA[", at)) {
      int end = page.indexOf("]]>", at);
      if (end < 0) {
        return cutOff();
      }
      text = page.substring(at + 9, end);
      at = end + 3;
      return Kind.COMMENT;
    }
    int start = at;
    int end = page.indexOf('>', at);
    if (end < 0) {
      return cutOff();
    }
    at = end + 1;
    String said = page.substring(start + 2, end).toLowerCase(Locale.ROOT);
    if (said.startsWith("[if")) {
      text = said;
      return Kind.IF;
    }
    if (said.startsWith("[endif")) {
      return Kind.ENDIF;
    }
    text = "";
    return Kind.COMMENT;
  }

  /** Goes back to what stands in the comment that was the last token, to read it as the page. */
  void enterComment() {
    at -= 3 + text.length();
    int end = page.indexOf('>', at);
    at = end < 0 ? page.length() : end + 1;
  }

  private Kind skipTo(char end) {
    int found = page.indexOf(end, at);
    if (found < 0) {
      return cutOff();
    }
    at = found + 1;
    text = "";
    return Kind.COMMENT;
  }

  private Kind endTag() {
    int start = at + 2;
    if (!isLetter(page.charAt(start))) {
      return skipTo('>');
    }
    readName(start);
    return skipTo('>') == Kind.CUT_OFF ? Kind.CUT_OFF : Kind.END;
  }

  private Kind startTag() {
    readName(at + 1);
    attributes = Map.of();
    selfClosing = false;
    while (true) {
      skipSpace();
      if (at >= page.length()) {
        return cutOff();
      }
      char c = page.charAt(at);
      if (c == '>') {
        at++;
        return Kind.START;
      }
      if (c == '/') {
        at++;
        selfClosing = at < page.length() && page.charAt(at) == '>';
      } else if (!attribute()) {
        return cutOff();
      }
    }
  }

  private void readName(int start) {
    int end = start;
    while (end < page.length()
        && !isSpace(page.charAt(end))
        && "/>".indexOf(page.charAt(end)) < 0) {
      end++;
    }
    name = page.substring(start, end).toLowerCase(Locale.ROOT);
    at = end;
  }

  /** Reads one; returns whether it ends before the file does. */
  private boolean attribute() {
    int start = at++;
    while (at < page.length() && !isSpace(page.charAt(at)) && "=/>".indexOf(page.charAt(at)) < 0) {
      at++;
    }
    String key = page.substring(start, at).toLowerCase(Locale.ROOT);
    skipSpace();
    String value = "";
    if (at < page.length() && page.charAt(at) == '=') {
      at++;
      skipSpace();
      if (at >= page.length()) {
        return false;
      }
      char quote = page.charAt(at);
      if (quote == '"' || quote == '\'') {
        int end = page.indexOf(quote, at + 1);
        if (end < 0) {
          return false;
        }
        value = HtmlEntities.decoded(page, at + 1, end);
        at = end + 1;
      } else {
        int end = at;
        while (end < page.length() && !isSpace(page.charAt(end)) && page.charAt(end) != '>') {
          end++;
        }
        value = HtmlEntities.decoded(page, at, end);
        at = end;
      }
    }
    if (attributes.isEmpty()) {
      attributes = new HashMap<>();
    }
    if (attributes.size() < MOST_ATTRIBUTES) {
      attributes.putIfAbsent(key, value);
    }
    return true;
  }

  /**
   * Returns what stands before the end of the element that has just begun, without regard to tags
   * in it, and goes behind it; null where it does not end.
   */
  @Nullable String raw(String element) {
    int end = at;
    while (true) {
      end = page.indexOf("</", end);
      if (end < 0) {
        cutOff();
        return null;
      }
      int behind = end + 2 + element.length();
      if (page.regionMatches(true, end + 2, element, 0, element.length())
          && (behind >= page.length()
              || isSpace(page.charAt(behind))
              || "/>".indexOf(page.charAt(behind)) >= 0)) {
        break;
      }
      end += 2;
    }
    String inside = page.substring(at, end);
    at = end;
    return skipTo('>') == Kind.CUT_OFF ? null : inside;
  }

  private Kind cutOff() {
    at = page.length();
    return Kind.CUT_OFF;
  }

  private void skipSpace() {
    while (at < page.length() && isSpace(page.charAt(at))) {
      at++;
    }
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
