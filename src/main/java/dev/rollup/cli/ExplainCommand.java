package dev.rollup.cli;

import dev.rollup.finding.FindingCode;
import dev.rollup.messages.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollup explain}: what the codes of the reports mean and what is to be done. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "CODE", descriptionKey = "option.code")
  private Optional<String> code;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (code.isEmpty()) {
      list();
    } else {
      explain(
          Arrays.stream(FindingCode.values())
              .filter(known -> known.id().equals(code.get()))
              .findFirst()
              .orElseThrow(() -> new ParameterException(spec.commandLine(), "code-unknown")));
    }
    return ExitStatus.DONE;
  }

  private void list() {
    var table = new TextTable();
    for (var known : FindingCode.values()) {
      table.row(List.of(known.id(), severity(known), text(known, "title")));
    }
    table.flushLeft().lines().forEach(console.out()::println);
  }

  private void explain(FindingCode known) {
    console.line("explain.head", known.id(), severity(known), text(known, "title"));
    console.line("explain.message", example(known));
    console.line("explain.hint", text(known, "hint"));
    console.line("explain.effect", text("explain.effect." + known.severity().word()));
  }

  private String severity(FindingCode known) {
    return console.messages().text("severity." + known.severity().word());
  }

  private String text(FindingCode known, String part) {
    return console.messages().text("finding." + known.id() + "." + part);
  }

  /** Shows the message as it is printed, with what stands in the bundle for an example. */
  private String example(FindingCode known) {
    Messages messages = console.messages();
    List<String> args = List.of(messages.text("explain.example." + known.id()).split("\\|", -1));
    return messages.text("finding." + known.id() + ".message", args);
  }

  private String text(String key) {
    return console.messages().text(key);
  }
}
