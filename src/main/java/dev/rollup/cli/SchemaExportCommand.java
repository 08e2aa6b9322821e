package dev.rollup.cli;

import dev.rollup.finding.Mistake;
import dev.rollup.run.ReviewFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup schema export}: writes a form as a table that a person edits. */
@Command(
    name = "export",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "T.json|BLANK", descriptionKey = "option.schema-file")
  private String file;

  @Option(
      names = "--xlsx",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "option.export-xlsx")
  private Path out;

  SchemaExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    ReviewFile.Written written =
        ReviewFile.writeTo(SchemaShowCommand.blank(file), out, console.messages());
    if (!common.quiet) {
      console.line("print.written", Printable.of(out.toString()));
      SchemaInferCommand.kept(written, console);
    }
    return ExitStatus.DONE;
  }
}
