package dev.rollup.cli;

import dev.rollup.merge.Return;
import dev.rollup.run.Progress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal how far a long run has come, on one line that is wiped at the end. Short runs
 * show nothing, and nothing is shown where no person looks: the launcher knows.
 */
final class TerminalProgress implements Progress {

  /** Set by the launcher where the error stream is a terminal. */
  private static final String TERMINAL = "rollup.terminal";

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);

  private final Console console;
  private final boolean shown;
  private long next = System.nanoTime() + PATIENCE;
  private boolean started;

  TerminalProgress(Console console, boolean quiet) {
    this.console = console;
    this.shown = !quiet && Boolean.getBoolean(TERMINAL);
  }

  @Override
  public void takenIn(List<Return> returns, int done, int all) {
    if (shown && System.nanoTime() >= next) {
      next = System.nanoTime() + INTERVAL;
      started = true;
      console
          .err()
          .print(
              "\r"
                  + console.messages().text("progress", String.valueOf(done), String.valueOf(all)));
      console.err().flush();
    }
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (started) {
      console.err().print("\r\u001B[K");
      console.err().flush();
    }
  }
}
