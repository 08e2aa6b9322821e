package dev.rollup.read.rtf;

import dev.rollup.read.text.RunningText;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The control words that stand for a character, for a story beside the text, or for nothing. */
final class RtfWords {

  /** Destinations whose text is none of the document's, though they say so by their name only. */
  private static final Set<String> SKIPPED =
      Set.of(
          "nonshppict",
          "shprslt",
          "listtext",
          "pntext",
          "pntxta",
          "pntxtb",
          "nonesttables",
          "filetbl",
          "xe",
          "tc",
          "tcn",
          "rxe",
          "txe",
          "mmathPict",
          "ftnsep",
          "ftnsepc",
          "ftncn",
          "aftnsep",
          "aftnsepc",
          "aftncn",
          "template",
          "private",
          "comment");

  private static final Set<String> MARGINS =
      Set.of("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf");

  private static final String UNKNOWN = String.valueOf(RunningText.UNKNOWN);

  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("tab", "\t"),
          Map.entry("line", "\n"),
          Map.entry("page", "\n"),
          Map.entry("column", "\n"),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("emspace", "\u2003"),
          Map.entry("enspace", "\u2002"),
          Map.entry("qmspace", "\u2005"),
          Map.entry("bullet", "•"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("zwj", "\u200D"),
          Map.entry("zwnj", "\u200C"),
          Map.entry("ltrmark", "\u200E"),
          Map.entry("rtlmark", "\u200F"),
          // The structure of an equation must show: a half is not 12.
          Map.entry("mden", "/"),
          Map.entry("msup", "^"),
          Map.entry("msub", "_"),
          Map.entry("mdeg", " "),
          Map.entry("mlim", " "),
          Map.entry("me", " "),
          Map.entry("mrad", "√"),
          Map.entry("mborderBox", UNKNOWN),
          Map.entry("mphant", UNKNOWN),
          Map.entry("mbar", UNKNOWN),
          Map.entry("macc", UNKNOWN),
          Map.entry("mgroupChr", UNKNOWN));

  private static final Set<String> OF_PAGE =
      Set.of("chpgn", "chdate", "chdpl", "chdpa", "chtime", "sectnum");

  private RtfWords() {}

  /** Returns what a word stands for in the text; null where it is no character. */
  static @Nullable String character(String word) {
    return CHARACTERS.get(word);
  }

  /** Tells whether all that is in a group of this name is none of the document's text. */
  static boolean isSkipped(String word) {
    return SKIPPED.contains(word);
  }

  /** Tells whether a word begins what stands above or below each page. */
  static boolean isMargin(String word) {
    return MARGINS.contains(word);
  }

  /** Tells whether what a word shows depends on the page or the day. */
  static boolean isOfPage(String word) {
    return OF_PAGE.contains(word);
  }
}
