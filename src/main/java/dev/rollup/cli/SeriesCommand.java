package dev.rollup.cli;

import dev.rollup.run.Periods;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup series}: puts the outputs of several periods into one workbook. */
@Command(
    name = "series",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SeriesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "DIR", descriptionKey = "option.periods")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "option.export-xlsx")
  private Path out;

  @Option(names = "--force", descriptionKey = "option.force")
  private boolean force;

  SeriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    List<String> labels = Periods.write(folder, common.template, out, force, console.messages());
    if (!common.quiet) {
      console.line(
          "series.periods",
          String.valueOf(labels.size()),
          labels.stream()
              .map(Printable::of)
              .collect(Collectors.joining(console.messages().text("print.comma"))));
      console.line("print.written", Printable.of(out.toString()));
    }
    return ExitStatus.DONE;
  }
}
