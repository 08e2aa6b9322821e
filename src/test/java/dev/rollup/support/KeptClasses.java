package dev.rollup.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Starts the program in processes of their own as its launcher does: a first run keeps the classes
 * that it loaded, which takes a third off each of the others. Such an archive knows jars alone, so
 * that the folders of the class path are put into some.
 */
public final class KeptClasses {

  private final Path archive;
  private final String path;

  /** Puts the class path into jars in a folder. */
  public KeptClasses(Path folder) throws IOException {
    Files.createDirectories(folder);
    this.archive = folder.resolve("kept.jsa");
    var entries = new ArrayList<String>();
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      Path at = Path.of(entry);
      entries.add(
          Files.isDirectory(at)
              ? jar(at, folder.resolve(entries.size() + ".jar")).toString()
              : entry);
    }
    this.path = String.join(System.getProperty("path.separator"), entries);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (var files = Files.walk(classes);
        var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.setLevel(0);
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }

  /** Returns the start of the command whose classes are kept, up to the name of the main class. */
  public List<String> keeping() {
    return command("-XX:ArchiveClassesAtExit=" + archive);
  }

  /** Returns the start of a command like that; without an archive it only starts more slowly. */
  public List<String> kept() {
    return command("-XX:SharedArchiveFile=" + archive);
  }

  private List<String> command(String use) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        use,
        "-cp",
        path);
  }
}
