package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words that a sheet or table of a return shows, folded; made once, however many of the blank's
 * are laid over it.
 *
 * @param grid the sheet or table
 * @param words by cell; without cells that a merged one covers
 * @param byRow where they stand in each row, from the left
 * @param about what its cells, its name and the text above it say
 */
record Shown(
    Grid grid, Map<Position, String> words, Map<Integer, List<Position>> byRow, Set<String> about) {

  /** What programs call sheets that nobody gave a name. */
  private static final Pattern NO_NAME = Pattern.compile("(?:sheet|工作表|table)\\d*");

  /** What tables are counted in, above their right end. */
  private static final Pattern MEASURE = Pattern.compile("^[\\s（(]*(?:计量)?单位[:：]");

  private static final Pattern ORDINAL =
      Pattern.compile("^\\s*[（(]?[一二三四五六七八九十0-9]{1,3}(?:[)）][、.．\\s]?|[、.．\\s])\\s*");

  /** Returns what a sheet or table of a document shows. */
  static Shown of(Document document, Grid grid) {
    var words = new HashMap<Position, String>();
    var byRow = new TreeMap<Integer, List<Position>>();
    for (var placed : grid.cells()) {
      String folded = LabelWords.of(placed.cell().raw());
      if (!folded.isEmpty() && !isCovered(grid, placed.at())) {
        words.put(placed.at(), folded);
        byRow.computeIfAbsent(placed.at().row(), row -> new ArrayList<>()).add(placed.at());
      }
    }
    var about = new HashSet<>(words.values());
    about.addAll(around(document, grid));
    return new Shown(grid, words, byRow, about);
  }

  private static boolean isCovered(Grid grid, Position at) {
    return grid.mergedAt(at).filter(area -> !area.first().equals(at)).isPresent();
  }

  /** Returns what is said of a sheet or table outside its cells: its name, or the text above it. */
  static Set<String> around(Document document, Grid grid) {
    var around = new HashSet<String>();
    int table = document.tables().indexOf(grid) + 1;
    if (table > 0) {
      PrintedText.text(document).forEach(text -> around.add(above(text, table)));
    } else {
      String name = words(grid.sheet());
      if (!NO_NAME.matcher(name).matches()) {
        around.add(name);
      }
    }
    around.remove("");
    return around;
  }

  /** Returns the heading right above a table of a running text; empty where there is none. */
  private static String above(Grid text, int table) {
    String above = "";
    for (var placed : text.cells()) {
      if (placed.at().column() == table) {
        return above;
      } else if (placed.at().column() > 0) {
        above = "";
      } else if (!MEASURE.matcher(placed.cell().raw()).find()) {
        String own = words(placed.cell().raw());
        above = own.isEmpty() ? above : own;
      }
    }
    return "";
  }

  /** Folds a heading without its number: that goes by the place. */
  private static String words(@Nullable String heading) {
    String words = heading == null ? "" : ORDINAL.matcher(heading).replaceFirst("");
    return LabelWords.of(words.isBlank() ? heading : words);
  }
}
