package dev.rollup.read.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The looks of cells of a workbook that calls its styles by names, numbered as they come up. */
public final class StyleTable implements CellStyles {

  private final Looks looks;
  private final List<CellStyle> styles = new ArrayList<>();
  private final Map<CellStyle, Integer> numbers = new HashMap<>();

  /** An empty table. */
  public StyleTable(Looks looks) {
    this.looks = looks;
  }

  /** Returns the number of a style. */
  public int number(CellStyle style) {
    return numbers.computeIfAbsent(
        style,
        added -> {
          styles.add(added);
          return styles.size() - 1;
        });
  }

  @Override
  public @Nullable CellStyle style(int index) {
    return index < 0 || index >= styles.size() ? null : styles.get(index);
  }

  /** What conditional formats lay over cells stands in their rules. */
  @Override
  public @Nullable Differential differential(int index) {
    return null;
  }

  @Override
  public Looks looks() {
    return looks;
  }
}
