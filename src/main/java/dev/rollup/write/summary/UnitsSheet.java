package dev.rollup.write.summary;

import dev.rollup.merge.Report;
import dev.rollup.merge.Tally;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.report.FieldHeads;
import dev.rollup.report.Group;
import dev.rollup.report.IssueNumbers;
import dev.rollup.rollup.RollUp;
import dev.rollup.roster.Unit;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Template;
import dev.rollup.text.TextSize;
import dev.rollup.write.xlsx.CellFormat;
import dev.rollup.write.xlsx.PagePlan;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * 分单位: the live totals, the live subtotals of the kinds of units, then every unit with every count.
 * A total is live and stands within one column, hence within one measure.
 */
public final class UnitsSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "分单位";

  private static final int FIXED = 4;

  /** Of those only number and name stand on every page. */
  private static final int REPEATED = 2;

  private static final List<Integer> FIXED_WIDTHS = List.of(5, 17, 12, 13);
  private static final int LEAST_WIDTH = 8;
  private static final float MEASURE_HEAD = 16;
  private static final float GAP = 8;

  /** As many units as can be are to stand on one page. */
  private static final float ROW = 14;

  private final Report report;
  private final Template template;
  private final Messages messages;
  private final FormLabels labels;
  private final FieldHeads heads;
  private final List<Field> fields;
  private final Set<Field> listed;
  private final IssueNumbers issues;
  private final Map<Unit, Integer> sources;
  private final int width;
  private final TableSheet table;

  UnitsSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      Report report,
      IssueNumbers issues,
      Map<Unit, Integer> sources,
      FieldHeads heads,
      String name) {
    this.report = report;
    this.issues = issues;
    this.sources = sources;
    this.template = template;
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
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

  /** Returns where the total of a field stands: below the title, the heads and the measures. */
  static Position total(FieldHeads heads, Field field) {
    return new Position(heads.levels() + 2, FIXED + heads.fields().indexOf(field));
  }

  /** A number that does not fit shows as a row of crosses: the longest total says how wide. */
  private static int width(Report report) {
    return report.summary().totals().values().stream()
        .mapToInt(
            tally ->
                TextSize.columnUnits(String.valueOf(tally.sum()), CellFormat.Type.HEAD.points())
                    + 1)
        .reduce(LEAST_WIDTH, Math::max);
  }

  /**
   * What a unit has in the totals.
   *
   * @param totals by field id what it counted, the rows of a list together
   */
  private record Row(UnitResult unit, Map<String, Tally> totals) {

    static Row of(UnitResult unit, Template template) {
      return new Row(unit, unit.summary(template).totals());
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
    List<UnitResult> units = report.units();
    List<Group> groups =
        Group.all(report).stream().filter(group -> !group.name().isEmpty()).toList();
    PagePlan plan = plan(units, groups.size());
    head(plan);
    int heads = table.nextRow();
    // Totals and subtotals, what they are made of, and the heads of the units.
    int first = heads + 1 + (units.isEmpty() ? 0 : groups.size() + 5);
    int last = first + units.size() - 1;
    if (!units.isEmpty()) {
      total(first, last);
      groups.forEach(group -> subtotal(group, first, last));
      counters(first, last);
      filtered(first, last);
    }
    measures(CellFormat.Type.SMALL_HEAD);
    boolean leftOut = false;
    boolean partial = false;
    for (int i = 0; i < units.size(); i++) {
      // What a unit adds up to is needed for its row only.
      var row = Row.of(units.get(i), template);
      unit(i + 1, row);
      leftOut |= fields.stream().anyMatch(row::leftOut);
      partial |= fields.stream().anyMatch(row::partial);
    }
    notes(leftOut, partial);
    table.finishWide(FIXED, heads, REPEATED, last, plan);
  }

  /** Says what the marks mean, below the table and as wide as its first page. */
  private void notes(boolean leftOut, boolean partial) {
    var notes = new ArrayList<String>();
    if (leftOut) {
      notes.add(messages.text("units.left-out"));
    }
    if (!report.units().isEmpty() && fields.stream().anyMatch(listed::contains)) {
      notes.add(messages.text("units.rows"));
    }
    if (partial) {
      notes.add(messages.text("chart.partial"));
    }
    if (!notes.isEmpty()) {
      table.gap(GAP);
      notes.forEach(note -> table.line(note, Style.PLAIN));
    }
  }

  private PagePlan plan(List<UnitResult> units, int groups) {
    // Total, counters, what is filtered, and the notes below.
    double height = MEASURE_HEAD + GAP + (groups + 10) * ROW;
    for (var unit : units) {
      height += height(unit);
    }
    int all = FIXED_WIDTHS.stream().mapToInt(Integer::intValue).sum();
    int repeated = FIXED_WIDTHS.subList(0, REPEATED).stream().mapToInt(Integer::intValue).sum();
    return PagePlan.of(
        new PagePlan.Columns(all, repeated, FIXED, heads.groups(), width),
        headHeight() + MEASURE_HEAD,
        height);
  }

  private double height(UnitResult unit) {
    double points = CellFormat.Type.TEXT.points();
    int lines = TextSize.lines(unit.unit().name(), FIXED_WIDTHS.get(1), points);
    return lines == 1 ? ROW : TextSize.height(lines, points);
  }

  private String leftOut(Row row, Field field) {
    return RollUp.LEFT_OUT
        + issues.of(row.unit().unit(), field.id()).map(String::valueOf).orElse("");
  }

  private String title() {
    return messages.text("units.title", labels.title());
  }

  /** Returns how high the heads of a level must be. */
  private float headHeight(int level) {
    boolean outermost = level == 0 && heads.levels() > 1;
    double points = (outermost ? CellFormat.Type.HEAD : CellFormat.Type.SMALL_HEAD).points();
    int lines = 1;
    int from = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (!outermost || !heads.goesOn(level, i)) {
        int over = outermost ? (i + 1 - from) * width : width;
        lines = Math.max(lines, TextSize.lines(heads.words().get(i).get(level), over, points));
        from = i + 1;
      }
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
        title(),
        OverviewSheet.NAME,
        plan.breaks().isEmpty() ? FIXED + fields.size() - 1 : plan.breaks().get(0));
    for (int level = 0; level < heads.levels(); level++) {
      var words = new ArrayList<>(fixed());
      for (int i = 0; i < fields.size(); i++) {
        words.add(heads.words().get(i).get(level));
      }
      boolean outermost = level == 0 && heads.levels() > 1;
      table.headings(
          words, outermost ? CellFormat.Type.HEAD : CellFormat.Type.SMALL_HEAD, headHeight(level));
    }
    measures(CellFormat.Type.SMALL_HEAD);
    for (int c = 0; c < FIXED; c++) {
      table.merge(1, heads.levels() + 1, c, c);
    }
    for (int level = 0; level < heads.levels() - 1; level++) {
      mergeRuns(level);
    }
  }

  private void measures(CellFormat.Type type) {
    var measures = new ArrayList<>(fixed());
    fields.forEach(field -> measures.add(labels.measure(field)));
    table.headings(measures, type, MEASURE_HEAD);
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
    table.row(ROW);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, unit.unit().name(), Style.WORDS);
    Integer source = sources.get(unit.unit());
    if (source != null) {
      table.link(1, SourcesSheet.NAME, new Position(source, 0));
    }
    table.words(2, unit.unit().group(), Style.CENTRED);
    table.words(
        3,
        messages.text("state." + unit.state().word()),
        unit.state().actual() ? Style.CENTRED : Style.ALERT);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (row.leftOut(field)) {
        table.words(FIXED + i, leftOut(row, field), Style.ALERT);
        int column = FIXED + i;
        issues
            .of(unit.unit(), field.id())
            .ifPresent(n -> table.link(column, IssuesSheet.NAME, IssuesSheet.cell(n)));
      } else {
        Style style = row.partial(field) ? Style.PARTIAL_COUNT : Style.COUNT;
        table.count(FIXED + i, row.tally(field).total(), style);
      }
    }
  }

  private void subtotal(Group group, int first, int last) {
    table.row(ROW);
    label(messages.text("units.subtotal", group.name()), group.name());
    Map<String, Tally> totals = group.totals(template, report);
    String groups = range(2, first, last);
    String criterion = '"' + group.name().replace("\"", "\"\"") + '"';
    for (int i = 0; i < fields.size(); i++) {
      String ofGroup = groups + "," + criterion + "," + range(FIXED + i, first, last);
      String formula = "IF(COUNTIFS(" + ofGroup + ",\">=0\")=0,\"\",SUMIF(" + ofGroup + "))";
      Tally tally = totals.getOrDefault(fields.get(i).id(), Tally.NONE);
      table.formula(FIXED + i, formula, tally.total(), Style.TOTAL);
    }
  }

  private void total(int first, int last) {
    totals(
        "units.total", first, last, cells -> "IF(COUNT(" + cells + ")=0,\"\",SUM(" + cells + "))");
  }

  /** What the filter lets through has a sum of its own: the totals are those of all, always. */
  private void filtered(int first, int last) {
    totals(
        "sheets.filtered",
        first,
        last,
        cells -> "IF(SUBTOTAL(102," + cells + ")=0,\"\",SUBTOTAL(109," + cells + "))");
  }

  /**
   * Adds a row of totals.
   *
   * @param formula makes the formula of a total of the cells that it is of
   */
  private void totals(String key, int first, int last, UnaryOperator<String> formula) {
    table.row(ROW);
    label(messages.text(key), "");
    for (int i = 0; i < fields.size(); i++) {
      String ofCells = formula.apply(range(FIXED + i, first, last));
      table.formula(FIXED + i, ofCells, tally(fields.get(i)).total(), Style.TOTAL);
    }
  }

  /**
   * Says of how many entries each total is made: blank is not zero. A unit has one entry in a
   * field, which can be counted live, but as many in a list as it has rows.
   */
  private void counters(int first, int last) {
    table.row(ROW);
    label(messages.text("column.counted"), "");
    for (int i = 0; i < fields.size(); i++) {
      long counted = tally(fields.get(i)).counted();
      if (listed.contains(fields.get(i))) {
        table.count(FIXED + i, counted, Style.TOTAL);
      } else {
        String formula = "COUNT(" + range(FIXED + i, first, last) + ")";
        table.formula(FIXED + i, formula, counted, Style.TOTAL);
      }
    }
    table.row(ROW);
    label(messages.text("column.blank"), "");
    for (int i = 0; i < fields.size(); i++) {
      table.count(FIXED + i, (long) tally(fields.get(i)).blank(), Style.TOTAL);
    }
    table.row(ROW);
    label(messages.text("column.excluded"), "");
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

  private static String range(int column, int first, int last) {
    String letters = Position.columnLetters(column);
    return "$" + letters + "$" + (first + 1) + ":$" + letters + "$" + (last + 1);
  }
}
