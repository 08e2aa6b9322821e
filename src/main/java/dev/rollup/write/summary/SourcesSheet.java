package dev.rollup.write.summary;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.model.Location;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 溯源: where every number comes from, and what was done to it. */
final class SourcesSheet {

  static final String NAME = "溯源";

  /** With more units than this, only what was converted or left out is listed. */
  static final int MOST_UNITS = 2000;

  /** The first row of sources: below the title, what the sheet is for, and the headings. */
  private static final int FIRST = 3;

  /** The columns, in order; each is a key of the bundle. */
  private static final List<String> COLUMNS =
      List.of(
          "field",
          "item",
          "content",
          "measure",
          "unit",
          "value",
          "raw",
          "notes",
          "correction",
          "in-file",
          "sheet",
          "cell");

  private static final List<Integer> WIDTHS = List.of(9, 8, 46, 9, 17, 13, 16, 20, 20, 22, 18, 8);

  private final Messages messages;
  private final FindingText words;
  private final FormLabels fields;
  private final TableSheet table;

  SourcesSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      FindingText words) {
    this.messages = messages;
    this.words = words;
    this.fields = new FormLabels(template, messages);
    this.table = new TableSheet(book, workbook, NAME, WIDTHS, messages);
  }

  /** Returns the row in which the sources of each unit begin, counted from 0. */
  static Map<Unit, Integer> firstRows(Report report) {
    boolean shortened = report.units().size() > MOST_UNITS;
    var rows = new HashMap<Unit, Integer>();
    int next = FIRST + (shortened ? 1 : 0);
    for (var unit : report.units()) {
      int entries = (int) entries(unit, shortened).count();
      if (entries > 0) {
        rows.put(unit.unit(), next);
        next += entries;
      }
    }
    return rows;
  }

  private static Stream<Entry> entries(UnitResult unit, boolean shortened) {
    return unit.accepted().stream()
        .flatMap(file -> file.source().submission().orElseThrow().entries().stream())
        .filter(entry -> !shortened || entry.state() == State.EXCLUDED || !entry.notes().isEmpty());
  }

  void write(Report report) {
    boolean shortened = report.units().size() > MOST_UNITS;
    table.hideCodes();
    table.title(messages.text("sources.title"), OverviewSheet.NAME);
    table.line(messages.text("sheets.for-screen"), Style.PLAIN);
    if (shortened) {
      table.line(messages.text("sources.shortened", String.valueOf(MOST_UNITS)), Style.PLAIN);
    }
    table.headings(COLUMNS.stream().map(key -> messages.text("column." + key)).toList());
    int last = 0;
    for (var unit : report.units()) {
      if (unit.accepted().isPresent()) {
        FileResult file = unit.accepted().get();
        for (var entry : entries(unit, shortened).toList()) {
          if (table.full()) {
            table.line(messages.text("sources.cut-off"), Style.PLAIN);
            table.finishForScreen(0, last);
            return;
          }
          last = entry(unit, entry, file);
        }
      }
    }
    table.finishForScreen(0, last);
  }

  private int entry(UnitResult unit, Entry entry, FileResult file) {
    int row = table.row(TableSheet.TIGHT_ROW);
    String content = fields.content(entry.field().id());
    table.words(0, entry.field().id(), Style.CENTRED);
    table.words(1, fields.item(entry.field().id()), Style.CENTRED);
    table.words(
        2,
        entry.row() == 0
            ? content
            : messages.text("sheets.row", content, String.valueOf(entry.row())),
        Style.WORDS);
    table.words(3, fields.measure(entry.field()), Style.CENTRED);
    table.words(4, unit.unit().name(), Style.WORDS);
    switch (entry.state()) {
      case READ -> value(entry);
      case BLANK -> table.words(5, messages.text("sheets.blank"), Style.CENTRED);
      case EXCLUDED -> table.words(5, messages.text("sheets.excluded"), Style.ALERT);
    }
    table.words(6, entry.raw(), Style.CENTRED);
    table.words(
        7,
        entry.notes().stream()
            .map(words::title)
            .collect(Collectors.joining(messages.text("sheets.joined"))),
        Style.SMALL);
    table.words(8, file.correction(entry).map(this::correction).orElse(""), Style.SMALL);
    table.words(9, file.source().path(), Style.SMALL);
    table.words(10, entry.at().sheet(), Style.SMALL);
    table.words(11, cell(entry), Style.CENTRED);
    return row;
  }

  /** File and sheet have columns of their own. */
  private String cell(Entry entry) {
    var cell = Location.at(null, entry.at().cell());
    return words.place(cell, UnaryOperator.identity());
  }

  /** Returns the old content, the new one, by whom and why. */
  private String correction(Finding finding) {
    return Stream.of(Argument.WAS, Argument.NOW, Argument.BY, Argument.WHY)
        .map(argument -> words.mentioned(finding, argument))
        .map(part -> part.isBlank() ? messages.text("sheets.blank") : part)
        .collect(Collectors.joining(messages.text("sheets.joined")));
  }

  private void value(Entry entry) {
    if (entry.number() != null) {
      table.count(5, entry.number(), Style.COUNT);
    } else {
      table.words(5, entry.text(), Style.WORDS);
    }
  }
}
