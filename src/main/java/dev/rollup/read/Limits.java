package dev.rollup.read;

/** What a form never exceeds. Size is the first defence against hostile files. */
final class Limits {
  /** Bytes that a file may hold once inflated, pictures apart. */
  static final int INFLATED_BYTES = 64 << 20;

  /** Entries in one zip. */
  static final int ENTRIES = 10_000;

  /** Cells that hold something, in all sheets together. */
  static final int CELLS = 200_000;

  /** Rows of a sheet, as in every current spreadsheet program. */
  static final int ROWS = 1_048_576;

  /** Columns of a sheet, as in every current spreadsheet program. */
  static final int COLUMNS = 16_384;

  /** Elements inside elements in one XML part; real ones stay below 30. */
  static final int DEPTH = 256;

  private Limits() {}
}
