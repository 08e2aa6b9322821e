package dev.rollup.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What every command understands that reads returns. */
final class CheckOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--units", paramLabel = "FILE", descriptionKey = "option.units")
  Optional<Path> units;

  @Option(
      names = "--strict",
      negatable = true,
      fallbackValue = "true",
      descriptionKey = "option.strict")
  boolean strict;

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning|never",
      defaultValue = "error",
      converter = FailOnConverter.class,
      descriptionKey = "option.fail-on")
  FailOn failOn;

  @Option(names = "--jobs", paramLabel = "N", descriptionKey = "option.jobs")
  private Optional<Integer> jobs;

  /** Returns how many files are read at a time: as asked for, else one for each processor. */
  int jobs() {
    if (jobs.isPresent() && jobs.get() < 1) {
      throw new ParameterException(spec.commandLine(), "jobs-positive");
    }
    return jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  /** Reads the values of {@code --fail-on}. */
  static final class FailOnConverter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String value) {
      for (var failOn : FailOn.values()) {
        if (failOn.name().equals(value.toUpperCase(Locale.ROOT))) {
          return failOn;
        }
      }
      throw new TypeConversionException("error | warning | never");
    }
  }
}
