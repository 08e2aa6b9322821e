package dev.rollup.support;

import dev.rollup.cli.Rollup;
import dev.rollup.messages.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What one command came to.
 *
 * @param status the exit status
 * @param said what it printed
 * @param told what it printed beside the result
 */
public record CommandRun(int status, String said, String told) {

  private static final String JULY = "2023-07-01T00:00:00Z";

  /** Runs a command on the first of July 2023, in an environment without variables. */
  public static CommandRun of(String... args) {
    return at(JULY, args);
  }

  /**
   * Runs a command in an environment without variables.
   *
   * @param now the instant at which it runs, as ISO 8601 writes it
   */
  public static CommandRun at(String now, String... args) {
    return run(now, Map.of(), args);
  }

  /** Runs a command on the first of July 2023. */
  public static CommandRun in(Map<String, String> environment, String... args) {
    return run(JULY, environment, args);
  }

  private static CommandRun run(String now, Map<String, String> environment, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        Rollup.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
            Messages::new,
            environment);
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
