package dev.rollup.finding;

import static dev.rollup.finding.FindingCode.Kind.CONVERSION;
import static dev.rollup.finding.FindingCode.Kind.EXCLUSION;
import static dev.rollup.finding.FindingCode.Kind.FILE;
import static dev.rollup.finding.FindingCode.Kind.FORM;
import static dev.rollup.finding.FindingCode.Kind.QUESTION;
import static dev.rollup.finding.FindingCode.Kind.RETURN;
import static dev.rollup.finding.FindingCode.Kind.SIDE_FILE;
import static dev.rollup.finding.Severity.ERROR;
import static dev.rollup.finding.Severity.INFO;
import static dev.rollup.finding.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/**
 * Everything that can be found in a return: what it is, how much it weighs, and what its message
 * mentions. The readable name is a contract: reports, filters and the message bundles go by it.
 */
public enum FindingCode {
  /** The number was written with more than its digits, and was read. */
  COERCED_COUNT(CONVERSION, INFO, Argument.VALUE, Argument.NUMBER),

  /** A sign that says that nothing was filled in. */
  BLANK_COUNT(CONVERSION, INFO, Argument.VALUE),

  /** The number was written in words or in another script, and was read. */
  NUMERAL_COUNT(CONVERSION, WARNING, Argument.VALUE, Argument.NUMBER),

  /** A remark stands behind the number, which was read. */
  REMARK_IN_COUNT(CONVERSION, WARNING, Argument.VALUE, Argument.NUMBER),

  /** The number is the stored result of a formula. */
  FORMULA_VALUE(CONVERSION, INFO, Argument.NUMBER),

  /** The number is only about right. */
  APPROXIMATE_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** Another measure than the blank's own stands behind the number. */
  WRONG_MEASURE_UNIT(EXCLUSION, ERROR, Argument.VALUE, Argument.MEASURE),

  /** The answer says that the number stands somewhere else. */
  SEE_ELSEWHERE(EXCLUSION, ERROR, Argument.VALUE),

  /** A count below zero. */
  NEGATIVE_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** More decimals than the measure has. */
  FRACTIONAL_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** More than anybody believes. */
  COUNT_TOO_LARGE(EXCLUSION, ERROR, Argument.VALUE, Argument.LIMIT),

  /** What stands there is no number. */
  NOT_A_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** The program made a day of the number. */
  DATE_IN_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** The cell shows an error. */
  ERROR_VALUE(EXCLUSION, ERROR, Argument.VALUE),

  /** The cell shows another number than it stores. */
  DISPLAY_DIFFERS(EXCLUSION, ERROR, Argument.VALUE),

  /** A formula of which the file stores no result. */
  FORMULA_WITHOUT_VALUE(EXCLUSION, ERROR, Argument.VALUE),

  /** Something of the number is struck out, raised or lowered. */
  STRUCK_OUT_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** A number that nobody sees who opens the file. */
  HIDDEN_COUNT(EXCLUSION, ERROR, Argument.VALUE),

  /** Something drawn stands where the number is, and may hold another. */
  DRAWN_OVER(EXCLUSION, ERROR),

  /** The file is damaged. */
  DAMAGED_FILE(FILE, ERROR),

  /** The file ends before its last row does. */
  CUT_OFF(FILE, WARNING, Argument.ROW),

  /** The file holds nothing. */
  EMPTY_FILE(FILE, ERROR),

  /** The file asks for a password. */
  PASSWORD_PROTECTED(FILE, ERROR),

  /** The format cannot be read. */
  UNSUPPORTED_FORMAT(FILE, ERROR, Argument.FORMAT, Argument.PROGRAM),

  /** The file is of another kind than its name says. */
  FORMAT_MISMATCH(FILE, INFO, Argument.FORMAT),

  /** The file is larger than any return. */
  TOO_LARGE(FILE, ERROR),

  /** The file holds nothing but pictures. */
  PICTURE_ONLY(FILE, ERROR),

  /** The file shows letters of which nothing tells what they are. */
  UNMAPPED_TEXT(FILE, ERROR),

  /** The file holds what may do harm when it is read. */
  UNSAFE_CONTENT(FILE, ERROR),

