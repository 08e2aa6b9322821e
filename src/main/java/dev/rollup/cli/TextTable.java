package dev.rollup.cli;

import java.util.ArrayList;
import java.util.List;

/** Sets a table in plain text, where a Chinese character is as wide as two others. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private boolean flushLeft;

  /** Adds a row; all rows have the same number of cells. */
  TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Sets every column flush left, for words; numbers stand flush right. */
  TextTable flushLeft() {
    flushLeft = true;
    return this;
  }

  /** Returns the lines of the table. */
  List<String> lines() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    var lines = new ArrayList<String>();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String space = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : GAP);
        line.append(flushLeft ? row.get(i) + space : space + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Returns how many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int codePoint) {
    return codePoint >= 0x1100
        && (Character.isIdeographic(codePoint)
            || codePoint >= 0x3000 && codePoint <= 0x30FF
            || codePoint >= 0xFF01 && codePoint <= 0xFF60
            || codePoint >= 0xAC00 && codePoint <= 0xD7A3);
  }
}
