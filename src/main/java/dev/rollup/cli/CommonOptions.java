package dev.rollup.cli;

import dev.rollup.config.TemplateReader;
import dev.rollup.run.Progress;
import picocli.CommandLine.Option;

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

  /** Returns what shows how far a run has come. */
  Progress progress(Console console) {
    return verbose ? new LoggedProgress() : new TerminalProgress(console, quiet);
  }

  /** The languages by the words of the command line. */
  enum Languages {
    zh,
    en
  }
}
