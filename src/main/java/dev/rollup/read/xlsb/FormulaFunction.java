package dev.rollup.read.xlsb;

import java.util.Map;
import org.apache.poi.ss.formula.function.FunctionMetadata;
import org.apache.poi.ss.formula.function.FunctionMetadataRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A function as formulas call it by its number (Ftab, MS-XLSB 2.5.97.10).
 *
 * @param arguments how many it always has, or {@link #ANY}
 */
record FormulaFunction(String name, int arguments) {

  /** A number of arguments that the formula itself says. */
  static final int ANY = -1;

  /** Hardly any form has another one. */
  private static final int SUM = 4;

  /** POI knows those of Excel 2003, which have the numbers up to here. */
  private static final int NUMBERS_OF_2003 = 368;

  /** Of those that came with this format, the ones that a form may have. */
  private static final Map<Integer, FormulaFunction> NEWER =
      Map.ofEntries(
          Map.entry(417, new FormulaFunction("QUOTIENT", 2)),
          Map.entry(420, new FormulaFunction("ISEVEN", 1)),
          Map.entry(421, new FormulaFunction("ISODD", 1)),
          Map.entry(422, new FormulaFunction("MROUND", 2)),
          Map.entry(449, new FormulaFunction("EDATE", 2)),
          Map.entry(450, new FormulaFunction("EOMONTH", 2)),
          Map.entry(451, new FormulaFunction("YEARFRAC", ANY)),
          Map.entry(464, new FormulaFunction("RANDBETWEEN", 2)),
          Map.entry(465, new FormulaFunction("WEEKNUM", ANY)),
          Map.entry(471, new FormulaFunction("WORKDAY", ANY)),
          Map.entry(472, new FormulaFunction("NETWORKDAYS", ANY)),
          Map.entry(473, new FormulaFunction("GCD", ANY)),
          Map.entry(475, new FormulaFunction("LCM", ANY)),
          Map.entry(480, new FormulaFunction("IFERROR", 2)),
          Map.entry(481, new FormulaFunction("COUNTIFS", ANY)),
          Map.entry(482, new FormulaFunction("SUMIFS", ANY)),
          Map.entry(483, new FormulaFunction("AVERAGEIF", ANY)),
          Map.entry(484, new FormulaFunction("AVERAGEIFS", ANY)));

  /** Returns the function of that number; null where it is none that is known here. */
  static @Nullable FormulaFunction of(int number) {
    if (number == SUM) {
      return new FormulaFunction("SUM", ANY);
    }
    if (number >= NUMBERS_OF_2003) {
      return NEWER.get(number);
    }
    FunctionMetadata known = FunctionMetadataRegistry.getFunctionByIndex(number);
    return known == null
        ? null
        : new FormulaFunction(
            known.getName(), known.hasFixedArgsLength() ? known.getMinParams() : ANY);
  }
}
