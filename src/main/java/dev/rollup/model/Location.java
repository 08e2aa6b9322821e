package dev.rollup.model;

import org.jspecify.annotations.Nullable;

/**
 * What a finding is about, as far as it can be told; every part may be null.
 *
 * @param file the path of the file as the report names it
 * @param unit the id of the unit
 * @param sheet the name of the sheet
 * @param cell the place inside the sheet or text
 * @param field the id of the field, or {@code h_unit} and the like for the header
 */
public record Location(
    @Nullable String file,
    @Nullable String unit,
    @Nullable String sheet,
    @Nullable Address cell,
    @Nullable String field) {

  /** Nothing in particular: the whole run. */
  public static final Location NOWHERE = new Location(null, null, null, null, null);

  /** A place on a sheet or in a text; both may be null. */
  public static Location at(@Nullable String sheet, @Nullable Address cell) {
    return new Location(null, null, sheet, cell, null);
  }

  /** Returns the cell as people find it; null where there is none. */
  public @Nullable String written() {
    return cell == null ? null : cell.written();
  }

  /** A whole file. */
  public static Location file(String path) {
    return new Location(path, null, null, null, null);
  }

  /** A whole unit. */
  public static Location unit(String id) {
    return new Location(null, id, null, null, null);
  }

  /** Returns the same place inside a file. */
  public Location inFile(@Nullable String path) {
    return new Location(path, unit, sheet, cell, field);
  }

  /** Returns the same place in the return of a unit. */
  public Location ofUnit(@Nullable String id) {
    return new Location(file, id, sheet, cell, field);
  }

  /** Returns the same place for a field. */
  public Location ofField(@Nullable String id) {
    return new Location(file, unit, sheet, cell, id);
  }
}
