package dev.rollup.read.html;

/**
 * Letters with small ones above them.
 *
 * @param base the letters on the line
 * @param above the small ones
 */
record RubyText(String base, String above) {

  /** Returns what an element tells that holds this. */
  static RubyText of(String raw) {
    var inside = new HtmlTokens(raw);
    var above = new StringBuilder();
    var base = new StringBuilder();
    String within = "";
    for (HtmlTokens.Kind kind = inside.next(); !kind.isLast(); kind = inside.next()) {
      if (kind.isTag() && inside.name().startsWith("r")) {
        // What begins inside ends what was open: rb, rp, rt.
        within = kind == HtmlTokens.Kind.START ? inside.name() : "";
      } else if (kind == HtmlTokens.Kind.TEXT && !within.equals("rp")) {
        (within.equals("rt") ? above : base).append(inside.text());
      }
    }
    return new RubyText(base.toString(), above.toString());
  }
}
