package dev.rollup.write.summary;

import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.report.FieldHeads;
import dev.rollup.report.Group;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.Look;
import dev.rollup.write.xlsx.PagePlan;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * 分单位: every unit with every count, live subtotals and totals below. A total is live and stands
 * within one column, hence within one measure.
 */
public final class UnitsSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "分单位";

  private static final int FIXED = 4;
  private static final List<Integer> FIXED_WIDTHS = List.of(5, 17, 13, 13);
  private static final int LEAST_WIDTH = 10;
  private static final float SECTION_HEAD = 32;
  private static final float MEASURE_HEAD = 16;
  private static final float GAP = 8;

  /** What a narrow cell shows of what was left out; the rest stands in the list of problems. */
  private static final int MOST_RAW = 12;

  private final Report report;
  private final Template template;
  private final Messages messages;
  private final FieldHeads heads;
  private final List<Field> fields;
  private final Set<Field> listed;
  private final int width;
  private final TableSheet table;

  UnitsSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      Report report,
      FieldHeads heads,
      String name) {
    this.report = report;
    this.template = template;
    this.messages = messages;
    this.heads = heads;
    this.fields = heads.fields();
    this.listed =
        template.items().stream()
            .filter(Item::repeats)
            .flatMap(item -> item.fields().stream())
            .collect(Collectors.toSet());
    var widths = new ArrayList<>(FIXED_WIDTHS);
    this.width = width(report);
    fields.forEach(field -> widths.add(width));
    this.table = new TableSheet(book, workbook, name, widths, messages);
  }

  /** A number that does not fit shows as a row of crosses: the longest total says how wide. */
  private static int width(Report report) {
    return report.summary().totals().values().stream()
        .mapToInt(
            tally -> TextSize.columnUnits(String.valueOf(tally.sum()), Look.Type.HEAD.points()) + 1)
        .reduce(LEAST_WIDTH, Math::max);
  }

  /**
   * What a unit has in the totals.
   *
   * @param totals by field id what it counted, the rows of a list together
   * @param leftOut by field id the first of what is in no total, as it was typed
   */
  private record Row(UnitResult unit, Map<String, Tally> totals, Map<String, String> leftOut) {

    static Row of(UnitResult unit, Template template) {
      var leftOut = new HashMap<String, String>();
      unit.excluded()
          .forEach(
              entry ->
                  leftOut.putIfAbsent(
                      entry.field().id(), Objects.requireNonNullElse(entry.raw(), "")));
      return new Row(unit, unit.summary(template).totals(), leftOut);
    }

    Tally tally(Field field) {
      return totals.getOrDefault(field.id(), Tally.NONE);
    }

    /** Tells whether a number was typed for a field, and none of it is in the total. */
    boolean leftOut(Field field) {
      return tally(field).total() == null && tally(field).excluded() > 0;
    }

    /** Tells whether only some of a list is in the total. */
    boolean partial(Field field) {
      return tally(field).total() != null && tally(field).excluded() > 0;
    }
  }

  void write() {
    List<Row> rows = report.units().stream().map(unit -> Row.of(unit, template)).toList();
    List<Group> groups =
        Group.all(report).stream().filter(group -> !group.name().isEmpty()).toList();
    PagePlan plan = plan(rows, groups.size());
    head(plan);
    for (int i = 0; i < rows.size(); i++) {
      unit(i + 1, rows.get(i));
    }
    int last = firstUnitRow() + rows.size() - 1;
    if (last >= firstUnitRow()) {
      table.gap(GAP);
      groups.forEach(group -> subtotal(group, last));
      total(last);
      counters(last);
      if (fields.stream().anyMatch(listed::contains)) {
        table.line(messages.text("units.rows"), Style.PLAIN);
      }
      if (rows.stream().anyMatch(row -> fields.stream().anyMatch(row::partial))) {
        table.line(messages.text("chart.partial"), Style.PLAIN);
      }
    }
    table.finishWide(FIXED, last, plan, title());
  }

  private PagePlan plan(List<Row> rows, int groups) {
    double height = headHeight() + MEASURE_HEAD + GAP + (groups + 6) * TableSheet.TIGHT_ROW;
    for (var row : rows) {
      height += height(row);
    }
    int fixed = FIXED_WIDTHS.stream().mapToInt(Integer::intValue).sum();
    return PagePlan.of(fixed, FIXED, heads.groups(), width, height);
  }

  private double height(Row row) {
    double points = Look.Type.TEXT.points();
    int nameLines = TextSize.lines(row.unit().unit().name(), FIXED_WIDTHS.get(1), points);
    double small = Look.Type.SMALL.points();
    int excludedLines =
        fields.stream()
            .filter(row::leftOut)
            .mapToInt(field -> TextSize.lines(leftOut(row, field), width, small))
            .max()
            .orElse(1);
    return Math.max(
        nameLines == 1 ? TableSheet.TIGHT_ROW : TextSize.height(nameLines, points),
        excludedLines == 1 ? 0 : TextSize.height(excludedLines, small));
  }

  private String leftOut(Row row, Field field) {
    return messages.text("units.excluded", shown(row.leftOut().getOrDefault(field.id(), "")));
  }

  private String title() {
    return messages.text("units.title", template.title());
  }

  /** Returns the row of the first unit: below the title, the heads and the measures. */
  private int firstUnitRow() {
    return heads.levels() + 2;
  }

  /** Returns how high the heads of a level must be. */
  private float headHeight(int level) {
    if (level == 0 && heads.levels() > 1) {
      return SECTION_HEAD;
    }
    double points = Look.Type.SMALL_HEAD.points();
    int lines = 1;
    for (int i = 0; i < fields.size(); i++) {
      lines = Math.max(lines, TextSize.lines(heads.words().get(i).get(level), width, points));
    }
    return TextSize.height(lines, points);
  }

  private double headHeight() {
    double height = 0;
    for (int level = 0; level < heads.levels(); level++) {
      height += headHeight(level);
    }
    return height;
  }

  private void head(PagePlan plan) {
    table.title(
        title(), plan.breaks().isEmpty() ? FIXED + fields.size() - 1 : plan.breaks().get(0));
    for (int level = 0; level < heads.levels(); level++) {
      var words = new ArrayList<>(fixed());
      for (int i = 0; i < fields.size(); i++) {
        words.add(heads.words().get(i).get(level));
      }
      boolean outermost = level == 0 && heads.levels() > 1;
      table.headings(words, outermost ? Look.Type.HEAD : Look.Type.SMALL_HEAD, headHeight(level));
    }
    var measures = new ArrayList<>(fixed());
    fields.forEach(field -> measures.add(field.measure().name()));
    table.headings(measures, Look.Type.SMALL_HEAD, MEASURE_HEAD);
    for (int c = 0; c < FIXED; c++) {
      table.merge(1, heads.levels() + 1, c, c);
    }
    for (int level = 0; level < heads.levels() - 1; level++) {
      mergeRuns(level);
    }
  }

  /** Merges a head over all its columns, or down to the measures where it has but one. */
  private void mergeRuns(int level) {
    int from = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (heads.goesOn(level, i)) {
        continue;
      }
      boolean down = from == i && heads.endsAt(level, i);
      boolean already = down && level > 0 && heads.endsAt(level - 1, i);
      if (!already) {
        table.merge(1 + level, down ? heads.levels() : 1 + level, FIXED + from, FIXED + i);
      }
      from = i + 1;
    }
  }

  private List<String> fixed() {
    return List.of(
        messages.text("column.number"),
        messages.text("column.unit"),
        messages.text("column.group"),
        messages.text("column.state"));
  }

  private void unit(int number, Row row) {
    UnitResult unit = row.unit();
    table.row(TableSheet.TIGHT_ROW);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, unit.unit().name(), Style.WORDS);
    table.words(2, unit.unit().group(), Style.CENTRED);
    table.words(
        3,
        messages.text("state." + unit.state().word()),
        unit.state().actual() ? Style.CENTRED : Style.ALERT);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (row.leftOut(field)) {
        table.words(FIXED + i, leftOut(row, field), Style.ALERT);
      } else {
        Style style = row.partial(field) ? Style.PARTIAL_COUNT : Style.COUNT;
        table.count(FIXED + i, row.tally(field).total(), style);
      }
    }
  }

  private static String shown(String raw) {
    return raw.codePointCount(0, raw.length()) <= MOST_RAW
        ? raw
        : raw.substring(0, raw.offsetByCodePoints(0, MOST_RAW - 1)) + "…";
  }

  private void subtotal(Group group, int last) {
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("units.subtotal", group.name()), group.name());
    Map<String, Tally> totals = group.totals(template);
    String groups = range(2, last);
    String criterion = '"' + group.name().replace("\"", "\"\"") + '"';
    for (int i = 0; i < fields.size(); i++) {
      String ofGroup = groups + "," + criterion + "," + range(FIXED + i, last);
      String formula = "IF(COUNTIFS(" + ofGroup + ",\">=0\")=0,\"\",SUMIF(" + ofGroup + "))";
      Tally tally = totals.getOrDefault(fields.get(i).id(), Tally.NONE);
      table.formula(FIXED + i, formula, tally.total(), Style.TOTAL);
    }
  }

  private void total(int last) {
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("units.total"), null);
    for (int i = 0; i < fields.size(); i++) {
      String cells = range(FIXED + i, last);
      String formula = "IF(COUNT(" + cells + ")=0,\"\",SUM(" + cells + "))";
      table.formula(FIXED + i, formula, tally(fields.get(i)).total(), Style.TOTAL);
    }
  }

  /**
   * Says of how many entries each total is made: blank is not zero. A unit has one entry in a
   * field, which can be counted live, but as many in a list as it has rows.
   */
  private void counters(int last) {
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("column.counted"), null);
    for (int i = 0; i < fields.size(); i++) {
      long counted = tally(fields.get(i)).counted();
      if (listed.contains(fields.get(i))) {
        table.count(FIXED + i, counted, Style.TOTAL);
      } else {
        String formula = "COUNT(" + range(FIXED + i, last) + ")";
        table.formula(FIXED + i, formula, counted, Style.TOTAL);
      }
    }
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("column.blank"), null);
    for (int i = 0; i < fields.size(); i++) {
      table.count(FIXED + i, (long) tally(fields.get(i)).blank(), Style.TOTAL);
    }
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("column.excluded"), null);
    for (int i = 0; i < fields.size(); i++) {
      table.count(FIXED + i, (long) tally(fields.get(i)).excluded(), Style.TOTAL);
    }
  }

  private Tally tally(Field field) {
    return report.summary().totals().getOrDefault(field.id(), Tally.NONE);
  }

  private void label(String text, String group) {
    table.words(0, "", Style.TOTAL_WORDS);
    table.words(1, text, Style.TOTAL_WORDS);
    table.words(2, group, Style.TOTAL_WORDS);
    table.words(3, "", Style.TOTAL_WORDS);
  }

  private String range(int column, int last) {
    String letters = Position.columnLetters(column);
    return "$" + letters + "$" + (firstUnitRow() + 1) + ":$" + letters + "$" + (last + 1);
  }
}
