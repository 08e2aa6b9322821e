package dev.rollup.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What a command is told of the office that collects. */
final class OfficeOptions {

  @Option(names = "--district", paramLabel = "NAME", descriptionKey = "option.district")
  Optional<String> district;

  @Option(names = "--contact", paramLabel = "NAME", descriptionKey = "option.contact")
  Optional<String> contact;

  @Option(names = "--phone", paramLabel = "NUMBER", descriptionKey = "option.phone")
  Optional<String> phone;
}
