package dev.rollup.write.summary;

import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.Report;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Identities;
import dev.rollup.messages.Messages;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.template.Template;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

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

  /**
   * Writes the sheet.
   *
   * @param deadline the one that was used
   */
  void write(Report report, Optional<OffsetDateTime> deadline) {
    table.title(messages.text("notes.title"));
    basis(report, deadline);
    excluded(report);
    files(report.byFile());
    table.finishDocument();
  }

  private String until(OffsetDateTime deadline) {
    ZoneOffset offset = deadline.getOffset();
    return messages.text(
        "notes.deadline-is",
        day(deadline.toLocalDate()),
        CLOCK.format(deadline),
        offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
  }

  private void basis(Report report, Optional<OffsetDateTime> deadline) {
    fact(
        "form",
        messages.text("notes.form-is", template.title(), template.id(), template.version()));
    template
        .period()
        .ifPresent(
            days ->
                fact("period", messages.text("notes.period-is", day(days.from()), day(days.to()))));
    deadline.ifPresent(time -> fact("deadline", until(time)));
    fact(
        "roster",
        report
            .reporting()
            .expected()
            .map(units -> messages.text("notes.roster-is", String.valueOf(units)))
            .orElseGet(() -> messages.text("notes.roster-none")));
    if (!template.notes().isEmpty()) {
      fact("caliber", String.join("\n", template.notes()));
    }
    fact("identities", String.join("\n", Identities.of(report.reporting(), messages)));
  }

  private void fact(String key, String text) {
    table.row(22);
    table.words(0, messages.text("notes." + key), Style.TOTAL_WORDS);
    table.words(1, LAST, text, Style.WORDS);
  }

  private String day(LocalDate day) {
    return messages.text(
        "notes.day",
        String.valueOf(day.getYear()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getDayOfMonth()));
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
        table.words(1, template.label(entry.field().id()), Style.WORDS);
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
