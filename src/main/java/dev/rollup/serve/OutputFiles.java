package dev.rollup.serve;

import dev.rollup.report.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The outputs that lie in the output folder, to be taken.
 *
 * @param folder the output folder
 */
record OutputFiles(Path folder) {

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

  /** Returns the file of an output, or one of a folder of them; empty where it is none. */
  Optional<Path> file(String name) throws IOException {
    return Optional.ofNullable(all().get(name));
  }

  /**
   * Writes all of them, and no other file of the folder, as one archive of always the same bytes.
   */
  void zip(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (var file : all().entrySet()) {
        entry(zip, file.getKey(), file.getValue());
      }
    }
  }

  /** Returns all files by their names, those of folders behind the name of the folder. */
  private Map<String, Path> all() throws IOException {
    Map<String, Path> all = new LinkedHashMap<>();
    for (var output : Output.values()) {
      Path file = folder.resolve(output.fileName());
      if (!output.isFolder() && Files.isRegularFile(file)) {
        all.put(output.fileName(), file);
      } else if (output.isFolder() && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(file)) {
          files =
              walk.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                  .sorted()
                  .toList();
        }
        for (var each : files) {
          String inside = file.relativize(each).toString().replace('\\', '/');
          all.put(output.fileName() + "/" + inside, each);
        }
      }
    }
    return all;
  }

  private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
