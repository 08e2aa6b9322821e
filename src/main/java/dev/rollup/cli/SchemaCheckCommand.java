package dev.rollup.cli;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.template.Template;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollup schema check}: says what is wrong with a template, and where. */
@Command(
    name = "check",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaCheckCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "T.json", descriptionKey = "option.schema-file")
  private String file;

  SchemaCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    Template template = TemplateReader.read(file);
    if (!common.quiet) {
      console.line(
          "schema.sound",
          Printable.of(template.id()),
          String.valueOf(template.fields().size()),
          String.valueOf(template.rules().size()));
    }
    return ExitStatus.DONE;
  }
}
