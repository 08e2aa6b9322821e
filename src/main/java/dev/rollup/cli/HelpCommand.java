package dev.rollup.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code rollup help}: what {@code --help} says of a command, without knowing of that option. */
@Command(
    name = "help",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class HelpCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  /** The language is read of it before the command line is parsed. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private CommonOptions common;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "option.command")
  private List<String> names = new ArrayList<>();

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine about = spec.commandLine().getParent();
    for (var name : names) {
      CommandLine further = about.getSubcommands().get(name);
      if (further == null) {
        throw new UnmatchedArgumentException(about, List.of(name));
      }
      about = further;
    }
    about.usage(console.out());
    return ExitStatus.DONE;
  }
}
