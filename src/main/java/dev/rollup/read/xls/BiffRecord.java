package dev.rollup.read.xls;

/** The records of BIFF8 that are told apart here, by the numbers that they begin with. */
final class BiffRecord {

  static final int FORMULA = 0x06;
  static final int EOF = 0x0A;
  static final int NOTE = 0x1C;
  static final int FILE_PASS = 0x2F;
  static final int CONTINUE = 0x3C;
  static final int OBJECT = 0x5D;
  static final int NOT_COMPUTED = 0x5E;
  static final int PICTURE = 0x7F;
  static final int BOUND_SHEET = 0x85;
  static final int NUMBERS = 0xBD;
  static final int BLANKS = 0xBE;
  static final int RICH_TEXT = 0xD6;
  static final int ROW_BLOCK = 0xD7;
  static final int DRAWING_GROUP = 0xEB;
  static final int DRAWING = 0xEC;
  static final int DRAWING_SELECTION = 0xED;
  static final int SHARED_TEXT = 0xFD;
  static final int BOOK = 0x1AE;
  static final int CONDITIONAL = 0x1B0;
  static final int CONDITION = 0x1B1;
  static final int TEXT_OBJECT = 0x1B6;
  static final int LAST_CALCULATION = 0x1C1;
  static final int BLANK = 0x201;
  static final int NUMBER = 0x203;
  static final int TEXT = 0x204;
  static final int BOOLEAN_OR_ERROR = 0x205;
  static final int RESULT_TEXT = 0x207;
  static final int ROW = 0x208;
  static final int ARRAY = 0x221;
  static final int DATA_TABLE = 0x236;
  static final int NUMBER_RK = 0x27E;
  static final int SHARED_FORMULA = 0x4BC;
  static final int BOF = 0x809;
  static final int CONDITIONAL_12 = 0x879;
  static final int CONDITION_12 = 0x87A;
  static final int CONDITION_EXTENDED = 0x87B;
  static final int FULL_CALCULATION = 0x8A3;

  /** The number and the length of a record, before its body. */
  static final int HEADER_LENGTH = 4;

  private BiffRecord() {}
}
