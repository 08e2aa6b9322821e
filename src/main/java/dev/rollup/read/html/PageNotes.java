package dev.rollup.read.html;

import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What stands in the notes of a page by their names, in their order. */
final class PageNotes {

  /** How the names of notes begin that are comments. */
  static final String COMMENT = "_com_";

  private static final Pattern NAME =
      Pattern.compile("(?:ftn|edn|sdfootnote|sdendnote|" + COMMENT + ")\\d{1,6}");

  private final Map<String, HtmlFlow> byName = new LinkedHashMap<>();

  /** Tells whether an element of that name is a note. */
  static boolean isName(String id) {
    return NAME.matcher(id).matches();
  }

  /** Adds a note that has ended; the first of a name is the one that is meant. */
  void add(String name, HtmlFlow said) throws Refusal {
    byName.putIfAbsent(name, said);
    Limits.checkListed(byName.size());
  }

  /** Returns a name for a comment that has none. */
  String newCommentName() {
    return COMMENT + "c" + byName.size();
  }

  /** Returns what stands in each by its name. */
  Map<String, HtmlFlow> byName() {
    return Collections.unmodifiableMap(byName);
  }
}
