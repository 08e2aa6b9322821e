package dev.rollup.cli;

import dev.rollup.messages.Messages;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What a command talks to.
 *
 * @param out takes the result, and nothing else
 * @param err takes progress, logs and what to do next
 * @param clock tells on which side of the deadline a run is
 * @param messages the words of the language that was asked for
 * @param terminal how the result is shown
 */
record Console(
    PrintStream out, PrintStream err, Clock clock, Messages messages, Terminal terminal) {

  /** Prints one line of the result. */
  void line(String key, String... args) {
    out.println(messages.text(key, args));
  }

  /** Prints a text on as many lines as it needs; those after the first are indented. */
  void text(String text, String indent) {
    terminal.wrapped(text, indent).forEach(out::println);
  }
}
