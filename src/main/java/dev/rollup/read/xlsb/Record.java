package dev.rollup.read.xlsb;

/** The records that are told apart here, by the numbers that they begin with (MS-XLSB 2.3.2). */
final class Record {
  static final int ROW = 0;
  static final int CELL_BLANK = 1;
  static final int CELL_RK = 2;
  static final int CELL_ERROR = 3;
  static final int CELL_BOOLEAN = 4;
  static final int CELL_REAL = 5;
  static final int CELL_TEXT = 6;
  static final int CELL_SHARED_TEXT = 7;
  static final int FORMULA_TEXT = 8;
  static final int FORMULA_NUMBER = 9;
  static final int FORMULA_BOOLEAN = 10;
  static final int FORMULA_ERROR = 11;

  /** The same as the seven from {@link #CELL_BLANK} on, in the column after the last one. */
  static final int SHORT_BLANK = 12;

  static final int SHORT_SHARED_TEXT = 18;

  static final int SHARED_ITEM = 19;

  /** What only newer programs know stands between these. */
  static final int FUTURE_BEGIN = 35;

  static final int FUTURE_END = 36;
  static final int ALTERNATIVE_BEGIN = 37;
  static final int ALTERNATIVE_END = 38;

  static final int NAME = 39;
  static final int FONT = 43;
  static final int NUMBER_FORMAT = 44;
  static final int FILL = 45;
  static final int STYLE = 47;
  static final int CELL_METADATA = 49;
  static final int VALUE_METADATA = 50;
  static final int COLUMNS = 60;
  static final int CELL_RICH_TEXT = 62;

  static final int SHEET_BEGIN = 129;
  static final int SHEET_END = 130;
  static final int BOOK_BEGIN = 131;
  static final int BOOK_END = 132;
  static final int VIEW = 137;
  static final int CELLS_BEGIN = 145;
  static final int CELLS_END = 146;
  static final int BOOK_PROPERTIES = 153;
  static final int SHEET = 156;
  static final int CALCULATION = 157;
  static final int SHARED_BEGIN = 159;
  static final int SHARED_END = 160;
  static final int MERGED = 176;
  static final int STYLES_BEGIN = 278;
  static final int STYLES_END = 279;

  /** Where places in other files and in this one come from, in the order of their numbers. */
  static final int OTHER_BOOK = 355;

  static final int OWN_BOOK = 357;
  static final int OWN_SHEET = 358;
  static final int SHEETS_REFERRED_TO = 362;
  static final int ADD_IN = 667;

  static final int USER_VIEWS_BEGIN = 422;
  static final int USER_VIEWS_END = 425;
  static final int ARRAY_FORMULA = 426;
  static final int SHARED_FORMULA = 427;
  static final int DATA_TABLE = 428;

  static final int CONDITIONAL_BEGIN = 461;
  static final int RULE_BEGIN = 463;
  static final int RULE_END = 464;
  static final int ICONS = 465;
  static final int BAR = 467;

  static final int INDEXED_COLOR = 475;
  static final int HEADER_FOOTER = 479;
  static final int SHEET_DEFAULTS = 485;
  static final int DIFFERENTIAL = 507;
  static final int DRAWING = 550;
  static final int LEGACY_DRAWING = 551;
  static final int CELL_STYLES_BEGIN = 617;
  static final int CELL_STYLES_END = 618;

  static final int COMMENTS_BEGIN = 628;
  static final int COMMENTS_END = 629;
  static final int COMMENT_AUTHOR = 632;
  static final int COMMENT = 635;
  static final int COMMENT_TEXT = 637;

  static final int EMBEDDED_DOCUMENT = 639;
  static final int CONTROL = 644;

  /** The conditional formats of newer programs. */
  static final int CONDITIONAL_14_BEGIN = 1046;

  static final int RULE_14_BEGIN = 1048;
  static final int RULE_14_END = 1049;
  static final int BAR_14 = 1051;
  static final int ICONS_14 = 1052;
  static final int DIFFERENTIAL_14 = 1171;

  private Record() {}
}
