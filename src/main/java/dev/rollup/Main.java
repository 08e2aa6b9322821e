package dev.rollup;

import dev.rollup.cli.Rollup;
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
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = Rollup.run(args, out, err, Clock.systemUTC());
    out.flush();
    System.exit(status);
  }
}
