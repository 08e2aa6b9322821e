package dev.rollup.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the settings of a run stand; looked at by {@link Settings} before anything is parsed. */
final class SettingsOption {

  static final String NAME = "--config";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Settings are read of it before the command line is parsed. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = NAME, paramLabel = "FILE", descriptionKey = "option.config")
  private Optional<Path> named;

  /** Returns what holds where the command line says nothing. */
  Settings settings() {
    return spec.defaultValueProvider() instanceof Settings settings ? settings : Settings.NONE;
  }
}
