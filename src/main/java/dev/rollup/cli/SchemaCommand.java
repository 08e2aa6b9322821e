package dev.rollup.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rollup schema}: makes templates of blank forms, and says what is in them. */
@Command(
    name = "schema",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "schema-what");
  }
}
