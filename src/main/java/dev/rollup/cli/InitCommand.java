package dev.rollup.cli;

import dev.rollup.config.Setting;
import dev.rollup.finding.Mistake;
import dev.rollup.roster.Unit;
import dev.rollup.run.Campaign;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup init}: makes the folder in which returns are collected. */
@Command(
    name = "init",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = ".",
      descriptionKey = "option.campaign")
  private Path folder;

  @Option(names = "--from", paramLabel = "LIST", descriptionKey = "option.list")
  private Optional<Path> list;

  @Mixin private OfficeOptions office;

  @Option(names = "--deadline", paramLabel = "TIME", descriptionKey = "option.deadline")
  private Optional<String> deadline;

  @Option(names = "--force", descriptionKey = "option.force")
  private boolean force;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    Map<Setting, String> told = new EnumMap<>(Setting.class);
    office.district.ifPresent(value -> told.put(Setting.DISTRICT, value));
    office.contact.ifPresent(value -> told.put(Setting.CONTACT, value));
    office.phone.ifPresent(value -> told.put(Setting.PHONE, value));
    deadline.ifPresent(value -> told.put(Setting.DEADLINE, value));
    Campaign.Begun begun =
        Campaign.begin(
            new Campaign.Request(folder, list, common.template, told, force), console.messages());
    if (!common.quiet) {
      print(begun);
    }
    return ExitStatus.DONE;
  }

  private void print(Campaign.Begun begun) {
    if (begun.list().isPresent()) {
      console.line(
          "init.units",
          Printable.of(begun.list().get().toString()),
          String.valueOf(begun.units().size()),
          groups(begun.units()));
    } else {
      console.line("init.no-list");
    }
    for (var file : begun.files()) {
      console.line("print.written", Printable.of(file.toString()));
    }
    console.out().println();
    console.line("init.next", Printable.of(begun.submissions().toString()));
  }

  /** Counts by group, for the eye to compare with what the office knows. */
  private String groups(List<Unit> units) {
    return units.stream()
        .collect(
            Collectors.groupingBy(
                unit ->
                    Optional.ofNullable(unit.group())
                        .orElse(console.messages().text("init.no-group")),
                LinkedHashMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(group -> Printable.of(group.getKey()) + " " + group.getValue())
        .collect(Collectors.joining(console.messages().text("print.comma")));
  }
}