  /** The file holds macros, which were not looked at. */
  MACROS_IGNORED(FILE, INFO),

  /** The file cannot be opened. */
  UNREADABLE(FILE, ERROR),

  /** A defect of rollup, met on one file; the others are merged all the same. */
  INTERNAL_ERROR(FILE, ERROR),

  /** Something that came along with a return. */
  COMPANION_DOCUMENT(FILE, INFO, Argument.FORMAT),

  /** The file holds another form, or none. */
  NOT_THIS_FORM(FORM, ERROR, Argument.FORM),

  /** The file holds several filled-in forms. */
  SEVERAL_FORMS(
      FORM,
      ERROR,
      Argument.FORMS,
      Argument.UNIT,
      Argument.WHERE,
      Argument.FIRST,
      Argument.ELSEWHERE,
      Argument.SECOND),

  /** The form is of another edition. */
  OTHER_TEMPLATE_VERSION(
      FORM, WARNING, Argument.FORM, Argument.VERSION, Argument.EXPECTED, Argument.EDITION),

  /** The words of the form were typed over. */
  LABEL_CHANGED(FORM, WARNING, Argument.WORDS, Argument.OWN),

  /** A row of the form stands in another place. */
  ROW_MOVED(FORM, INFO),

  /** A blank of the form was not found. */
  FIELD_MISSING(FORM, ERROR),

  /** More than one number may be meant for a blank. */
  FIELD_AMBIGUOUS(FORM, ERROR),

  /** The form stands on a sheet that is hidden. */
  HIDDEN_SHEET(FORM, WARNING),

  /** A row of a list adds up others. */
  TOTAL_ROW(FORM, INFO, Argument.WORDS),

  /**
   * A number in no blank. The severity goes by the place: in the table an error, on another sheet a
   * note.
   */
  NUMBER_ELSEWHERE(FORM, WARNING, Argument.WORDS, Argument.COUNT),

  /** The form does not say who it is from. */
  UNIT_MISSING(FORM, ERROR),

  /** The unit is not on the roster. */
  UNIT_UNKNOWN(FORM, ERROR, Argument.NAME, Argument.NEAR),

  /** The unit was taken from the name of the file. */
  UNIT_FROM_FILE_NAME(FORM, WARNING, Argument.UNIT),

  /** The unit was taken from the name of the sheet. */
  UNIT_FROM_SHEET_NAME(FORM, WARNING, Argument.UNIT),

  /** The form names one unit and the file another. */
  UNIT_CONFLICT(FORM, ERROR, Argument.UNIT, Argument.OTHER),

  /** The return of a body whose unit reports for it. */
  SUB_UNIT_RETURN(FORM, WARNING, Argument.NAME, Argument.UNIT),

  /** The day on the form cannot be read. */
  DATE_UNREADABLE(FORM, WARNING, Argument.VALUE),

  /** A return of nothing but zeros. */
  NIL_RETURN(FORM, WARNING),

  /** A return in which nothing was filled in. */
  EMPTY_RETURN(FORM, ERROR),

  /** A rule of the template is broken. The severity is that of the rule. */
  RULE_VIOLATED(QUESTION, ERROR, Argument.LEFT, Argument.RIGHT, Argument.ROW, Argument.UNIT),

  /** A rule could not be judged, as a number in it was left out. */
  RULE_NOT_EVALUABLE(QUESTION, INFO),

  /** A number far from those of the unit's peers. */
  OUTLIER(QUESTION, INFO, Argument.VALUE, Argument.MEDIAN, Argument.PEERS),

  /** A number that another unit has exactly alike. */
  SAME_AS_OTHER_UNIT(QUESTION, INFO, Argument.VALUE, Argument.UNIT),

  /** A number many times as large, or as small, as that of the same unit in another period. */
  PERIOD_JUMP(QUESTION, WARNING, Argument.VALUE, Argument.PERIOD, Argument.THEN),

  /** A number that is counted on, and is less than in the period before. */
  PERIOD_LESS(QUESTION, WARNING, Argument.VALUE, Argument.PERIOD, Argument.THEN),

  /** What the form only suggests holds in too few returns to be checked and computed. */
  RELATION_NOT_BORNE_OUT(FORM, WARNING, Argument.COUNT, Argument.BROKEN, Argument.OF),

