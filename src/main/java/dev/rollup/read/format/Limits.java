package dev.rollup.read.format;

import static dev.rollup.finding.FindingCode.TOO_LARGE;

import dev.rollup.filetype.ZipEnd;

/** What a form never exceeds. Size is the first defence against hostile files. */
public final class Limits {
  /** Bytes that a file may hold once inflated, pictures apart. */
  public static final int INFLATED_BYTES = 64 << 20;

  /** Bytes in one stream of an {@code .xls} or {@code .doc}, which POI holds several times over. */
  public static final int OLD_BYTES = 32 << 20;

  /** Bytes that a zip of returns may hold once inflated, pictures and all. */
  public static final int ZIPPED_BYTES = 256 << 20;

  /** Files in a zip of returns. */
  public static final int ZIPPED_FILES = 1_000;

  /** Entries in one zip. */
  public static final int ENTRIES = ZipEnd.MOST;

  /** Cells that hold something, in all sheets together; paragraphs of a running text. */
  public static final int CELLS = 200_000;

  /** Cells of a table that a clerk keeps: a line for each of some hundred thousand units. */
  public static final int SIDE_CELLS = 8_000_000;

  /** Anything else that a file lists: texts, merged ranges, names, styles, relationships. */
  public static final int LISTED = CELLS;

  /** Rows of a sheet, as in every current spreadsheet program. */
  public static final int ROWS = 1_048_576;

  /** Columns of a sheet, as in every current spreadsheet program. */
  public static final int COLUMNS = 16_384;

  /** Tables in tables and boxes in cells of a running text; real ones stay below 5. */
  public static final int NESTED_TEXTS = 16;

  /** Elements inside elements in one XML part; real ones stay below 30. */
  public static final int DEPTH = 256;

  /**
   * Namespace prefixes that are declared at one place; looking one up takes as long as the list.
   */
  public static final int PREFIXES = 128;

  private Limits() {}

  /** Refuses a list that has grown too long to be that of a form. */
  public static void checkListed(int size) throws Refusal {
    if (size > LISTED) {
      throw Refusal.of(TOO_LARGE);
    }
  }
}
