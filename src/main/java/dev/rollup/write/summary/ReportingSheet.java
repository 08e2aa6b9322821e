package dev.rollup.write.summary;

import dev.rollup.clerkfile.Received;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.Return;
import dev.rollup.merge.Timeliness;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.Submission;
import dev.rollup.template.HeaderField;
import dev.rollup.write.xlsx.TableSheet;
import dev.rollup.write.xlsx.TableSheet.Style;
import dev.rollup.write.xlsx.TemplateWorkbook;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** 报送情况: where each unit stands, what came from it and when, and whom to call. */
final class ReportingSheet {

  static final String NAME = "报送情况";

  private static final Set<String> TEXTS = Set.of("doc", "docx", "docm", "wps", "rtf", "odt");

  /** What is remarked about a unit and stands in none of its files. */
  private static final Set<FindingCode> REMARKS =
      EnumSet.of(FindingCode.FORM_NOT_RECEIVED, FindingCode.REPORTED_BY_OTHER);

  /** Room for a pen. */
  private static final float ROW = 16;

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
          "resent-at",
          "form",
          "summary-document",
          "stamped",
          "file",
          "contact",
          "phone",
          "remark");

  private static final List<Integer> WIDTHS =
      List.of(6, 17, 13, 13, 13, 11, 11, 7, 13, 8, 8, 8, 24, 13, 15, 31);

  ReportingSheet(
      SXSSFWorkbook book, TemplateWorkbook workbook, Messages messages, FindingText words) {
    this.messages = messages;
    this.words = words;
    this.table = new TableSheet(book, workbook, NAME, WIDTHS, messages);
  }

  void write(Report report) {
    table.title(messages.text("reporting.title"), OverviewSheet.NAME);
    table.headings(COLUMNS.stream().map(key -> messages.text("column." + key)).toList());
    int last = 0;
    int number = 1;
    Map<String, List<Finding>> batch =
        report.findings().stream()
            .filter(finding -> REMARKS.contains(finding.code()))
            .collect(Collectors.groupingBy(finding -> finding.at().unit()));
    for (var unit : report.units()) {
      last = unit(number++, unit, batch.getOrDefault(unit.unit().id(), List.of()));
    }
    table.finish(2, last);
  }

  private int unit(int number, UnitResult unit, List<Finding> batch) {
    int row = table.row(ROW);
    Optional<Return> first = unit.first();
    Optional<Return> counted = unit.accepted().map(FileResult::source);
    table.count(0, (long) number, Style.CENTRED);
    table.words(1, unit.unit().name(), Style.WORDS);
    table.words(2, unit.unit().group(), Style.CENTRED);
    table.words(3, messages.text("state." + unit.state().word()), style(unit));
    table.words(4, first.map(ReportingSheet::shownTime).orElse(""), Style.CENTRED);
    table.words(5, first.map(this::timeBasis).orElse(""), Style.CENTRED);
    table.words(
        6,
        unit.timeliness().map(t -> messages.text("timeliness." + t.word())).orElse(""),
        unit.timeliness().filter(t -> t != Timeliness.ON_TIME).isPresent()
            ? Style.NOTE
            : Style.CENTRED);
    long returned = unit.rejected();
    table.count(7, returned == 0 ? null : returned, Style.CENTRED);
    table.words(
        8,
        counted.filter(c -> resent(c, first, unit)).map(ReportingSheet::shownTime).orElse(""),
        Style.CENTRED);
    table.words(9, mark(unit, f -> f.source().kind() == Return.Kind.FORM), Style.CENTRED);
    table.words(10, mark(unit, f -> companion(f) && isText(f)), Style.CENTRED);
    table.words(11, mark(unit, f -> companion(f) && !isText(f)), Style.CENTRED);
    table.words(12, counted.map(Return::path).orElse(""), Style.SMALL);
    table.words(13, contact(unit, HeaderField.CONTACT, unit.unit().contact()), Style.CENTRED);
    table.words(14, contact(unit, HeaderField.PHONE, unit.unit().phone()), Style.CENTRED);
    table.words(15, remark(unit, batch), Style.SMALL);
    return row;
  }

  /** Tells whether something of the unit came before what counts, whatever became of it. */
  private static boolean resent(Return counted, Optional<Return> first, UnitResult unit) {
    return !counted.equals(first.orElse(counted))
        || unit.files().stream()
            .filter(file -> file.status() == FileStatus.REJECTED)
            .anyMatch(file -> isBefore(file.source().time(), counted.time()));
  }

  private static boolean isBefore(Optional<LocalDateTime> one, Optional<LocalDateTime> other) {
    return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
  }

  private static Style style(UnitResult unit) {
    return switch (unit.state()) {
      case REPORTED -> Style.CENTRED;
      case NIL, AWAITED -> Style.NOTE;
      case RETURNED, MISSING -> Style.ALERT;
    };
  }

  private static String shownTime(Return each) {
    return each.received()
        .map(Received::shown)
        .or(() -> each.submission().flatMap(Submission::date).map(LocalDate::toString))
        .orElse("");
  }

  private String timeBasis(Return each) {
    return messages.text(each.received().isPresent() ? "reporting.by-ledger" : "reporting.by-date");
  }

  private static boolean companion(FileResult file) {
    return file.source().kind() == Return.Kind.COMPANION;
  }

  /** What comes along as a text is the unit's summary; a scan or picture is the stamped copy. */
  private static boolean isText(FileResult file) {
    return file.source().format() != null && TEXTS.contains(file.source().format());
  }

  private String mark(UnitResult unit, Predicate<FileResult> what) {
    return unit.files().stream().anyMatch(what) ? messages.text("reporting.received") : "";
  }

  /** The roster knows best whom to call; else the form says it. */
  private static String contact(UnitResult unit, HeaderField field, @Nullable String known) {
    if (known != null) {
      return known;
    }
    return unit.accepted()
        .flatMap(file -> file.source().submission())
        .map(submission -> submission.header().get(field))
        .map(HeaderEntry::text)
        .orElse("");
  }

  private String remark(UnitResult unit, List<Finding> batch) {
    return Stream.concat(
            batch.stream().map(this::remark),
            unit.files().stream()
                .flatMap(file -> errors(file).map(finding -> remark(file, finding))))
        .distinct()
        .collect(Collectors.joining(messages.text("reporting.separator")));
  }

  /** Returns what is to be said about a unit as such; of one that another reports for, by whom. */
  private String remark(Finding finding) {
    return finding.code() == FindingCode.REPORTED_BY_OTHER
        ? words.message(finding)
        : words.title(finding);
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
