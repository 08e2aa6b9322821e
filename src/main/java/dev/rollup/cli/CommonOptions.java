package dev.rollup.cli;

import dev.rollup.read.TemplateReader;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command understands. */
final class CommonOptions {

  @Option(
      names = "--template",
      paramLabel = "ID|FILE",
      defaultValue = TemplateReader.DEFAULT_ID,
      descriptionKey = "option.template")
  String template;

  /** Read before the command line is parsed, since its own errors are in this language. */
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      defaultValue = "zh",
      descriptionKey = "option.lang")
  Languages language;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "option.quiet")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      descriptionKey = "option.verbose")
  boolean verbose;

  /** The languages by the words of the command line. */
  enum Languages {
    zh,
    en
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
