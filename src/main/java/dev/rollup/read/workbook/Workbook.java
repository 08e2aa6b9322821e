package dev.rollup.read.workbook;

import dev.rollup.read.sheet.DefinedName;
import java.util.List;

/**
 * What the workbook part says about the whole.
 *
 * @param since1904 whether days are counted from 1904
 * @param stale whether it asks to be calculated anew when it is opened, so that no result that it
 *     holds is one that a person would see
 * @param sheets all sheets in order, of whatever kind
 */
public record Workbook(
    boolean since1904, boolean stale, List<Sheet> sheets, List<DefinedName> names) {

  /** Copies the lists. */
  public Workbook {
    sheets = List.copyOf(sheets);
    names = List.copyOf(names);
  }

  /**
   * One sheet.
   *
   * @param relationship the id that leads to its part; empty where it has none
   */
  public record Sheet(String name, String relationship, boolean hidden) {}

  /** Returns the names of all sheets in order. */
  public List<String> sheetNames() {
    return sheets.stream().map(Sheet::name).toList();
  }
}
