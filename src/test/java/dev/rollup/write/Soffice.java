package dev.rollup.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice, where it is installed, with a profile of its own. */
final class Soffice {

  private final Path folder;

  Soffice(Path folder) {
    this.folder = folder;
  }

  /** Tells whether it is installed. */
  static boolean isHere() throws InterruptedException {
    return run("soffice", "--version") == 0;
  }

  /** Saves a workbook anew as xlsx and returns what it wrote. */
  byte[] saveAgain(byte[] workbook) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("book.xlsx"), workbook);
    Path saved = folder.resolve("saved");
    int status =
        run(
            "soffice",
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            saved.toString(),
            file.toString());
    if (status != 0) {
      throw new IOException("soffice ended with " + status);
    }
    return Files.readAllBytes(saved.resolve("book.xlsx"));
  }

  /** Returns the exit status; not zero where the program is missing. */
  private static int run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroy();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }
}
