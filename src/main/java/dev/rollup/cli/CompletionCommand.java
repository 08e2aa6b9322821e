package dev.rollup.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rollup completion}: the script by which a shell completes commands and options. */
@Command(
    name = "completion",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  /** The language is read of it before the command line is parsed. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private CommonOptions common;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(AutoComplete.bash("rollup", spec.commandLine().getParent()));
    return ExitStatus.DONE;
  }
}
