package dev.rollup.write.summary;

import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Report;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Identities;
import dev.rollup.messages.Messages;
import dev.rollup.messages.TitleWords;
import dev.rollup.report.Issue;
import dev.rollup.report.IssueKind;
import dev.rollup.report.TitleBlock;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 说明: what the summary was made from, how it is to be read, and what is not in it. */
public final class NotesSheet {

  /** The sheet's name, in every language. */
  public static final String NAME = "说明";

  private static final List<Integer> WIDTHS = List.of(16, 34, 36, 20, 18);
  private static final int LAST = 4;
  private static final float GAP = 10;

  private final Template template;
  private final Messages messages;
  private final FindingText words;
  private final TableSheet table;

  NotesSheet(
      SXSSFWorkbook book,
      TemplateWorkbook workbook,
      Template template,
      Messages messages,
      FindingText words) {
    this.template = template;
    this.messages = messages;
    this.words = words;
    this.table = new TableSheet(book, workbook, NAME, WIDTHS, messages);
  }

  /** Writes the sheet: what it is printed for first, what is looked up on the screen below. */
  void write(Report report, TitleBlock block) {
    table.title(messages.text("notes.title"), OverviewSheet.NAME);
    basis(report, block);
    kinds(report);
    int last = table.nextRow() - 1;
    excluded(report);
    files(report.byFile());
    table.finishDocument(last);
  }

  private void basis(Report report, TitleBlock block) {
    fact(
        "form",
        messages.text("notes.form-is", words.labels().title(), template.id(), template.version()));
    var title = new TitleWords(messages, words.labels(), block);
    if (!block.district().isBlank()) {
      fact("district", title.district());
    }
    title.period().ifPresent(period -> fact("period", period));
    title.asOf().ifPresent(time -> fact("as-of", time));
    title.deadline().ifPresent(time -> fact("deadline", time));
    fact(
        "roster",
        report
            .reporting()
            .expected()
            .map(units -> messages.text("notes.roster-is", String.valueOf(units)))
            .orElseGet(() -> messages.text("notes.roster-none")));
    if (!words.labels().notes().isEmpty()) {
      fact("caliber", String.join("\n", words.labels().notes()));
    }
    fact("identities", String.join("\n", Identities.of(report.reporting(), messages)));
  }

  /** Says of how many numbers of which kind nothing is in the totals; each stands elsewhere. */
  private void kinds(Report report) {
    table.gap(GAP);
    fact("paper", messages.text("notes.paper-is"));
    fact("screen", messages.text("notes.screen-is"));
    List<IssueKind> kinds = IssueKind.of(Issue.of(report), template);
    if (kinds.isEmpty()) {
      return;
    }
    table.gap(GAP);
    table.line(messages.text("notes.kinds"), Style.HEADING);
    headings("number", "problem", "counted-in", "places", "units");
    long number = 1;
    for (var kind : kinds) {
      table.row();
      table.count(0, number++, Style.CENTRED);
      table.words(1, words.kind(kind), Style.WORDS);
      table.words(2, messages.text("weight." + kind.weight().name()), Style.WORDS);
      table.count(3, kind.places(), Style.CENTRED);
      table.count(4, kind.units(), Style.CENTRED);
    }
  }

  private void fact(String key, String text) {
    table.row(22);
    table.words(0, messages.text("notes." + key), Style.TOTAL_WORDS);
    table.words(1, LAST, text, Style.WORDS);
  }

  private void excluded(Report report) {
    long all = report.excluded();
    table.gap(GAP);
    table.line(messages.text("notes.excluded", String.valueOf(all)), Style.HEADING);
    if (all == 0) {
      table.line(messages.text("sheets.none"), Style.PLAIN);
      return;
    }
    headings("number", "content", "raw", "reason", "unit");
    long number = 1;
    for (var unit : report.units()) {
      for (var entry : unit.excluded()) {
        table.row();
        table.count(0, number++, Style.CENTRED);
        table.words(1, words.labels().label(entry.field().id()), Style.WORDS);
        table.words(2, Objects.requireNonNullElse(entry.raw(), ""), Style.CENTRED);
        table.words(3, reason(entry), Style.CENTRED);
        table.words(4, unit.unit().name(), Style.CENTRED);
      }
    }
  }

  private String reason(Entry entry) {
    return entry.notes().stream()
        .filter(code -> code.severity() == Severity.ERROR)
        .map((FindingCode code) -> words.title(code))
        .collect(Collectors.joining(messages.text("sheets.joined")));
  }

  private void files(List<FileResult> files) {
    table.gap(GAP);
    table.line(messages.text("notes.files", String.valueOf(files.size())), Style.HEADING);
    headings("number", "file-name", "sha256", "status", "unit");
    long number = 1;
    for (var file : files) {
      table.row();
      table.count(0, number++, Style.CENTRED);
      table.words(1, file.source().path(), Style.SMALL);
      table.words(2, file.source().sha256(), Style.SMALL);
      table.words(3, messages.text("status." + file.status().word()), style(file));
      table.words(4, file.source().unit().map(Unit::name).orElse(""), Style.CENTRED);
    }
  }

  private static Style style(FileResult file) {
    return switch (file.status()) {
      case ACCEPTED, DUPLICATE, SUPERSEDED, SKIPPED -> Style.CENTRED;
      case ACCEPTED_WITH_ERRORS -> Style.NOTE;
      case REJECTED -> Style.ALERT;
    };
  }

  private void headings(String... keys) {
    table.headings(Stream.of(keys).map(key -> messages.text("column." + key)).toList());
  }
}
