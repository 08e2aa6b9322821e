package dev.rollup.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs what else units have on their machines, where it is on this one. */
public final class OtherProgram {

  private static final int PATIENCE_SECONDS = 120;

  private OtherProgram() {}

  /** Returns the exit status; not zero where the program is missing. */
  public static int run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Has LibreOffice save files in another format, under the names that they have. */
  public static int convert(String format, Path to, Path... files) throws InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + to.resolveSibling("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                to.toString()));
    for (var file : files) {
      command.add(file.toString());
    }
    return run(command.toArray(String[]::new));
  }
}
