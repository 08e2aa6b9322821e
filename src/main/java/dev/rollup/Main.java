package dev.rollup;

import dev.rollup.cli.Rollup;
import dev.rollup.cli.Unread;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The program's entry: hands the process to {@link Rollup} and exits with what it returns. */
public final class Main {

  private Main() {}

  /** Runs the command line; both streams are UTF-8, whatever the locale says. */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out, false);
    PrintStream err = stream(FileDescriptor.err, true);
    int status = Rollup.run(args, out, err, Clock.systemUTC());
    out.flush();
    System.exit(status);
  }

  private static PrintStream stream(FileDescriptor to, boolean autoFlush) {
    return new PrintStream(new Unread(new FileOutputStream(to)), autoFlush, StandardCharsets.UTF_8);
  }
}
