package dev.rollup.read.xlsb;

/** The errors that a cell may show, by their numbers (BErr, MS-XLSB 2.5.97.2). */
final class CellError {

  private CellError() {}

  /** Returns what is shown. */
  static String of(int number) {
    return switch (number) {
      case 0x00 -> "#NULL!";
      case 0x07 -> "#DIV/0!";
      case 0x0F -> "#VALUE!";
      case 0x17 -> "#REF!";
      case 0x1D -> "#NAME?";
      case 0x24 -> "#NUM!";
      case 0x2A -> "#N/A";
      case 0x2B -> "#GETTING_DATA";
      default -> "#" + number;
    };
  }
}
