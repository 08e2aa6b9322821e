package dev.rollup.cli;

import dev.rollup.config.Setting;
import dev.rollup.config.SettingsFile;
import dev.rollup.finding.Mistake;
import dev.rollup.run.RosterChoice;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Template;
import dev.rollup.text.Misspelling;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollup config}: says what would hold in a merge of some folders, and who says so. */
@Command(
    name = "config",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ConfigCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Mixin private CheckOptions checks;

  @Mixin private SettingsOption config;

  /** What of it is set is asked of the command line, option by option. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private MergeOptions options;

  @Parameters(arity = "0..*", paramLabel = "SUBMISSIONS", descriptionKey = "option.submissions")
  private List<Path> submissions = List.of();

  ConfigCommand(Console console) {
    this.console = console;
  }

  /** A value, and who says so. */
  private record Held(String value, String by) {}

  @Override
  public Integer call() throws Mistake {
    Template template = TemplateChoice.read(common.template, console.messages());
    var table = new TextTable().flushLeft();
    table.row(List.of(text("config.setting"), text("config.value"), text("config.by")));
    for (var setting : Setting.values()) {
      Held held = held(setting, template);
      table.row(List.of(setting.key(), Printable.of(held.value()), Printable.of(held.by())));
    }
    table.lines().forEach(console.out()::println);
    console.out().println();
    Optional<Path> file = config.settings().path();
    if (file.isPresent()) {
      console.line("config.file", Printable.of(file.get().toString()));
    } else {
      console.line("config.no-file", SettingsFile.NAME);
    }
    List<String> known = Arrays.stream(Setting.values()).map(Setting::variable).toList();
    for (var name : config.settings().unknownVariables()) {
      console.line(
          "config.unknown-variable",
          Printable.of(name),
          Misspelling.of(name, known).orElseGet(() -> String.join(" ", known)));
    }
    return ExitStatus.DONE;
  }

  private Held held(Setting setting, Template template) throws Mistake {
    var parsed = spec.commandLine().getParseResult();
    if (setting == Setting.SUBMISSIONS) {
      return submissions(parsed.hasMatchedPositional(0));
    }
    OptionSpec option = spec.findOption(setting.option());
    if (parsed.hasMatchedOption(option)) {
      List<String> given = parsed.matchedOption(setting.option()).originalStringValues();
      return new Held(
          given.isEmpty() ? "true" : given.get(given.size() - 1),
          text("config.by-option", setting.option()));
    }
    Optional<Settings.Value> value = config.settings().value(setting);
    return value.isEmpty()
        ? new Held(otherwise(setting, option, template), text("config.by-default"))
        : set(setting, value.get());
  }

  private Held submissions(boolean given) {
    Optional<Settings.Value> value = config.settings().value(Setting.SUBMISSIONS);
    if (!given && value.isPresent()) {
      return set(Setting.SUBMISSIONS, value.get());
    }
    return given
        ? new Held(
            submissions.stream()
                .map(Path::toString)
                .collect(Collectors.joining(text("print.comma"))),
            text("config.by-line"))
        : new Held("-", text("config.by-default"));
  }

  private Held set(Setting setting, Settings.Value value) {
    int line = value.line();
    return new Held(
        value.text(),
        line == 0
            ? text("config.by-variable", setting.variable())
            : text("config.by-file", SettingsFile.NAME, String.valueOf(line)));
  }

  private String otherwise(Setting setting, OptionSpec option, Template template) throws Mistake {
    return switch (setting) {
      case UNITS -> RosterChoice.of(Optional.empty(), submissions).map(Path::toString).orElse("-");
      case DISTRICT -> template.district();
      case DEADLINE -> template.deadline().map(Object::toString).orElse("-");
      case JOBS -> String.valueOf(checks.jobs());
      case SLIPS, NARRATIVE, STRICT -> "false";
      default -> Optional.ofNullable(option.defaultValue()).orElse("-");
    };
  }

  private String text(String key, String... args) {
    return console.messages().text(key, args);
  }
}
