package dev.rollup.read.sheet;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A sheet whose cells may be given names. */
public interface NamedCells {

  /** Gives a name to its target in this sheet if that is one cell, or one merged from several. */
  void name(String name, long first, long last);

  /**
   * Gives the names that point at cells to their sheets, and keeps those that are texts.
   *
   * @param order the names of all sheets, in the order that scopes count
   * @param sheets by {@link #key} of its name every sheet that has cells
   * @param properties gets the texts, unless it has one of that name
   */
  static void place(
      List<DefinedName> all,
      List<String> order,
      Map<String, ? extends NamedCells> sheets,
      Map<String, String> properties) {
    var names = new ArrayList<>(all);
    names.removeIf(DefinedName::isReserved);
    // Of two names that are alike, that of the sheet itself hides that of the workbook there.
    names.sort(Comparator.comparing(name -> rank(name, order)));
    for (var name : names) {
      var target = name.target();
      NamedCells sheet = target == null ? null : sheets.get(key(target.sheet()));
      String text = name.text();
      if (target != null && sheet != null) {
        sheet.name(name.name(), target.first(), target.last());
      } else if (text != null) {
        properties.putIfAbsent(name.name(), text);
      }
    }
  }

  /**
   * Tells whether a target is one cell, or one merged from several.
   *
   * @param merged the merged cells by the first of each
   */
  static boolean isOne(long first, long last, Map<Position, Area> merged) {
    Area area = merged.get(CellReference.position(first));
    return first == last || area != null && area.last().equals(CellReference.position(last));
  }

  /** Names of sheets are the same whatever their case. */
  static String key(String sheet) {
    return sheet.toLowerCase(Locale.ROOT);
  }

  private static int rank(DefinedName name, List<String> order) {
    if (name.scope() < 0) {
      return 1;
    }
    var target = name.target();
    boolean own =
        target != null
            && name.scope() < order.size()
            && key(order.get(name.scope())).equals(key(target.sheet()));
    return own ? 0 : 2;
  }
}
