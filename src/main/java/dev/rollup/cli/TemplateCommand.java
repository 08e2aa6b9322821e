package dev.rollup.cli;

import dev.rollup.run.BlankWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rollup template}: writes the blank form, for nobody, for a unit or for all of them. */
@Command(
    name = "template",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class TemplateCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  /** Makes it one of the commands that settings are for. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private SettingsOption config;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.blank")
  private Path out;

  @Option(names = "--unit", paramLabel = "NAME", descriptionKey = "option.unit")
  private Optional<String> unit;

  @Option(names = "--units", paramLabel = "FILE", descriptionKey = "option.units-blanks")
  private Optional<Path> units;

  @Option(names = "--force", descriptionKey = "option.force")
  private boolean force;

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (units.isPresent() && unit.isPresent()) {
      throw new ParameterException(spec.commandLine(), "unit-or-units");
    }
    if (units.isEmpty() && !BlankWriter.isBlank(out)) {
      throw new ParameterException(spec.commandLine(), "blank-neither");
    }
    var blank = new BlankWriter(common.template, force, console.messages());
    if (units.isPresent()) {
      blank.writeForAll(units.get(), out);
    } else {
      blank.write(unit, out);
    }
    if (!common.quiet) {
      console.line("print.written", Printable.of(out.toString()));
    }
    return ExitStatus.DONE;
  }
}
