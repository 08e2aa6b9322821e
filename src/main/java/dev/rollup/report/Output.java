package dev.rollup.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a merge writes into its output folder: each file, or folder of files, stands here once, in
 * the order in which it is put in its place.
 */
public enum Output {
  /** The summary of the district, for the clerk. */
  SUMMARY("summary.xlsx", When.ALWAYS),
  /** The form with the totals of the district, which goes up. */
  RETURN_WORKBOOK("return.xlsx", When.ON_REQUEST),
  /** The same as a workbook of the kind before 2007, where the office's own blank is one. */
  RETURN_OLD_WORKBOOK("return.xls", When.ON_REQUEST),
  /** The same as a document. */
  RETURN_DOCUMENT("return.docx", When.ON_REQUEST),
  /** The draft of the account that goes up with the form. */
  NARRATIVE("narrative.docx", When.ON_REQUEST),
  /** The folder of what goes back to the units. */
  SLIPS("slips", When.ON_REQUEST),
  /** Every entry, for programs that read tables. */
  COUNTS("counts.csv", When.ALWAYS),
  /** The pages that the next one leads to, where there is more to say than one page holds. */
  REPORT_PAGES("validation-report", When.ON_REQUEST),
  /** The report for people. */
  REPORT_PAGE("validation-report.html", When.ALWAYS),
  /** What became different since the last run; no other output knows of earlier runs. */
  CHANGES("changes.txt", When.COMPARED),
  /** The report for programs; it holds the SHA-256 of the others, and so comes last. */
  REPORT("validation-report.json", When.ALWAYS);

  /** When an output is written; where it is not, an earlier one of it is stale. */
  public enum When {
    /** With every run. */
    ALWAYS,
    /** Where it is asked for, or needed. */
    ON_REQUEST,
    /** Where an earlier run left something to compare with. */
    COMPARED
  }

  private static final String EDITED = ".edited-";

  private final String fileName;
  private final When when;

  Output(String fileName, When when) {
    this.fileName = fileName;
    this.when = when;
  }

  /** Returns the name of the file, or of the folder. */
  public String fileName() {
    return fileName;
  }

  /** Returns when it is written. */
  public When when() {
    return when;
  }

  /** Tells whether it is a folder of files. */
  public boolean isFolder() {
    return fileName.indexOf('.') < 0;
  }

  /**
   * Returns the name under which a file is kept that was changed by hand: {@code
   * summary.edited-1.xlsx}.
   *
   * @param name the name of the file, with an ending
   * @param number from 1
   */
  public static String editedCopy(String name, int number) {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + EDITED + number + name.substring(dot);
  }

  /**
   * Tells whether a file of that name is a kept copy of an output: the output itself is what goes
   * up. Copies of slips are none of these, since a slip may come back as a return.
   */
  public static boolean isEditedCopy(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(output -> !output.isFolder())
        .map(output -> output.fileName.substring(0, output.fileName.lastIndexOf('.')) + EDITED)
        .anyMatch(
            start ->
                lower.startsWith(start) && lower.substring(start.length()).matches("\\d+\\.\\w+"));
  }
}
