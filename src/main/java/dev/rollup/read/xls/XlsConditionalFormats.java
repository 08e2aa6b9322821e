package dev.rollup.read.xls;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;

import dev.rollup.model.Area;
import dev.rollup.model.Position;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import dev.rollup.read.sheet.ConditionalFormats;
import dev.rollup.read.sheet.ConditionalFormats.Rule;
import dev.rollup.read.sheet.Differential;
import dev.rollup.read.sheet.NumberFormat;
import dev.rollup.read.sheet.NumberedRule;
import dev.rollup.read.sheet.StoredNumber;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditional formats of a sheet of a {@code .xls}: those of old (CondFmt and CF, MS-XLS
 * 2.4.56 and 2.4.42), and those of newer programs (CondFmt12, CF12, and CFEx, which extends one of
 * old).
 */
final class XlsConditionalFormats {

  private static final int BAR = 4;
  private static final int ICONS = 6;

  /** What formulas are made of that are a mere number (MS-XLS 2.5.198). */
  private static final int PLUS = 0x12;

  private static final int MINUS = 0x13;
  private static final int PARENTHESES = 0x15;
  private static final int WHOLE = 0x1E;
  private static final int FRACTION = 0x1F;

  /** What a constant is not, so that a comparison with it may be true. */
  private static final String NO_CONSTANT = "?";

  private static final int FUTURE_HEADER = 12;
  private static final int LENGTH_OF_AREA = 8;
  private static final int NO_ID = -1;

  /** What is shown besides a bar, and in the place of a number (MS-XLS 2.5.25 and 2.5.29). */
  private static final int VALUE_SHOWN = 1 << 1;

  private static final int ICON_ONLY = 1;

  /**
   * Rules for the same cells.
   *
   * @param id what extensions call them by; some programs give all of a sheet the same
   */
  private record Group(int id, List<Area> ranges, List<Rule> rules) {}

  private final IntFunction<NumberFormat> formats;
  private final List<Group> groups = new ArrayList<>();
  private int count;

  /** What the next rules of newer programs are for. */
  private List<Area> ranges = List.of();

  private XlsConditionalFormats(IntFunction<NumberFormat> formats) {
    this.formats = formats;
  }

  /**
   * Reads the records of a sheet that are about conditional formats, in their order.
   *
   * @param formats the number formats of the workbook, by id
   */
  static ConditionalFormats read(List<BiffStream.Body> records, IntFunction<NumberFormat> formats)
      throws Refusal {
    var sheet = new XlsConditionalFormats(formats);
    for (var record : records) {
      sheet.read(record.sid(), record.bytes());
    }
    var all = new ConditionalFormats();
    for (var group : sheet.groups) {
      for (var rule : group.rules) {
        all.add(rule);
      }
    }
    return all;
  }

  private void read(int sid, ByteBuffer body) throws Refusal {
    switch (sid) {
      case BiffRecord.CONDITIONAL -> readGroup(body, true);
      case BiffRecord.CONDITIONAL_12 -> readGroup(skip(body, FUTURE_HEADER), false);
      case BiffRecord.CONDITION -> add(old(body));
      case BiffRecord.CONDITION_12 -> add(newer(skip(body, FUTURE_HEADER)));
      case BiffRecord.CONDITION_EXTENDED -> readExtension(body);
      default -> {}
    }
  }

  private void add(Rule rule) throws Refusal {
    if (groups.isEmpty()) {
      throw Refusal.of(DAMAGED_FILE);
    }
    groups.get(groups.size() - 1).rules.add(rule);
    Limits.checkListed(++count);
  }

  /** Reads which cells the rules after it are for. */
  private void readGroup(ByteBuffer body, boolean extensible) throws Refusal {
    skip(body, 2);
    int id = u16(body) >> 1;
    skip(body, LENGTH_OF_AREA);
    ranges = new ArrayList<>();
    for (int left = u16(body); left > 0; left--) {
      ranges.add(area(body));
      Limits.checkListed(++count);
    }
    groups.add(new Group(extensible ? id : NO_ID, ranges, new ArrayList<>()));
  }

  private static Area area(ByteBuffer body) {
    int firstRow = u16(body);
    int lastRow = u16(body);
    int firstColumn = u16(body);
    int lastColumn = u16(body);
    return new Area(
        new Position(Math.min(firstRow, lastRow), Math.min(firstColumn, lastColumn)),
        new Position(Math.max(firstRow, lastRow), Math.max(firstColumn, lastColumn)));
  }

  private Rule old(ByteBuffer body) {
    int kind = u8(body);
    int operator = u8(body);
    int first = u16(body);
    int second = u16(body);
    Differential look = XlsDifferential.read(body, formats);
    return rule(kind, 0, operator, operands(body, first, second), look, false);
  }

