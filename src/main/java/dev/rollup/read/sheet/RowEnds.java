package dev.rollup.read.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the rows of a text table end. Such a file has no checksum: what betrays that a piece of it
 * is gone is that programs give every row the same number of fields, and the last one an end.
 */
public final class RowEnds {

  /** Of so many rows one may be shorter than all others before the others are no rule either. */
  private static final int ROWS_OF_A_RULE = 10;

  private final List<Integer> fields = new ArrayList<>();
  private final Map<Integer, Integer> rowsByFields = new HashMap<>();

  /** Adds the next row, which has so many fields; an empty line has none. */
  public void add(int number) {
    fields.add(number);
    rowsByFields.merge(number, 1, Integer::sum);
  }

  /**
   * Returns the rows, counted from 0, that may have lost their ends.
   *
   * <p>Above a table that was pasted stand lines that were typed.
   *
   * @param closed whether the last row has an end
   */
  public List<Integer> lost(boolean closed) {
    int usual =
        rowsByFields.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    int others = fields.size() - rowsByFields.getOrDefault(usual, 0);
    boolean rule = fields.size() >= ROWS_OF_A_RULE * Math.max(others, 1);
    boolean begun = false;
    var lost = new ArrayList<Integer>();
    for (int row = 0; row < fields.size(); row++) {
      boolean last = row == fields.size() - 1;
      begun |= fields.get(row) > 1;
      boolean cut = rule && begun && fields.get(row) < usual && fields.get(row) > 0;
      if (cut || last && row > 0 && !closed) {
        lost.add(row);
      }
    }
    return lost;
  }
}
