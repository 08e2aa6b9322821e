package dev.rollup.cli;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.run.ReviewFile;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Blank;
import dev.rollup.template.Template;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup schema import}: reads back what a person said on the table of a form. */
@Command(
    name = "import",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaImportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE.xlsx", descriptionKey = "option.import-file")
  private Path review;

  @Option(
      names = "--into",
      paramLabel = "T.json",
      required = true,
      descriptionKey = "option.import-into")
  private Path template;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.import-out")
  private @Nullable Path out;

  SchemaImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    Template form = TemplateReader.read(template.toString());
    Blank blank =
        form.blank()
            .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "template-drawn", form.id()));
    Blank told = ReviewFile.read(review, blank);
    Path to = out == null ? template : out;
    TemplateChoice.write(template, told, to);
    if (!common.quiet) {
      console.line("schema.imported", String.valueOf(told.unsure().size()));
      console.line("print.written", Printable.of(to.toString()));
    }
    return told.unsure().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