  private Rule newer(ByteBuffer body) {
    int kind = u8(body);
    int operator = u8(body);
    int first = u16(body);
    int second = u16(body);
    Differential look = extendedLook(body);
    List<String> operands = operands(body, first, second);
    skip(body, u16(body)); // a formula that says whether the rule is one at all
    skip(body, 3); // whether it is the last one, and when its turn is
    int template = u16(body);
    skip(body, u8(body));
    return rule(kind, template, operator, operands, look, hidesNumber(kind, body));
  }

  private Rule rule(
      int kind,
      int template,
      int operator,
      List<String> operands,
      @Nullable Differential look,
      boolean numberHidden) {
    return new Rule(
        ranges,
        NumberedRule.type(kind, template),
        NumberedRule.operator(kind, operator),
        operands,
        -1,
        look,
        numberHidden);
  }

  private static boolean hidesNumber(int kind, ByteBuffer body) {
    return switch (kind) {
      case BAR -> (u8(skip(body, 3)) & VALUE_SHOWN) == 0;
      case ICONS -> (u8(skip(body, 5)) & ICON_ONLY) != 0;
      default -> false;
    };
  }

  /** Reads a look with its length before it; null where it is nothing. */
  private @Nullable Differential extendedLook(ByteBuffer body) {
    int length = body.getInt();
    if (length == 0) {
      skip(body, 2);
      return null;
    }
    ByteBuffer look = body.slice(body.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    skip(body, length);
    return XlsDifferential.readExtended(look, formats);
  }

  private void readExtension(ByteBuffer body) {
    skip(body, FUTURE_HEADER - LENGTH_OF_AREA);
    Area widest = area(body);
    boolean followed = body.getInt() != 0;
    int id = u16(body);
    var extended = groups.stream().filter(group -> group.id == id).toList();
    if (followed) {
      // The next rule is one more for the same cells.
      ranges = extended.size() == 1 ? extended.get(0).ranges : List.of(widest);
      groups.add(new Group(NO_ID, ranges, new ArrayList<>()));
      return;
    }
    int index = u16(body);
    skip(body, 1); // how it compares, as the rule says
    int template = u8(body);
    skip(body, 3); // when its turn is, and whether it is the last one
    Differential look = u8(body) != 0 ? extendedLook(body) : null;
    for (var group : extended) {
      if (index < group.rules.size()) {
        Rule rule = group.rules.get(index);
        group.rules.set(index, extended(rule, template, look));
      }
    }
  }

  /** Returns what a rule is to programs that know what newer ones say of it. */
  private static Rule extended(Rule rule, int template, @Nullable Differential look) {
    return new Rule(
        rule.ranges(),
        rule.type().equals("cellIs") ? rule.type() : NumberedRule.type(0, template),
        rule.operator(),
        rule.operands(),
        rule.differential(),
        over(look, rule.own()),
        rule.numberHidden());
  }

  /** Returns one look over another; each is null where it is nothing. */
  private static @Nullable Differential over(
      @Nullable Differential look, @Nullable Differential under) {
    if (look == null || under == null) {
      return look == null ? under : look;
    }
    return new Differential(
        look.format() != null ? look.format() : under.format(),
        look.font() != null ? look.font() : under.font(),
        look.fill() != null ? look.fill() : under.fill());
  }

  private static List<String> operands(ByteBuffer body, int first, int second) {
    var operands = new ArrayList<String>();
    for (int length : new int[] {first, second}) {
      if (length > 0) {
        operands.add(constant(body.slice(body.position(), length).order(ByteOrder.LITTLE_ENDIAN)));
        skip(body, length);
      }
    }
    return operands;
  }

  /** Returns the number that a formula is, or something else where it computes one. */
  private static String constant(ByteBuffer formula) {
    BigDecimal number =
        switch (u8(formula)) {
          case WHOLE -> BigDecimal.valueOf(u16(formula));
          case FRACTION -> StoredNumber.of(formula.getDouble());
          default -> null;
        };
    while (number != null && formula.hasRemaining()) {
      number =
          switch (u8(formula)) {
            case MINUS -> number.negate();
            case PLUS, PARENTHESES -> number;
            default -> null;
          };
    }
    return number == null ? NO_CONSTANT : number.toPlainString();
  }

  private static ByteBuffer skip(ByteBuffer body, int count) {
    return body.position(body.position() + count);
  }

  private static int u8(ByteBuffer body) {
    return Byte.toUnsignedInt(body.get());
  }

  private static int u16(ByteBuffer body) {
    return Short.toUnsignedInt(body.getShort());
  }
}
