package dev.rollup.write;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.HeaderEntry;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.Return;
import dev.rollup.merge.Timeliness;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.template.HeaderField;
import dev.rollup.write.TableSheet.Style;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** 报送情况: where each unit stands, what came from it and when, and whom to call. */
final class ReportingSheet {

  static final String NAME = "报送情况";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int REMARK_WIDTH = 46;

  private final Messages messages;
  private final FindingText words;
  private final TableSheet table;

  /** The columns, in order; each is a key of the bundle. */
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "unit",
          "group",
          "state",
          "reported-at",
          "time-basis",
          "timeliness",
          "times-returned",
          "form",
          "stamped",
          "file",
          "contact",
          "phone",
          "remark");

  private static final List<Integer> WIDTHS =
      List.of(6, 20, 12, 12, 18, 12, 12, 10, 8, 8, 34, 14, 16, REMARK_WIDTH);

  ReportingSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Messages messages, FindingText words) {
    this.messages = messages;
    this.words = words;
    this.table = new TableSheet(book, workbook, NAME, COLUMNS.size(), messages);
  }

  void write(Report report) {
    table.title(messages.text("reporting.title"));
    table.widths(WIDTHS);
    table.headings(COLUMNS.stream().map(key -> messages.text("column." + key)).toList(), 34);
    int last = 0;
    int number = 1;
    for (var unit : report.units()) {
      last = unit(number++, unit);
    }
    table.finish(2, last);
  }

  private int unit(int number, UnitResult unit) {
    String remark = remark(unit);
    String file = unit.accepted().map(f -> f.source().path()).orElse("");
    double points = Look.Type.TEXT.points();
    int row =
        table.row(
            Math.max(
                TextSize.lines(remark, REMARK_WIDTH, points), TextSize.lines(file, 34, points)));
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, unit.unit().name(), Style.WORDS);
    table.words(2, unit.unit().group(), Style.CENTRED);
    table.words(3, messages.text("state." + unit.state().word()), style(unit));
    table.words(4, reportedAt(unit), Style.CENTRED);
    table.words(5, timeBasis(unit), Style.CENTRED);
    table.words(
        6,
        unit.timeliness().map(t -> messages.text("timeliness." + t.word())).orElse(""),
        unit.timeliness().filter(t -> t != Timeliness.ON_TIME).isPresent()
            ? Style.NOTE
            : Style.CENTRED);
    long returned = unit.files().stream().filter(f -> f.status() == FileStatus.REJECTED).count();
    table.count(7, returned == 0 ? null : returned, Style.CENTRED);
    table.words(8, mark(unit, Return.Kind.FORM), Style.CENTRED);
    table.words(9, mark(unit, Return.Kind.COMPANION), Style.CENTRED);
    table.words(10, file, Style.WORDS);
    table.words(11, contact(unit, HeaderField.CONTACT, unit.unit().contact()), Style.CENTRED);
    table.words(12, contact(unit, HeaderField.PHONE, unit.unit().phone()), Style.CENTRED);
    table.words(13, remark, Style.WORDS);
    return row;
  }

  private static Style style(UnitResult unit) {
    return switch (unit.state()) {
      case REPORTED -> Style.CENTRED;
      case NIL, AWAITED -> Style.NOTE;
      case RETURNED, MISSING -> Style.ALERT;
    };
  }

  private static String reportedAt(UnitResult unit) {
    Optional<Return> source = unit.accepted().map(FileResult::source);
    return source
        .flatMap(Return::received)
        .map(TIME::format)
        .or(() -> source.flatMap(s -> s.submission().orElseThrow().date()).map(Object::toString))
        .orElse("");
  }

  private String timeBasis(UnitResult unit) {
    Optional<Return> source = unit.accepted().map(FileResult::source);
    if (source.flatMap(Return::received).isPresent()) {
      return messages.text("reporting.by-ledger");
    }
    return source.flatMap(s -> s.submission().orElseThrow().date()).isPresent()
        ? messages.text("reporting.by-date")
        : "";
  }

  private String mark(UnitResult unit, Return.Kind kind) {
    return unit.files().stream().anyMatch(file -> file.source().kind() == kind)
        ? messages.text("reporting.received")
        : "";
  }

  /** The roster knows best whom to call; else the form says it. */
  private static String contact(UnitResult unit, HeaderField field, String known) {
    if (known != null) {
      return known;
    }
    return unit.accepted()
        .flatMap(file -> file.source().submission())
        .map(submission -> submission.header().get(field))
        .map(HeaderEntry::text)
        .orElse("");
  }

  private String remark(UnitResult unit) {
    return unit.files().stream()
        .flatMap(file -> errors(file).map(finding -> remark(file, finding)))
        .distinct()
        .collect(Collectors.joining(messages.text("reporting.separator")));
  }

  private String remark(FileResult file, Finding finding) {
    return file.status() == FileStatus.ACCEPTED_WITH_ERRORS
        ? words.title(finding)
        : messages.text("reporting.remark", file.source().path(), words.title(finding));
  }

  private static Stream<Finding> errors(FileResult file) {
    return file.findings().stream()
        .filter(
            finding ->
                finding.severity() == Severity.ERROR
                    || finding.code() == FindingCode.SUB_UNIT_RETURN
                    || finding.code() == FindingCode.SUPERSEDED);
  }
}
