package dev.rollup.read.xlsb;

import java.util.List;

/**
 * What the formulas of a workbook call by numbers.
 *
 * @param sheets the names of all sheets in order
 * @param references what the numbers before places in other sheets stand for
 * @param names the names that are defined, in order
 */
record Book(List<String> sheets, List<Reference> references, List<String> names) {

  /** A workbook of which nothing is known. */
  static final Book NONE = new Book(List.of(), List.of(), List.of());

  /** What places before which no sheet is named are in. */
  private static final String THIS_SHEET = "";

  /** Where a book is meant and not one of its sheets, and where the sheet is gone. */
  private static final int WHOLE_BOOK = -2;

  /** Names are never longer (MS-XLSB 2.5.168), and those of sheets much shorter. */
  private static final int LONGEST_NAME = 255;

  Book {
    sheets = List.copyOf(sheets);
    references = List.copyOf(references);
    names = List.copyOf(names);
  }

  /** Where the sheets of a reference are. */
  enum Origin {
    THIS_BOOK,
    THIS_SHEET,
    OTHER
  }

  /** Sheets, by their places in their book (Xti, MS-XLSB 2.5.173). */
  record Reference(Origin origin, int first, int last) {}

  /**
   * Returns what stands before a place or a name in a formula: {@code Sheet1!}, or nothing.
   *
   * @param index the number of a reference
   * @throws Unreadable where it is not known
   */
  String prefix(int index) throws Unreadable {
    if (index >= references.size()) {
      throw new Unreadable();
    }
    Reference reference = references.get(index);
    return switch (reference.origin()) {
      case THIS_SHEET -> THIS_SHEET;
      // In brackets, in which nothing is calculated here.
      case OTHER -> "[" + index + "]!";
      case THIS_BOOK -> ofSheets(reference);
    };
  }

  private String ofSheets(Reference reference) throws Unreadable {
    if (reference.first() == WHOLE_BOOK) {
      return THIS_SHEET;
    }
    if (reference.first() < 0
        || reference.first() >= sheets.size()
        || reference.last() < reference.first()
        || reference.last() >= sheets.size()) {
      throw new Unreadable();
    }
    String first = sheets.get(reference.first());
    String all =
        reference.first() == reference.last() ? first : first + ':' + sheets.get(reference.last());
    if (all.length() > LONGEST_NAME) {
      throw new Unreadable();
    }
    return quoted(all) + '!';
  }

  /** Returns the name of a sheet as formulas write it, in quotes where it needs them. */
  private static String quoted(String sheet) {
    boolean plain =
        sheet.matches("[\\p{L}_][\\p{L}\\p{N}_.]*")
            && !sheet.matches("(?i)[a-z]{1,3}\\d+|r\\d*c\\d*");
    return plain ? sheet : '\'' + sheet.replace("'", "''") + '\'';
  }

  /** Returns the name of that number, counted from 1. */
  String name(int number) throws Unreadable {
    if (number < 1 || number > names.size()) {
      throw new Unreadable();
    }
    String name = names.get(number - 1);
    if (name.length() > LONGEST_NAME) {
      throw new Unreadable();
    }
    return name;
  }

  /** Says that a formula cannot be put into words. It is no fault of the file. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super(null, null, false, false);
    }
  }
}