  /** The same bytes came twice. */
  DUPLICATE_FILE(RETURN, INFO, Argument.FILE),

  /** Another return of the unit counts. */
  SUPERSEDED(RETURN, INFO, Argument.FILE, Argument.PRECEDENCE),

  /** Two returns of a unit differ, and nothing tells which one counts. */
  CONFLICTING_RETURNS(RETURN, ERROR, Argument.FILE),

  /** A later return lacks what an earlier one held. */
  FEWER_THAN_BEFORE(RETURN, ERROR, Argument.COUNT, Argument.BEFORE, Argument.FILE),

  /** A form that was sent back came again as it was. */
  UNCHANGED_AFTER_RETURN(RETURN, ERROR, Argument.PROBLEM),

  /** A count that only grows is less than before. */
  DECREASED_COUNT(RETURN, WARNING, Argument.NOW, Argument.BEFORE, Argument.FILE),

  /** The return came after the deadline. */
  LATE_RETURN(RETURN, WARNING, Argument.DAY),

  /** Nothing came from a unit. */
  UNIT_NOT_REPORTED(RETURN, ERROR, Argument.UNIT),

  /** Something came from a unit, but not the form. */
  FORM_NOT_RECEIVED(RETURN, ERROR, Argument.UNIT),

  /** A roll-up says something else than when it was made. */
  ROLLUP_EDITED(RETURN, WARNING, Argument.NOW, Argument.BEFORE),

  /** A roll-up does not say any more of how many units its totals are made. */
  ORIGINS_LOST(RETURN, WARNING),

  /** A summary that holds no copy of an office's own form was sent in place of the form. */
  SUMMARY_WITHOUT_FORM(FORM, ERROR, Argument.FORM, Argument.FILE),

  /** Another unit reports for this one. */
  REPORTED_BY_OTHER(RETURN, INFO, Argument.UNIT, Argument.BY),

  /** Who should have reported is not known. */
  NO_ROSTER(RETURN, WARNING),

  /** The unit confirmed what was asked. */
  CONFIRMED(SIDE_FILE, INFO, Argument.WHAT, Argument.ANSWER, Argument.BY),

  /** The clerk put a number right, on the word of the unit. */
  CORRECTED(SIDE_FILE, INFO, Argument.WAS, Argument.NOTES, Argument.NOW, Argument.BY, Argument.WHY),

  /** A correction does not fit what the return says. */
  CORRECTION_NOT_APPLIED(
      SIDE_FILE, ERROR, Argument.FILE, Argument.LINE, Argument.OLD, Argument.NOW, Argument.FOUND),

  /** A line that the clerk keeps has no effect. */
  SIDE_FILE_LINE(
      SIDE_FILE,
      WARNING,
      Argument.FILE,
      Argument.LINE,
      Argument.REASON,
      Argument.NAME,
      Argument.OTHER);

  /** What a finding is about. */
  public enum Kind {
    /** A number that was read although it was not written as a plain one. */
    CONVERSION,
    /** A number that is in no total. */
    EXCLUSION,
    /** A file as a file. */
    FILE,
    /** What stands in a form beside its numbers: its words, its unit, its day. */
    FORM,
    /** Numbers that may be right, and are asked about. */
    QUESTION,
    /** Which returns there are of a unit, and which of them count. */
    RETURN,
    /** What the clerk keeps beside the returns. */
    SIDE_FILE
  }

  private final Kind kind;
  private final Severity severity;
  private final List<Argument> arguments;
  private final String id;

  FindingCode(Kind kind, Severity severity, Argument... arguments) {
    this.kind = kind;
    this.severity = severity;
    this.arguments = List.of(arguments);
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what it is about. */
  public Kind kind() {
    return kind;
  }

  /** Returns the readable kebab-case code, for example {@code approximate-count}. */
  public String id() {
    return id;
  }

  /** Returns the severity that a finding of this code has unless its maker says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** Returns what its findings mention beside the field, in the order in which they show it. */
  public List<Argument> arguments() {
    return arguments;
  }

  /** Tells whether its findings mention something. */
  public boolean mentions(Argument argument) {
    return arguments.contains(argument);
  }
}
