package dev.rollup.write;

import dev.rollup.match.Entry;
import dev.rollup.match.State;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.template.Field;
import dev.rollup.template.Template;
import dev.rollup.write.TableSheet.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * 分单位: every unit with every count, live subtotals and totals below. A total is live and stands
 * within one column, hence within one measure.
 */
final class UnitsSheet {

  static final String NAME = "分单位";

  private static final int FIXED = 4;
  private static final int FIRST_UNIT_ROW = 4;
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
  private final List<Field> fields;
  private final int width;
  private final TableSheet table;

  UnitsSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      Report report) {
    this.report = report;
    this.template = template;
    this.messages = messages;
    this.fields = template.fields().values().stream().filter(Field::counts).toList();
    var widths = new ArrayList<>(FIXED_WIDTHS);
    this.width = width(report);
    fields.forEach(field -> widths.add(width));
    this.table = new TableSheet(book, workbook, NAME, widths, messages);
  }

  /** A number that does not fit shows as a row of crosses: the longest total says how wide. */
  private static int width(Report report) {
    return report.summary().totals().values().stream()
        .mapToInt(
            tally -> TextSize.columnUnits(String.valueOf(tally.sum()), Look.Type.HEAD.points()) + 1)
        .reduce(LEAST_WIDTH, Math::max);
  }

  /** What a unit's cell holds for one field. */
  private record Value(Long count, String excluded) {
    static final Value NONE = new Value(null, null);
  }

  void write() {
    List<UnitResult> units = report.units();
    List<Map<String, Value>> values = units.stream().map(this::values).toList();
    List<String> groups = groups(units);
    PagePlan plan = plan(units, values, groups.size());
    head(plan);
    for (int i = 0; i < units.size(); i++) {
      unit(i + 1, units.get(i), values.get(i));
    }
    int last = FIRST_UNIT_ROW + units.size() - 1;
    if (last >= FIRST_UNIT_ROW) {
      table.gap(GAP);
      groups.forEach(group -> subtotal(group, units, values, last));
      total(values, last);
      counters(values, last);
    }
    table.finishWide(FIXED, last, plan, title());
  }

  private PagePlan plan(List<UnitResult> units, List<Map<String, Value>> values, int groups) {
    double height =
        SECTION_HEAD + labelHead() + MEASURE_HEAD + GAP + (groups + 4) * TableSheet.TIGHT_ROW;
    for (int i = 0; i < units.size(); i++) {
      height += height(units.get(i), values.get(i));
    }
    int fixed = FIXED_WIDTHS.stream().mapToInt(Integer::intValue).sum();
    return PagePlan.of(fixed, FIXED, fieldsBySection(), width, height);
  }

  private double height(UnitResult unit, Map<String, Value> values) {
    double points = Look.Type.TEXT.points();
    int nameLines = TextSize.lines(unit.unit().name(), FIXED_WIDTHS.get(1), points);
    double small = Look.Type.SMALL.points();
    int excludedLines =
        values.values().stream()
            .filter(value -> value.count() == null && value.excluded() != null)
            .mapToInt(value -> TextSize.lines(excluded(value), width, small))
            .max()
            .orElse(1);
    return Math.max(
        nameLines == 1 ? TableSheet.TIGHT_ROW : TextSize.height(nameLines, points),
        excludedLines == 1 ? 0 : TextSize.height(excludedLines, small));
  }

  private String excluded(Value value) {
    return messages.text("units.excluded", shown(value.excluded()));
  }

  private String title() {
    return messages.text("units.title", template.title());
  }

  /** Returns how many columns the fields of each section take. */
  private List<Integer> fieldsBySection() {
    return template.sections().stream()
        .map(section -> section.items().stream().flatMap(item -> item.fields().stream()))
        .map(ofSection -> (int) ofSection.filter(Field::counts).count())
        .filter(columns -> columns > 0)
        .toList();
  }

  private float labelHead() {
    double points = Look.Type.SMALL_HEAD.points();
    int lines =
        fields.stream()
            .mapToInt(field -> TextSize.lines(field.label(), width, points))
            .max()
            .orElse(1);
    return TextSize.height(lines, points);
  }

  private void head(PagePlan plan) {
    table.title(
        title(), plan.breaks().isEmpty() ? FIXED + fields.size() - 1 : plan.breaks().get(0));
    var sections = new ArrayList<>(fixed());
    var labels = new ArrayList<>(fixed());
    var measures = new ArrayList<>(fixed());
    for (var section : template.sections()) {
      for (var item : section.items()) {
        for (var field : item.fields()) {
          if (field.counts()) {
            sections.add(section.heading());
            labels.add(field.label());
            measures.add(field.measure().name());
          }
        }
      }
    }
    table.headings(sections, Look.Type.HEAD, SECTION_HEAD);
    table.headings(labels, Look.Type.SMALL_HEAD, labelHead());
    table.headings(measures, Look.Type.SMALL_HEAD, MEASURE_HEAD);
    for (int c = 0; c < FIXED; c++) {
      table.merge(1, 3, c, c);
    }
    mergeRuns(sections);
  }

  private List<String> fixed() {
    return List.of(
        messages.text("column.number"),
        messages.text("column.unit"),
        messages.text("column.group"),
        messages.text("column.state"));
  }

  private void mergeRuns(List<String> sections) {
    int from = FIXED;
    for (int c = FIXED + 1; c <= sections.size(); c++) {
      if (c == sections.size() || !sections.get(c).equals(sections.get(from))) {
        table.merge(1, 1, from, c - 1);
        from = c;
      }
    }
  }

  /** Adds the rows of a repeated item up for each unit; one row left out leaves the sum out. */
  private Map<String, Value> values(UnitResult unit) {
    var values = new LinkedHashMap<String, Value>();
    if (unit.accepted().isEmpty()) {
      return values;
    }
    List<Entry> entries = unit.accepted().get().source().submission().orElseThrow().entries();
    for (var entry : entries) {
      if (entry.field().counts()) {
        values.merge(entry.field().id(), value(entry), UnitsSheet::plus);
      }
    }
    return values;
  }

  private static Value value(Entry entry) {
    return entry.state() == State.EXCLUDED
        ? new Value(null, Objects.requireNonNullElse(entry.raw(), ""))
        : new Value(entry.count(), null);
  }

  private static Value plus(Value a, Value b) {
    Long count =
        a.count() == null
            ? b.count()
            : b.count() == null ? a.count() : Long.valueOf(Math.addExact(a.count(), b.count()));
    return new Value(count, a.excluded() == null ? b.excluded() : a.excluded());
  }

  private void unit(int number, UnitResult unit, Map<String, Value> values) {
    table.row(TableSheet.TIGHT_ROW);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, unit.unit().name(), Style.WORDS);
    table.words(2, unit.unit().group(), Style.CENTRED);
    table.words(
        3,
        messages.text("state." + unit.state().word()),
        unit.state().actual() ? Style.CENTRED : Style.ALERT);
    for (int i = 0; i < fields.size(); i++) {
      Value value = values.getOrDefault(fields.get(i).id(), Value.NONE);
      if (value.excluded() != null && value.count() == null) {
        table.words(
            FIXED + i, messages.text("units.excluded", shown(value.excluded())), Style.ALERT);
      } else {
        table.count(FIXED + i, value.count(), Style.COUNT);
      }
    }
  }

  private static String shown(String raw) {
    return raw.codePointCount(0, raw.length()) <= MOST_RAW
        ? raw
        : raw.substring(0, raw.offsetByCodePoints(0, MOST_RAW - 1)) + "…";
  }

  private static List<String> groups(List<UnitResult> units) {
    return units.stream().map(u -> u.unit().group()).filter(Objects::nonNull).distinct().toList();
  }

  private void subtotal(
      String group, List<UnitResult> units, List<Map<String, Value>> values, int last) {
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("units.subtotal", group), group);
    String groups = range(2, last);
    String criterion = '"' + group.replace("\"", "\"\"") + '"';
    for (int i = 0; i < fields.size(); i++) {
      String ofGroup = groups + "," + criterion + "," + range(FIXED + i, last);
      String formula = "IF(COUNTIFS(" + ofGroup + ",\">=0\")=0,\"\",SUMIF(" + ofGroup + "))";
      table.formula(FIXED + i, formula, sum(fields.get(i), units, values, group), Style.TOTAL);
    }
  }

  private void total(List<Map<String, Value>> values, int last) {
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("units.total"), null);
    for (int i = 0; i < fields.size(); i++) {
      String cells = range(FIXED + i, last);
      String formula = "IF(COUNT(" + cells + ")=0,\"\",SUM(" + cells + "))";
      table.formula(FIXED + i, formula, sum(fields.get(i), null, values, null), Style.TOTAL);
    }
  }

  /** Says of how many units each total is made: blank is not zero. */
  private void counters(List<Map<String, Value>> values, int last) {
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("column.counted"), null);
    for (int i = 0; i < fields.size(); i++) {
      String id = fields.get(i).id();
      long counted = values.stream().filter(v -> has(v, id)).count();
      table.formula(FIXED + i, "COUNT(" + range(FIXED + i, last) + ")", counted, Style.TOTAL);
    }
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("column.blank"), null);
    // Who another unit reports for reported, and has nothing of its own.
    List<Map<String, Value>> reported =
        IntStream.range(0, values.size())
            .filter(i -> report.units().get(i).state().actual())
            .mapToObj(values::get)
            .toList();
    for (int i = 0; i < fields.size(); i++) {
      String id = fields.get(i).id();
      long blank =
          reported.stream()
              .filter(v -> !has(v, id) && v.getOrDefault(id, Value.NONE).excluded() == null)
              .count();
      table.count(FIXED + i, blank, Style.TOTAL);
    }
    table.row(TableSheet.TIGHT_ROW);
    label(messages.text("column.excluded"), null);
    for (int i = 0; i < fields.size(); i++) {
      String id = fields.get(i).id();
      long excluded =
          values.stream()
              .filter(v -> !has(v, id) && v.getOrDefault(id, Value.NONE).excluded() != null)
              .count();
      table.count(FIXED + i, excluded, Style.TOTAL);
    }
  }

  private static boolean has(Map<String, Value> values, String id) {
    return values.getOrDefault(id, Value.NONE).count() != null;
  }

  private void label(String text, String group) {
    table.words(0, "", Style.TOTAL_WORDS);
    table.words(1, text, Style.TOTAL_WORDS);
    table.words(2, group, Style.TOTAL_WORDS);
    table.words(3, "", Style.TOTAL_WORDS);
  }

  private static Long sum(
      Field field, List<UnitResult> units, List<Map<String, Value>> values, String group) {
    Long sum = null;
    for (int i = 0; i < values.size(); i++) {
      boolean counts = group == null || group.equals(units.get(i).unit().group());
      Long count = values.get(i).getOrDefault(field.id(), Value.NONE).count();
      if (counts && count != null) {
        sum = sum == null ? count : Long.valueOf(Math.addExact(sum, count));
      }
    }
    return sum;
  }

  private static String range(int column, int last) {
    String letters = Position.columnLetters(column);
    return "$" + letters + "$" + (FIRST_UNIT_ROW + 1) + ":$" + letters + "$" + (last + 1);
  }
}
