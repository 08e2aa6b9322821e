package dev.rollup.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Opens a page in the browser of the machine by way of a file that only its user can read: what is
 * on a command line every user of the machine can see, and the address holds the secret.
 */
final class PageOpener {

  private static final String NAME = "rollup-serve.html";

  private final Path file;

  private PageOpener(Path file) {
    this.file = file;
  }

  /** Opens an address. Where no browser can be had, the address was printed. */
  static PageOpener at(String address, Path folder, Console console) {
    var opener = new PageOpener(folder.resolve(NAME).toAbsolutePath());
    try {
      Files.deleteIfExists(opener.file);
      // Ctrl-C ends it as well.
      opener.file.toFile().deleteOnExit();
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            opener.file,
            PosixFilePermissions.asFileAttribute(
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
      }
      String page =
          "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
              + "<meta name=\"referrer\" content=\"no-referrer\">"
              + "<meta http-equiv=\"refresh\" content=\"0; url="
              + address
              + "\"><title>rollup</title></head><body><a href=\""
              + address
              + "\">rollup</a></body></html>\n";
      Files.write(opener.file, page.getBytes(StandardCharsets.UTF_8));
      new ProcessBuilder(command(opener.file))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      console.err().println(console.messages().text("serve.no-browser"));
    }
    return opener;
  }

  private static List<String> command(Path file) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", file.toString());
  }

  /** Leaves nothing behind that holds the address. */
  void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
