package dev.rollup.cli;

import dev.rollup.config.Setting;
import dev.rollup.config.SettingsFile;
import dev.rollup.finding.Mistake;
import dev.rollup.run.ClerkFileSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What holds where the command line says nothing: the environment, then {@code rollup.json}.
 *
 * @param file the file, if there is one
 */
record Settings(Optional<SettingsFile> file, Map<String, String> environment)
    implements IDefaultValueProvider {

  /** Names the file, which is else looked for. */
  static final String FILE_VARIABLE = "ROLLUP_CONFIG";

  private static final String PREFIX = "ROLLUP_";

  /** What the launcher and this class take. */
  private static final Set<String> OTHERS = Set.of(FILE_VARIABLE, "ROLLUP_JAVA_OPTS");

  /** Nothing is set. */
  static final Settings NONE = new Settings(Optional.empty(), Map.of());

  /**
   * What something is set to.
   *
   * @param line where in the file; 0 where a variable of the environment sets it
   */
  record Value(String text, int line) {}

  /**
   * Finds the settings for a command line: the file that it names, else the one in or beside the
   * folders that it names, or in the working folder where it names none.
   *
   * @throws Mistake if there are several, or something in it or in the environment is not
   *     understood
   */
  static Settings of(Glance glance, Map<String, String> environment) throws Mistake {
    var settings = new Settings(file(glance, environment), environment);
    for (var setting : Setting.values()) {
      Optional<String> variable = settings.variable(setting);
      if (variable.isPresent() && !setting.takes(variable.get())) {
        throw new Mistake(
            Mistake.Kind.USAGE,
            "settings.bad-variable",
            setting.variable(),
            variable.get(),
            setting.example().replace("\"", ""));
      }
    }
    return settings;
  }

  private static Optional<SettingsFile> file(Glance glance, Map<String, String> environment)
      throws Mistake {
    Optional<String> named =
        glance
            .option(SettingsOption.NAME)
            .or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)))
            .filter(name -> !name.isBlank());
    if (named.isPresent()) {
      return Optional.of(SettingsFile.read(Path.of(named.get())));
    }
    // An operand that is not there is told by the command itself.
    List<Path> folders =
        glance.operands().isEmpty()
            ? List.of(Path.of("."))
            : glance.operands().stream().map(Path::of).filter(Files::exists).toList();
    List<Path> found =
        glance.operands().isEmpty()
            ? Files.isRegularFile(Path.of(SettingsFile.NAME))
                ? List.of(Path.of(SettingsFile.NAME))
                : List.of()
            : ClerkFileSearch.find(folders, List.of(SettingsFile.NAME));
    if (found.size() > 1) {
      throw Mistake.ofPaths(Mistake.Kind.USAGE, "settings.several", found);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(SettingsFile.read(found.get(0)));
  }

  /** Returns the variables that look like settings and are none, sorted. */
  List<String> unknownVariables() {
    return environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !OTHERS.contains(name))
        .filter(name -> Arrays.stream(Setting.values()).noneMatch(s -> s.variable().equals(name)))
        .sorted()
        .toList();
  }

  /** Returns where the file is, if there is one. */
  Optional<Path> path() {
    return file.map(SettingsFile::file);
  }

  /** Returns what a setting is set to, if it is. */
  Optional<Value> value(Setting setting) {
    return variable(setting)
        .map(text -> new Value(text, 0))
        .or(
            () ->
                file.map(settings -> settings.values().get(setting))
                    .map(value -> new Value(value.text(), value.line())));
  }

  private Optional<String> variable(Setting setting) {
    return Optional.ofNullable(environment.get(setting.variable()))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                switch (setting.kind()) {
                  case FLAG ->
                      switch (text.toLowerCase(Locale.ROOT)) {
                        case "1", "yes" -> "true";
                        case "0", "no" -> "false";
                        default -> text.toLowerCase(Locale.ROOT);
                      };
                  case WORD -> text.toLowerCase(Locale.ROOT);
                  default -> text;
                });
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument.descriptionKey() == null) {
      return null;
    }
    return Setting.described(argument.descriptionKey())
        .flatMap(this::value)
        .map(Value::text)
        .orElse(null);
  }
}
