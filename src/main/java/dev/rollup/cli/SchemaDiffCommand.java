package dev.rollup.cli;

import dev.rollup.finding.Mistake;
import dev.rollup.infer.Edition;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Binding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code rollup schema diff}: says what a new edition of a form changes, and keeps the ids of the
 * old one.
 */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SchemaDiffCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "option.diff-old")
  private String old;

  @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "option.diff-new")
  private String recent;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.diff-out")
  private Path out;

  SchemaDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    var edition = new Edition(SchemaShowCommand.blank(old), SchemaShowCommand.blank(recent));
    for (var difference : edition.differences()) {
      Binding any = difference.after() == null ? difference.before() : difference.after();
      String before = difference.before() == null ? "" : difference.before().label();
      console.line(
          "schema.diff." + difference.change().name().toLowerCase(Locale.ROOT),
          any.id(),
          Printable.of(any.at().toString()),
          Printable.of(any.label()),
          Printable.of(before));
    }
    if (edition.differences().isEmpty() && !common.quiet) {
      console.line("schema.diff.none");
    }
    if (out != null) {
      TemplateChoice.write(edition.merged(), TemplateChoice.id(out), out);
      console.line("print.written", Printable.of(out.toString()));
    }
    return edition.differences().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
