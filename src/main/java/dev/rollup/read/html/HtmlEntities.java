package dev.rollup.read.html;

import java.util.HashMap;
import java.util.Map;

/** Characters by the names and numbers that web pages give them (HTML 4, and what else is met). */
final class HtmlEntities {

  private static final String NAMES =
      "nbsp A0 lt 3C gt 3E amp 26 quot 22 apos 27 iexcl A1 cent A2 pound A3 curren A4 yen A5 "
          + "brvbar A6 sect A7 uml A8 copy A9 ordf AA laquo AB not AC shy AD reg AE macr AF deg B0 "
          + "plusmn B1 sup2 B2 sup3 B3 acute B4 micro B5 para B6 middot B7 cedil B8 sup1 B9 "
          + "ordm BA raquo BB frac14 BC frac12 BD half BD frac34 BE iquest BF times D7 divide F7 "
          + "frac13 2153 frac23 2154 frac15 2155 frac25 2156 frac35 2157 frac45 2158 frac16 2159 "
          + "frac56 215A frac18 215B frac38 215C frac58 215D frac78 215E "
          + "ensp 2002 emsp 2003 numsp 2007 puncsp 2008 thinsp 2009 hairsp 200A zwnj 200C zwj 200D "
          + "lrm 200E rlm 200F ndash 2013 mdash 2014 horbar 2015 lsquo 2018 rsquo 2019 sbquo 201A "
          + "ldquo 201C rdquo 201D bdquo 201E dagger 2020 Dagger 2021 bull 2022 hellip 2026 "
          + "permil 2030 prime 2032 Prime 2033 lsaquo 2039 rsaquo 203A oline 203E frasl 2044 "
          + "euro 20AC trade 2122 numero 2116 larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 "
          + "minus 2212 lowast 2217 radic 221A infin 221E cap 2229 asymp 2248 ne 2260 equiv 2261 "
          + "le 2264 ge 2265 sdot 22C5 loz 25CA spades 2660 clubs 2663 hearts 2665 diams 2666 "
          + "check 2713 cross 2717 square 25A1 squ 25A1 cir 25CB star 2606 starf 2605 "
          + "Tab 9 NewLine A excl 21 num 23 dollar 24 percnt 25 lpar 28 rpar 29 ast 2A midast 2A "
          + "plus 2B comma 2C period 2E sol 2F colon 3A semi 3B equals 3D quest 3F commat 40 "
          + "lsqb 5B lbrack 5B bsol 5C rsqb 5D rbrack 5D Hat 5E lowbar 5F grave 60 lcub 7B "
          + "verbar 7C vert 7C rcub 7D hyphen 2010 dash 2010 alpha 3B1 beta 3B2 gamma 3B3 "
          + "delta 3B4 Delta 394 Sigma 3A3 Omega 3A9 pi 3C0 mu 3BC sigma 3C3 eacute E9 egrave E8 "
          + "agrave E0 aacute E1 auml E4 ouml F6 uuml FC Auml C4 Ouml D6 Uuml DC szlig DF ccedil E7 "
          + "ntilde F1 oacute F3 iacute ED uacute FA";

  /** What the numbers mean that Windows uses where Unicode has no characters. */
  private static final String WINDOWS =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  private static final int LONGEST = 12;

  private static final Map<String, Integer> BY_NAME = byName();

  private HtmlEntities() {}

  private static Map<String, Integer> byName() {
    var names = new HashMap<String, Integer>();
    String[] words = NAMES.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      names.put(words[i], Integer.parseInt(words[i + 1], 16));
    }
    return Map.copyOf(names);
  }

  /** Returns a text with the characters for their names; what is no name stays. */
  static String decoded(String text, int from, int to) {
    int next = from;
    // Not by indexOf, which would look through all the rest of the page.
    while (next < to && text.charAt(next) != '&') {
      next++;
    }
    if (next == to) {
      return text.substring(from, to);
    }
    var all = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '&') {
        int end = text.startsWith("&#", at) ? number(text, at, to, all) : name(text, at, to, all);
        if (end > at) {
          at = end;
          continue;
        }
      }
      all.append(c);
      at++;
    }
    return all.toString();
  }

  private static int name(String text, int at, int to, StringBuilder all) {
    int end = at + 1;
    while (end < to && end - at <= LONGEST && isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    Integer character = BY_NAME.get(text.substring(at + 1, end));
    boolean closed = end < to && text.charAt(end) == ';';
    if (character == null || !closed && end < to && text.charAt(end) == '=') {
      return at;
    }
    all.appendCodePoint(character);
    return closed ? end + 1 : end;
  }

  private static int number(String text, int at, int to, StringBuilder all) {
    boolean hex = at + 2 < to && (text.charAt(at + 2) | 0x20) == 'x';
    int end = at + (hex ? 3 : 2);
    int first = end;
    long number = 0;
    while (end < to && Character.digit(text.charAt(end), hex ? 16 : 10) >= 0) {
      number = Math.min(number * (hex ? 16 : 10) + digit(text.charAt(end), hex), 0x110000);
      end++;
    }
    if (end == first) {
      return at;
    }
    all.appendCodePoint(character((int) number));
    return end < to && text.charAt(end) == ';' ? end + 1 : end;
  }

  private static int digit(char c, boolean hex) {
    return Character.digit(c, hex ? 16 : 10);
  }

  private static int character(int number) {
    if (number >= 0x80 && number < 0x80 + WINDOWS.length()) {
      return WINDOWS.charAt(number - 0x80);
    }
    boolean none = number == 0 || number > 0x10FFFF || number >= 0xD800 && number <= 0xDFFF;
    return none ? 0xFFFD : number;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
