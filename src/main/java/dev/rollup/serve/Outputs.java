package dev.rollup.serve;

import dev.rollup.report.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The outputs that lie in the output folder, to be taken.
 *
 * @param folder the output folder
 */
record Outputs(Path folder) {

  /** What all of them together are called. */
  static final String ALL = "rollup-out.zip";

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Returns those that are there, as they are called. */
  List<String> names() {
    return Arrays.stream(Output.values())
        .filter(output -> !output.isFolder())
        .map(Output::fileName)
        .filter(name -> Files.isRegularFile(folder.resolve(name)))
        .toList();
  }

  /** Returns the file of an output; empty where it is none, or not there. */
  Optional<Path> file(String name) {
    return names().contains(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
  }

  /**
   * Writes all of them, and no other file of the folder, as one archive of always the same bytes.
   */
  void zip(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (var output : Output.values()) {
        Path file = folder.resolve(output.fileName());
        if (!output.isFolder() && Files.isRegularFile(file)) {
          entry(zip, output.fileName(), file);
        } else if (output.isFolder() && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          folder(zip, output.fileName(), file);
        }
      }
    }
  }

  private static void folder(ZipOutputStream zip, String name, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (var file : files) {
      entry(zip, name + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
    }
  }

  private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
