package dev.rollup.cli;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.merge.FileResult;
import dev.rollup.merge.FileStatus;
import dev.rollup.merge.Report;
import dev.rollup.merge.Reporting;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.FormLabels;
import dev.rollup.messages.Messages;
import dev.rollup.messages.TitleWords;
import dev.rollup.messages.Verdict;
import dev.rollup.report.Issue;
import dev.rollup.report.IssueKind;
import dev.rollup.report.Output;
import dev.rollup.run.Merge;
import dev.rollup.write.data.ChangesText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollup merge}: adds a folder of returns up. */
@Command(
    name = "merge",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class MergeCommand implements Callable<Integer> {

  /** More lines than this are read in the report, not on a terminal. */
  private static final int MAX_LINES = 40;

  /** With more problems than this, their kinds are told first. */
  private static final int MANY = 10;

  private static final String FIGURE_GAP = "   ";

  /** A table that is wider is hard to read wherever it goes. */
  private static final int USUAL = 80;

  private final Console console;

  @Mixin private CommonOptions common;

  @Mixin private CheckOptions checks;

  @Mixin private SettingsOption config;

  @Mixin private MergeOptions options;

  @Parameters(arity = "1..*", paramLabel = "SUBMISSIONS", descriptionKey = "option.submissions")
  private List<Path> submissions;

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Merge.Result result;
    try (var progress = common.progress(console)) {
      result = new Merge(console.messages(), progress).run(request());
    }
    int status = checks.failOn.status(result.report().standingFindings());
    if (options.format == MergeOptions.Format.json) {
      // What was written is printed, to the byte.
      Files.copy(options.out.resolve(Output.REPORT.fileName()), console.out());
      return status;
    }
    if (!common.quiet || status != ExitStatus.DONE && result.changes().isEmpty()) {
      print(result);
    }
    changes(result);
    kept(result);
    if (!common.quiet) {
      where(result);
    }
    return status;
  }

  /** Returns what the command line, once it is parsed, asks for. */
  Merge.Request request() {
    return options.request(submissions, common, checks, config.settings(), console.clock());
  }

  private void print(Merge.Result result) {
    Report report = result.report();
    var verdict = new Verdict(console.messages());
    boolean well = verdict.allWell(report);
    for (var line : console.terminal().wrapped(verdict.of(report), "")) {
      console.out().println(well ? console.terminal().good(line) : console.terminal().bad(line));
    }
    new TitleWords(
            console.messages(),
            new FormLabels(result.template(), console.messages()),
            result.block())
        .parts()
        .forEach(part -> console.text(Printable.of(part), "  "));
    console.out().println();
    figures(report.reporting());
    kinds(result);
    problems(result);
    notes(result);
    names("print.returned", report, UnitState.RETURNED);
    names("print.missing", report, UnitState.MISSING);
    names("print.awaited", report, UnitState.AWAITED);
  }

  /** Says what it was made from and what it became; the file to open comes last. */
  private void where(Merge.Result result) {
    console.out().println();
    if (result.roster().isPresent()) {
      console.line("print.roster", Printable.of(result.roster().get().toString()));
    } else {
      console.line("print.no-roster");
    }
    console.line("print.written", Printable.of(options.out.toString()));
    console.line(
        "print.open", Printable.of(options.out.resolve(Output.REPORT_PAGE.fileName()).toString()));
  }

  /** Prints the numbers side by side, or where they do not fit one after the other. */
  private void figures(Reporting reporting) {
    List<String> lines = table(reporting).lines();
    int widest = lines.stream().mapToInt(TextTable::width).max().orElse(0);
    int columns = Math.min(USUAL, console.terminal().columns());
    if (widest <= columns) {
      lines.forEach(console.out()::println);
      return;
    }
    List<String> names = names();
    List<String> values = values(reporting);
    var pairs = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      pairs.add(names.get(i) + " " + values.get(i));
    }
    String line = "";
    for (var pair : pairs) {
      if (!line.isEmpty()
          && TextTable.width(line) + FIGURE_GAP.length() + TextTable.width(pair) > columns) {
        console.out().println(line);
        line = "";
      }
      line += (line.isEmpty() ? "" : FIGURE_GAP) + pair;
    }
    console.out().println(line);
  }

  /** Of many problems prints how many there are of each kind. */
  private void kinds(Merge.Result result) {
    List<IssueKind> kinds = IssueKind.of(Issue.of(result.report()), result.template());
    if (kinds.stream().mapToInt(IssueKind::places).sum() <= MANY) {
      return;
    }
    var words = new FindingText(console.messages(), result.template());
    console.out().println();
    console.out().println(console.terminal().head(console.messages().text("print.kinds")));
    for (var kind : kinds) {
      console.text(
          console
              .messages()
              .text(
                  "print.kind",
                  words.kind(kind),
                  String.valueOf(kind.places()),
                  String.valueOf(kind.units()),
                  console.messages().text("weight." + kind.weight().name())),
          "    ");
    }
  }

  private TextTable table(Reporting reporting) {
    return new TextTable().row(names()).row(values(reporting));
  }

  private List<String> names() {
    Messages messages = console.messages();
    return Stream.of(
            "expected",
            "actual",
            "nil",
            "on-time",
            "late",
            "unknown",
            "returned",
            "missing",
            "awaited",
            "rate",
            "rate-on-time")
        .map(key -> messages.text("reporting." + key))
        .toList();
  }

  private static List<String> values(Reporting reporting) {
    return List.of(
        reporting.expected().map(String::valueOf).orElse("-"),
        String.valueOf(reporting.actual()),
        String.valueOf(reporting.nil()),
        String.valueOf(reporting.onTime()),
        String.valueOf(reporting.late()),
        String.valueOf(reporting.unknown()),
        String.valueOf(reporting.returned()),
        String.valueOf(reporting.missing()),
        String.valueOf(reporting.awaited()),
        percent(reporting.rate()),
        percent(reporting.onTimeRate()));
  }

  private static String percent(Optional<BigDecimal> rate) {
    return rate.map(value -> value.toPlainString() + "%").orElse("-");
  }

  /** Prints what must be put right, file by file. */
  private void problems(Merge.Result result) {
    var text = new FindingText(console.messages(), result.template());
    List<FileResult> files =
        result.report().files().stream()
            .filter(
                file ->
                    file.status() == FileStatus.REJECTED
                        || file.status() == FileStatus.ACCEPTED_WITH_ERRORS)
            .toList();
    if (files.isEmpty()) {
      return;
    }
    console.out().println();
    console.out().println(console.terminal().head(console.messages().text("print.problems")));
    int lines = 0;
    int left = 0;
    for (var file : files) {
      if (lines >= MAX_LINES) {
        left++;
        continue;
      }
      console.text(
          console
              .messages()
              .text(
                  "print.file",
                  Printable.of(file.source().path()),
                  console.messages().text("status." + file.status().word())),
          "    ");
      for (var finding : file.findings()) {
        if (finding.severity() == Severity.ERROR) {
          String cell = Objects.toString(finding.at().written(), "");
          console.text(
              "    " + cell + (cell.isEmpty() ? "" : "  ") + Printable.of(text.message(finding)),
              "      ");
          lines++;
        }
      }
    }
    if (left > 0) {
      console.line("print.more", String.valueOf(left));
    }
  }

  /** Prints what is new since the last run; under -q that is all that is printed. */
  private void changes(Merge.Result result) {
    if (result.changes().isEmpty()) {
      return;
    }
    List<String> lines =
        new ChangesText(result.template(), console.messages()).lines(result.changes().get());
    if (!common.quiet) {
      console.out().println();
      console.line(lines.isEmpty() ? "changes.none" : "changes.head");
    }
    lines.stream().limit(MAX_LINES).forEach(line -> console.text(Printable.of(line), "    "));
    if (lines.size() > MAX_LINES) {
      console.line(
          "changes.more", String.valueOf(lines.size() - MAX_LINES), Output.CHANGES.fileName());
    }
  }

  private void kept(Merge.Result result) {
    new TreeMap<>(result.kept()).forEach((name, as) -> console.line("print.kept", name, as));
  }

  /** Prints which lines of the side files have to be looked at again. */
  private void notes(Merge.Result result) {
    var text = new FindingText(console.messages(), result.template());
    List<Finding> notes =
        result.report().findings().stream()
            .filter(
                finding ->
                    finding.code() == FindingCode.SIDE_FILE_LINE
                            && finding.severity() != Severity.INFO
                        || finding.code() == FindingCode.CORRECTION_NOT_APPLIED)
            .toList();
    if (!notes.isEmpty()) {
      console.out().println();
      console.line("print.notes");
      notes.stream()
          .limit(MAX_LINES)
          .forEach(
              note ->
                  console.text(
                      console.messages().text("print.note", Printable.of(text.message(note))),
                      "    "));
      if (notes.size() > MAX_LINES) {
        console.line("print.more-notes", String.valueOf(notes.size() - MAX_LINES));
      }
    }
  }

  private void names(String key, Report report, UnitState state) {
    List<UnitResult> units = report.units().stream().filter(unit -> unit.state() == state).toList();
    if (!units.isEmpty()) {
      console.out().println();
      console.line(
          key,
          String.valueOf(units.size()),
          units.stream()
              .map(unit -> Printable.of(unit.unit().name()))
              .collect(Collectors.joining(console.messages().text("print.comma"))));
    }
  }
}
