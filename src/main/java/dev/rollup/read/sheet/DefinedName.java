package dev.rollup.read.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A name that a workbook gives to something.
 *
 * @param scope the index of the sheet that it is confined to, or -1 for the whole workbook
 * @param formula what it stands for
 */
public record DefinedName(String name, int scope, String formula) {

  /** Print areas, filters and the like are no names that anybody gave. */
  private static final String RESERVED = "_xlnm.";

  /**
   * What a name points at: the cells from one corner to another, packed as {@link CellReference}
   * does.
   */
  record Target(String sheet, long first, long last) {}

  boolean isReserved() {
    return name.startsWith(RESERVED);
  }

  /** Returns the text that the name stands for, or null where it is no constant text. */
  @Nullable String text() {
    int last = formula.length() - 1;
    if (last < 1 || formula.charAt(0) != '"' || formula.charAt(last) != '"') {
      return null;
    }
    return undoubled(formula.substring(1, last), '"');
  }

  /** Returns the cells of one sheet that the name stands for, or null where it is anything else. */
  @Nullable Target target() {
    int mark = formula.lastIndexOf('!');
    if (mark < 1) {
      return null;
    }
    String sheet = formula.substring(0, mark);
    if (sheet.charAt(0) == '\'') {
      sheet =
          mark > 2 && sheet.charAt(mark - 1) == '\''
              ? undoubled(sheet.substring(1, mark - 1), '\'')
              : null;
    }
    int colon = formula.indexOf(':', mark);
    int firstEnd = colon < 0 ? formula.length() : colon;
    long first = CellReference.parse(formula, mark + 1, firstEnd, true);
    long last = colon < 0 ? first : CellReference.parse(formula, colon + 1, formula.length(), true);
    return sheet == null || first == CellReference.NONE || last == CellReference.NONE
        ? null
        : new Target(sheet, first, last);
  }

  /** Returns the inside of a quotation, or null where it ends before it should. */
  private static @Nullable String undoubled(String quoted, char quote) {
    if (quoted.indexOf(quote) < 0) {
      return quoted;
    }
    var text = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == quote && (++i == quoted.length() || quoted.charAt(i) != quote)) {
        return null;
      }
      text.append(c);
    }
    return text.toString();
  }
}
