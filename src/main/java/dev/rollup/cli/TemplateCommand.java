package dev.rollup.cli;

import dev.rollup.run.Blank;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollup template}: writes the blank form. */
@Command(name = "template", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.blank")
  private Path out;

  @Option(names = "--unit", paramLabel = "NAME", descriptionKey = "option.unit")
  private Optional<String> unit;

  @Option(names = "--force", descriptionKey = "option.force")
  private boolean force;

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Blank.write(common.template, unit, out, force, console.messages());
    if (!common.quiet) {
      console.line("print.written", Printable.of(out.toString()));
    }
    return ExitStatus.DONE;
  }
}
