package dev.rollup.finding;

import java.util.Locale;

/**
 * What a finding can mention beside its field, by the name that stands in the texts: {@code
 * {value}}. One name means the same in every text.
 */
public enum Argument {
  /** What the unit or the clerk said to a question. */
  ANSWER,
  /** What stood there at an earlier time. */
  BEFORE,
  /** In how many returns something does not hold. */
  BROKEN,
  /** Who said so: a person, a place on a slip, a unit. */
  BY,
  /** How many. */
  COUNT,
  /** A day, with the time where it is known. */
  DAY,
  /** The edition that was sent out. */
  EDITION,
  /** The second of two places. */
  ELSEWHERE,
  /** The form that was sent out. */
  EXPECTED,
  /** Another file. */
  FILE,
  /** What stands in the first of two places. */
  FIRST,
  /** The form that something is about. */
  FORM,
  /** What people call a format. */
  FORMAT,
  /** How many forms. */
  FORMS,
  /** What a return says now, if there is one. */
  FOUND,
  /** The left side of a relation. */
  LEFT,
  /** The most that is believed. */
  LIMIT,
  /** A line of a side file. */
  LINE,
  /** In what a blank is measured. */
  MEASURE,
  /** What half of the peers have at most. */
  MEDIAN,
  /** What a name is, as it was written. */
  NAME,
  /** Names that come near. */
  NEAR,
  /** Why something was left out before. */
  NOTES,
  /** What it is now. */
  NOW,
  /** The number that a text was taken for. */
  NUMBER,
  /** Among how many. */
  OF,
  /** What is noted as having stood there. */
  OLD,
  /** Another one of the same kind. */
  OTHER,
  /** The form's own words. */
  OWN,
  /** The kind of units that one is compared with. */
  PEERS,
  /** What another period is called. */
  PERIOD,
  /** Which of two came first; chooses among texts. */
  PRECEDENCE,
  /** A file with problems. */
  PROBLEM,
  /** The kind of program that opens a file; chooses among texts. */
  PROGRAM,
  /** Why a line took no effect. */
  REASON,
  /** The right side of a relation. */
  RIGHT,
  /** A row, from 1. */
  ROW,
  /** What stands in the second of two places. */
  SECOND,
  /** What was counted in another period. */
  THEN,
  /** A unit, or several. */
  UNIT,
  /** What stands there, as it was written. */
  VALUE,
  /** An edition. */
  VERSION,
  /** What stood in the form before it was corrected. */
  WAS,
  /** What was confirmed. */
  WHAT,
  /** The first of two places. */
  WHERE,
  /** On what something rests. */
  WHY,
  /** Words that stand there. */
  WORDS;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** Returns the name as texts write it, without brackets. */
  public String word() {
    return word;
  }
}
