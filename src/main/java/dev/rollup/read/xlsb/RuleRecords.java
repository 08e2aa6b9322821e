package dev.rollup.read.xlsb;

import dev.rollup.model.Area;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.ConditionalFormats.Rule;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.NumberedRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the formats of a sheet that depend on what its cells hold: those of old
 * (BrtBeginConditionalFormatting, MS-XLSB 2.4.37, and BrtBeginCFRule, 2.4.23) and those of newer
 * programs, which have the same fields behind a header of their own (FRTHeader, 2.5.61).
 */
final class RuleRecords {

  private static final int NO_NUMBER = -1;

  /** What a header of newer records has: areas, lists of areas, formulas, and an arrow. */
  private static final int HAS_AREAS = 1;

  private static final int HAS_RANGES = 1 << 1;
  private static final int HAS_FORMULAS = 1 << 2;

  private static final int ICON_ONLY = 1 << 1;

  /** What of a rule stands between how it compares and its formulas. */
  private static final int LENGTH_OF_FLAGS = 2 * Integer.BYTES + 2;

  private final Records records;
  private final StylesPart styles;
  private final Book book;
  private final ConditionalFormats rules;

  /** What the next rules are for. */
  private List<Area> ranges = List.of();

  /** The rule that has begun, to be added when it is known what else belongs to it. */
  private @Nullable Rule begun;

  private boolean numberHidden;

  RuleRecords(Records records, StylesPart styles, Book book, ConditionalFormats rules) {
    this.records = records;
    this.styles = styles;
    this.book = book;
    this.rules = rules;
  }

  /** Reads the current record, if it is about such formats. */
  void read() throws Refusal {
    switch (records.type()) {
      case Record.CONDITIONAL_BEGIN -> {
        records.skip(2 * Integer.BYTES); // how many rules, and whether for a pivot table
        ranges = records.areas();
      }
      case Record.CONDITIONAL_14_BEGIN -> ranges = newerRanges();
      case Record.RULE_BEGIN -> begin(rule());
      case Record.RULE_14_BEGIN -> begin(newerRule());
      case Record.BAR -> numberHidden |= isBarAlone();
      case Record.BAR_14 -> {
        records.skip(Integer.BYTES);
        numberHidden |= isBarAlone();
      }
      case Record.ICONS -> numberHidden |= isIconAlone();
      case Record.ICONS_14 -> {
        records.skip(Integer.BYTES);
        numberHidden |= isIconAlone();
      }
      case Record.RULE_END, Record.RULE_14_END -> end();
      default -> {}
    }
  }

  private void begin(Rule rule) throws Refusal {
    if (begun != null) {
      throw Records.damaged();
    }
    begun = rule;
    numberHidden = false;
  }

  private void end() throws Refusal {
    if (begun == null) {
      throw Records.damaged();
    }
    rules.add(
        new Rule(
            begun.ranges(),
            begun.type(),
            begun.operator(),
            begun.operands(),
            begun.differential(),
            begun.own(),
            numberHidden));
    begun = null;
  }

  private boolean isBarAlone() throws Refusal {
    records.skip(2); // how long it is at least and at most
    return records.u8() == 0;
  }

  private boolean isIconAlone() throws Refusal {
    records.skip(Integer.BYTES); // which icons
    return (records.u16() & ICON_ONLY) != 0;
  }

  private Rule rule() throws Refusal {
    int kind = records.i32();
    int template = records.i32();
    int differential = records.i32();
    records.skip(Integer.BYTES); // when its turn is
    int parameter = records.i32();
    records.skip(LENGTH_OF_FLAGS);
    int[] lengths = {records.i32(), records.i32(), records.i32()};
    records.optionalText(); // what a text is to contain
    var operands = new ArrayList<String>();
    for (int length : lengths) {
      if (length != 0) {
        operands.add(records.formula().text(book, null));
      }
    }
    return rule(kind, template, parameter, operands, differential, null);
  }

  private Rule newerRule() throws Refusal {
    var operands = new ArrayList<String>();
    int parts = records.i32();
    if ((parts & (HAS_AREAS | HAS_RANGES)) != 0) {
      throw Records.damaged();
    }
    if ((parts & HAS_FORMULAS) != 0) {
      for (int left = records.count(); left > 0; left--) {
        records.skip(Integer.BYTES); // what becomes of it when cells are moved
        operands.add(records.newerFormula().text(book, null));
      }
    }
    int kind = records.i32();
    int template = records.i32();
    int number = records.i32();
    records.skip(Integer.BYTES); // when its turn is
    int parameter = records.i32();
    List<Differential> all = styles.newerDifferentials();
    Differential own = number >= 0 && number < all.size() ? all.get(number) : null;
    return rule(kind, template, parameter, operands, own == null ? number : NO_NUMBER, own);
  }

  private Rule rule(
      int kind,
      int template,
      int parameter,
      List<String> operands,
      int differential,
      @Nullable Differential own) {
    return new Rule(
        ranges,
        NumberedRule.type(kind, template),
        NumberedRule.operator(kind, parameter),
        operands,
        differential,
        own,
        false);
  }

  private List<Area> newerRanges() throws Refusal {
    int parts = records.i32();
    if ((parts & HAS_AREAS) != 0 || (parts & HAS_RANGES) == 0) {
      throw Records.damaged();
    }
    var all = new ArrayList<Area>();
    for (int left = records.count(); left > 0; left--) {
      records.skip(Integer.BYTES); // what becomes of it when cells are moved
      all.addAll(records.areas());
    }
    return all;
  }
}
