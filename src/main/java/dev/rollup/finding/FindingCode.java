package dev.rollup.finding;

import static dev.rollup.finding.Severity.ERROR;
import static dev.rollup.finding.Severity.INFO;
import static dev.rollup.finding.Severity.WARNING;

import java.util.Locale;

/**
 * Everything that can be found in a return. The readable name is a contract: reports, filters and
 * the message bundles go by it.
 */
public enum FindingCode {
  COERCED_COUNT(INFO),
  BLANK_COUNT(INFO),
  NUMERAL_COUNT(WARNING),
  REMARK_IN_COUNT(WARNING),
  FORMULA_VALUE(INFO),
  APPROXIMATE_COUNT(ERROR),
  WRONG_MEASURE_UNIT(ERROR),
  SEE_ELSEWHERE(ERROR),
  NEGATIVE_COUNT(ERROR),
  FRACTIONAL_COUNT(ERROR),
  COUNT_TOO_LARGE(ERROR),
  NOT_A_COUNT(ERROR),
  DATE_IN_COUNT(ERROR),
  ERROR_VALUE(ERROR),
  DISPLAY_DIFFERS(ERROR),
  FORMULA_WITHOUT_VALUE(ERROR),
  STRUCK_OUT_COUNT(ERROR),
  HIDDEN_COUNT(ERROR),
  DRAWN_OVER(ERROR),

  DAMAGED_FILE(ERROR),
  CUT_OFF(WARNING),
  EMPTY_FILE(ERROR),
  PASSWORD_PROTECTED(ERROR),
  UNSUPPORTED_FORMAT(ERROR),
  FORMAT_MISMATCH(INFO),
  TOO_LARGE(ERROR),
  PICTURE_ONLY(ERROR),
  UNSAFE_CONTENT(ERROR),
  MACROS_IGNORED(INFO),
  UNREADABLE(ERROR),

  /** A defect of rollup, met on one file; the others are merged all the same. */
  INTERNAL_ERROR(ERROR),
  COMPANION_DOCUMENT(INFO),

  NOT_THIS_FORM(ERROR),
  SEVERAL_FORMS(ERROR),
  OTHER_TEMPLATE_VERSION(WARNING),
  LABEL_CHANGED(WARNING),
  ROW_MOVED(INFO),
  FIELD_MISSING(ERROR),
  FIELD_AMBIGUOUS(ERROR),
  HIDDEN_SHEET(WARNING),
  TOTAL_ROW(INFO),

  /** The severity goes by the place: in the table an error, on another sheet a note. */
  NUMBER_ELSEWHERE(WARNING),

  UNIT_MISSING(ERROR),
  UNIT_UNKNOWN(ERROR),
  UNIT_FROM_FILE_NAME(WARNING),
  UNIT_FROM_SHEET_NAME(WARNING),
  UNIT_CONFLICT(ERROR),
  SUB_UNIT_RETURN(WARNING),

  DATE_UNREADABLE(WARNING),
  NIL_RETURN(WARNING),
  EMPTY_RETURN(ERROR),

  /** The severity is that of the rule. */
  RULE_VIOLATED(ERROR),
  RULE_NOT_EVALUABLE(INFO),
  OUTLIER(INFO),
  SAME_AS_OTHER_UNIT(INFO),

  DUPLICATE_FILE(INFO),
  SUPERSEDED(INFO),
  CONFLICTING_RETURNS(ERROR),
  FEWER_THAN_BEFORE(ERROR),
  UNCHANGED_AFTER_RETURN(ERROR),
  DECREASED_COUNT(WARNING),
  LATE_RETURN(WARNING),
  UNIT_NOT_REPORTED(ERROR),
  FORM_NOT_RECEIVED(ERROR),
  ROLLUP_EDITED(WARNING),
  REPORTED_BY_OTHER(INFO),
  NO_ROSTER(WARNING),

  CONFIRMED(INFO),
  CORRECTED(INFO),
  CORRECTION_NOT_APPLIED(ERROR),
  SIDE_FILE_LINE(WARNING);

  private final Severity severity;
  private final String id;

  FindingCode(Severity severity) {
    this.severity = severity;
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the readable kebab-case code, for example {@code approximate-count}. */
  public String id() {
    return id;
  }

  /** Returns the severity that a finding of this code has unless its maker says otherwise. */
  public Severity severity() {
    return severity;
  }
}
