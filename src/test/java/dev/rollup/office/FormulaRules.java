package dev.rollup.office;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.function.FunctionMetadataRegistry;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What Excel asks of a formula: that it can be read, and that what it names is there. */
final class FormulaRules {

  private static final int LONGEST = 8192;
  private static final int LONGEST_QUOTED = 255;

  /** Functions of 2007 that are written as they are; each later one is {@code _xlfn.} before. */
  private static final Set<String> OF_2007 =
      Set.of(
          "IFERROR",
          "SUMIFS",
          "COUNTIFS",
          "AVERAGEIF",
          "AVERAGEIFS",
          "CUBEVALUE",
          "NETWORKDAYS",
          "WORKDAY",
          "EDATE",
          "EOMONTH",
          "WEEKNUM",
          "YEARFRAC",
          "QUOTIENT",
          "MROUND",
          "ISEVEN",
          "ISODD",
          "RANDBETWEEN",
          "GCD",
          "LCM");

  private static final Pattern CALL = Pattern.compile("([A-Za-z_][\\w.]*)\\(");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
  private static final Pattern SHEET = Pattern.compile("'(?:[^']|'')*'");

  private final XSSFWorkbook workbook;
  private final XSSFEvaluationWorkbook evaluated;
  private final Complaints complaints;

  FormulaRules(XSSFWorkbook workbook, Complaints complaints) {
    this.workbook = workbook;
    this.evaluated = XSSFEvaluationWorkbook.create(workbook);
    this.complaints = complaints;
  }

  /** Holds them against the formula of a name. */
  void name(String at, String formula) {
    check(at, formula, FormulaType.NAMEDRANGE, -1);
  }

  /** Holds them against the formula of a cell or a rule on a sheet. */
  void cell(String at, String formula, String sheet) {
    check(at, formula, FormulaType.CELL, workbook.getSheetIndex(sheet));
  }

  /** Holds them against the range of a chart. */
  void range(String at, String formula) {
    check(at, formula, FormulaType.CELL, 0);
  }

  private void check(String at, String formula, FormulaType type, int sheet) {
    complaints.unless(
        formula.length() <= LONGEST && !formula.isBlank() && !formula.startsWith("="),
        at,
        "“" + formula + "” is no formula");
    complaints.unless(!formula.contains("#REF!"), at, formula + " leads nowhere");
    QUOTED
        .matcher(formula)
        .results()
        .filter(quoted -> quoted.group(1).replace("\"\"", "\"").length() > LONGEST_QUOTED)
        .forEach(quoted -> complaints.add(at, "a text of more than 255 characters in a formula"));
    unknown(formula).forEach(name -> complaints.add(at, name + " is a function without _xlfn."));
    try {
      for (var token : FormulaParser.parse(formula, evaluated, type, sheet)) {
        if (token instanceof Pxg of && of.getSheetName() != null) {
          complaints.unless(
              of.getExternalWorkbookNumber() <= 0 && workbook.getSheet(of.getSheetName()) != null,
              at,
              "there is no sheet " + of.getSheetName());
        }
      }
    } catch (FormulaParseException | IllegalArgumentException | IllegalStateException e) {
      complaints.add(at, formula + ": " + e.getMessage());
    }
  }

  private static Set<String> unknown(String formula) {
    String bare = SHEET.matcher(QUOTED.matcher(formula).replaceAll("")).replaceAll("");
    var unknown = new TreeSet<String>();
    CALL.matcher(bare)
        .results()
        .map(call -> call.group(1))
        .filter(name -> !name.startsWith("_xlfn."))
        .filter(name -> !OF_2007.contains(name))
        .filter(name -> FunctionMetadataRegistry.getFunctionByName(name) == null)
        .forEach(unknown::add);
    return unknown;
  }
}
