package dev.rollup.write.summary;

import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.report.AnswerCounts;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 选项汇总: to each choice and each mark of the form, how many answered what, and who. */
public final class AnswersSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "选项汇总";

  private static final List<Integer> WIDTHS = List.of(6, 44, 24, 8, 60);

  /** A row shows no more; who the others are, 溯源 says row by row. */
  private static final int MOST_NAMES = 100;

  private final Messages messages;
  private final FormLabels labels;
  private final TableSheet table;

  AnswersSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Template template, Messages messages) {
    this.messages = messages;
    this.labels = new FormLabels(template, messages);
    this.table = new TableSheet(book, workbook, NAME, WIDTHS, messages);
  }

  void write(AnswerCounts answers) {
    table.title(messages.text("answers.title", labels.title()), OverviewSheet.NAME);
    table.headings(
        List.of(
            messages.text("column.number"),
            messages.text("column.item"),
            messages.text("answers.answer"),
            messages.text("answers.times"),
            messages.text("column.unit")));
    if (answers.lines().isEmpty()) {
      table.line(messages.text("sheets.none"), Style.PLAIN);
    }
    int number = 0;
    for (var line : answers.lines()) {
      table.row();
      table.count(0, (long) ++number, Style.CENTRED);
      table.words(1, labels.label(line.field().id()), Style.WORDS);
      table.words(2, line.words(), Style.WORDS);
      table.count(3, (long) line.times(), Style.COUNT);
      table.words(4, names(line.units()), Style.SMALL);
    }
    table.finish(1, table.nextRow() - 1);
  }

  private String names(List<String> units) {
    String joined =
        units.stream()
            .limit(MOST_NAMES)
            .collect(Collectors.joining(messages.text("sheets.joined")));
    return units.size() <= MOST_NAMES
        ? joined
        : messages.text("answers.more", joined, String.valueOf(units.size()));
  }
}
