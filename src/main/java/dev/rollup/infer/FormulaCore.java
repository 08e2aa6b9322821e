package dev.rollup.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a formula computes, without what only keeps it from showing an error or too many decimals:
 * {@code IF(C5=0,"",ROUND(B5/C5*100,1))} is {@code B5/C5*100}.
 */
final class FormulaCore {

  static final String CELL = "(?:(?:'[^']{1,40}'|[\\p{L}\\p{N}_.]{1,40})!)?\\$?[A-Z]{1,3}\\$?\\d+";
  static final Pattern SUM = Pattern.compile("SUM\\(([^()]+)\\)");
  static final Pattern TERMS =
      Pattern.compile(
          "[+-]?(?:" + CELL + "|SUM\\([^()]+\\))(?:[+-](?:" + CELL + "|SUM\\([^()]+\\)))+");
  private static final Pattern DIVISION = Pattern.compile("/|AVERAGE\\(");
  private static final Pattern CONSTANT_TERM =
      Pattern.compile("(?:^|[+(-])\\d+(?:\\.\\d+)?%?(?=[+)-]|$)");

  /** What is not the same of a sum as the sum of it. */
  private static final Pattern NOT_ADDITIVE =
      Pattern.compile("/\\D|[<>=&^]|(?<!SUM|PRODUCT|ROUND)\\(");

  private static final Pattern CONSTANT = Pattern.compile("\"[^\"]*\"|-?\\d*(?:\\.\\d+)?%?");

  /** Asks whether something is nothing: {@code C5=0}, {@code SUM(C5:C9)=""}, {@code ISERROR(…)}. */
  private static final Pattern IS_NOTHING =
      Pattern.compile(
          "(?<of>.+)(?:=|<>)(?:0|\"\")|(?:NOT\\()?IS(?:ERR|ERROR|BLANK|NUMBER|NA)\\((?<tested>.+?)\\)+");

  private static final Pattern IS_FILLED_IN =
      Pattern.compile(CELL + "(?:=|<>)\"\"|(?:NOT\\()?ISBLANK\\(" + CELL + "\\)+");

  private static final Pattern IS_ABOVE_NOTHING = Pattern.compile("(?<of>[^+*/-]+)(?:>|<=)0");

  /** White space. */
  private static final Pattern WHITE = Pattern.compile("\\s");

  /** What stands before a formula. */
  private static final Pattern SIGN = Pattern.compile("^[=+]+");

  /** A cell in brackets of its own. */
  private static final Pattern BRACKETED_CELL = Pattern.compile("\\((" + CELL + ")\\)");

  /** A bracket that is not that of a function. */
  private static final Pattern OPEN = Pattern.compile("(?<![A-Z])\\(");

  private FormulaCore() {}

  /** Returns the core of a formula, in capitals and without white space and = before it. */
  static String of(String formula) {
    String core =
        SIGN.matcher(WHITE.matcher(formula).replaceAll(""))
            .replaceFirst("")
            .toUpperCase(Locale.ROOT);
    for (String inner = inner(core); !inner.equals(core); inner = inner(core)) {
      core = inner;
    }
    return core;
  }

  /** Tells whether a formula does nothing but add and subtract. */
  static boolean isSum(String formula) {
    String core = of(formula);
    return SUM.matcher(core).matches() || TERMS.matcher(core).matches();
  }

  /**
   * Tells whether the results of several forms may be added: those of sums, and those of products,
   * which are amounts where a price is one factor.
   */
  static boolean isAdditive(String formula) {
    String core = BRACKETED_CELL.matcher(of(formula)).replaceAll("$1");
    return !CONSTANT_TERM.matcher(core).find()
        && !NOT_ADDITIVE.matcher(OPEN.matcher(core).replaceAll("")).find();
  }

  /** Tells whether what a formula computes has decimals, whatever is counted. */
  static boolean divides(String formula) {
    return DIVISION.matcher(of(formula)).find();
  }

  private static String inner(String core) {
    int open = core.indexOf('(');
    if (open < 0 || closing(core, open) != core.length() - 1) {
      return core;
    }
    List<String> arguments = split(core.substring(open + 1, core.length() - 1));
    String first = arguments.get(0);
    return switch (core.substring(0, open) + arguments.size()) {
      case "1", "ROUND2", "IFERROR2", "N1" -> first;
      case "IF3" -> chosen(core, first, arguments.get(1), arguments.get(2));
      default -> core;
    };
  }

  /**
   * A quotient is only kept from dividing by nothing, and a row that nobody filled in from showing
   * anything. What is added is the same with and without another question only where it asks for
   * the sum itself.
   */
  private static String chosen(String core, String question, String yes, String no) {
    boolean first = CONSTANT.matcher(yes).matches();
    if (!first && !CONSTANT.matcher(no).matches()) {
      return core;
    }
    String computed = of(first ? no : yes);
    if ((first ? yes : no).equals("\"\"") && IS_FILLED_IN.matcher(question).matches()) {
      return computed;
    }
    Matcher nothing = IS_NOTHING.matcher(question);
    if (nothing.matches()) {
      String of = nothing.group("of") == null ? nothing.group("tested") : nothing.group("of");
      return divides(computed) || of(of).equals(computed) ? computed : core;
    }
    boolean above = IS_ABOVE_NOTHING.matcher(question).matches();
    return above && divides(computed) ? computed : core;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> split(String arguments) {
    var all = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        all.add(arguments.substring(from, i));
        from = i + 1;
      }
    }
    all.add(arguments.substring(from));
    return all;
  }
}
