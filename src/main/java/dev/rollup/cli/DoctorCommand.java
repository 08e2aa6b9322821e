package dev.rollup.cli;

import dev.rollup.config.SettingsFile;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.MistakeText;
import dev.rollup.run.Checkup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollup doctor}: looks at what a merge depends on, and says what to do. */
@Command(
    name = "doctor",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Mixin private CheckOptions checks;

  @Mixin private SettingsOption config;

  @Mixin private MergeOptions options;

  @Parameters(arity = "0..*", paramLabel = "SUBMISSIONS", descriptionKey = "option.submissions")
  private List<Path> submissions = List.of();

  private Optional<Mistake> settingsAreWrong = Optional.empty();

  DoctorCommand(Console console) {
    this.console = console;
  }

  /** Takes what is wrong with the settings, which ends every other command before it begins. */
  void tell(Mistake mistake) {
    settingsAreWrong = Optional.of(mistake);
  }

  @Override
  public Integer call() {
    console.line("doctor.well", text("doctor.version"), Version.version());
    console.line("doctor.well", text("doctor.java"), Version.java());
    if (!encoding()) {
      // Nothing that is looked at from here on would be what it is called.
      console.out().println();
      console.line("doctor.not-well");
      return ExitStatus.USAGE;
    }
    boolean well = settings();
    var request = options.request(submissions, common, checks, config.settings(), console.clock());
    for (var point : Checkup.of(request, console.messages())) {
      well &= point(point);
    }
    console.out().println();
    console.line(well ? "doctor.all-well" : "doctor.not-well");
    return well ? ExitStatus.DONE : ExitStatus.USAGE;
  }

  /** Returns the encoding of names, if they come in mangled. */
  static Optional<NameEncoding> mangling() {
    return NameEncoding.current().filter(names -> names.mangles(List.of()));
  }

  private boolean encoding() {
    Optional<NameEncoding> mangling = mangling();
    if (mangling.isPresent()) {
      return wrong(
          "encoding", new Mistake(Mistake.Kind.USAGE, "names-mangled", mangling.get().name()));
    }
    console.line("doctor.well", text("doctor.encoding"), Version.locale());
    return true;
  }

  private boolean settings() {
    if (settingsAreWrong.isPresent()) {
      return wrong("settings", settingsAreWrong.get());
    }
    console.line(
        "doctor.well",
        text("doctor.settings"),
        config
            .settings()
            .path()
            .map(file -> Printable.of(file.toString()))
            .orElseGet(() -> text("config.no-file", SettingsFile.NAME)));
    return true;
  }

  private boolean point(Checkup.Point point) {
    if (point.wrong().isPresent()) {
      return wrong(point.about(), point.wrong().get());
    }
    String[] found = point.found().stream().map(Printable::of).toArray(String[]::new);
    console.line(
        "doctor.well",
        text("doctor." + point.about()),
        text("doctor." + point.about() + (found.length == 0 ? ".none" : ".found"), found));
    return true;
  }

  private boolean wrong(String about, Mistake mistake) {
    say(about, mistake);
    for (var other : mistake.getSuppressed()) {
      if (other instanceof Mistake more) {
        say(about, more);
      }
    }
    return false;
  }

  private void say(String about, Mistake mistake) {
    console.line(
        "doctor.ill",
        text("doctor." + about),
        Printable.of(MistakeText.of(mistake, console.messages())));
  }

  private String text(String key, String... args) {
    return console.messages().text(key, args);
  }
}
