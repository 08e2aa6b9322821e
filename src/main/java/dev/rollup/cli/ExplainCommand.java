package dev.rollup.cli;

import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Template;
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

/**
 * {@code rollup explain}: what the codes of the reports and the rules of a template mean and what
 * is to be done.
 */
@Command(
    name = "explain",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
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
  public Integer call() throws Mistake {
    if (code.isPresent()) {
      explain(code.get());
    } else if (spec.commandLine().getParseResult().hasMatchedOption("--template")) {
      Template template = TemplateChoice.read(common.template, console.messages());
      new RuleList(console, template).print();
    } else {
      list();
    }
    return ExitStatus.DONE;
  }

  private void explain(String word) throws Mistake {
    Optional<FindingCode> known =
        Arrays.stream(FindingCode.values()).filter(code -> code.id().equals(word)).findFirst();
    if (known.isPresent()) {
      explain(known.get());
    } else if (!new RuleList(console, TemplateChoice.read(common.template, console.messages()))
        .print(word)) {
      throw new ParameterException(spec.commandLine(), "code-unknown");
    }
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
    console.line("explain.effect", effect(known));
  }

  private String effect(FindingCode known) {
    return text(
        "explain.effect."
            + (known == FindingCode.RULE_VIOLATED ? "rule" : known.severity().word()));
  }

  private String severity(FindingCode known) {
    if (known == FindingCode.RULE_VIOLATED) {
      return text("severity.of-rule");
    }
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
