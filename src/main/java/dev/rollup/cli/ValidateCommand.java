package dev.rollup.cli;

import dev.rollup.finding.Finding;
import dev.rollup.merge.FileResult;
import dev.rollup.messages.FindingText;
import dev.rollup.run.Validation;
import dev.rollup.write.data.ReportJson;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup validate}: says of each file what is wrong with it. */
@Command(
    name = "validate",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Mixin private CheckOptions checks;

  @Mixin private SettingsOption config;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "option.files")
  private List<Path> files;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.format")
  private Format format;

  /** How the result is printed. */
  enum Format {
    text,
    json
  }

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var request =
        new Validation.Request(
            files,
            common.template,
            checks.units,
            config.settings().path(),
            checks.strict,
            checks.jobs());
    Validation.Result result;
    try (var progress = common.progress(console)) {
      result = Validation.run(request, console.messages(), progress);
    }
    int status =
        checks.failOn.status(result.files().stream().flatMap(file -> file.findings().stream()));
    var words = new FindingText(console.messages(), result.template());
    if (format == Format.json) {
      new ReportJson(result.template(), words).writeValidation(result.files(), console.out());
    } else if (!common.quiet || status != ExitStatus.DONE) {
      result.files().forEach(file -> print(file, words));
    }
    return status;
  }

  private void print(FileResult file, FindingText words) {
    console.line(
        "print.validated",
        Printable.of(file.source().path()),
        file.source().unit().map(unit -> Printable.of(unit.name())).orElse("-"),
        console.messages().text("status." + file.status().word()));
    for (var finding : file.findings()) {
      print(finding, words);
    }
  }

  private void print(Finding finding, FindingText words) {
    String place = words.place(finding.inFile(null));
    console.line(
        place.isEmpty() ? "print.finding" : "print.finding-at",
        console.messages().text("severity." + finding.severity().word()),
        Printable.of(words.message(finding)),
        Printable.of(words.hint(finding)),
        Printable.of(place));
  }
}
