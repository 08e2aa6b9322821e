package dev.rollup.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has LibreOffice save texts as .doc, many at once: its start takes longer than its work. */
public final class SavedAsDoc {

  /** With many more it gives up on the way. */
  private static final int AT_ONCE = 100;

  private SavedAsDoc() {}

  /**
   * Saves texts.
   *
   * @param texts docx files
   * @param folder where there is room for them
   * @return the same as .doc, in order; empty where LibreOffice is not here
   */
  public static List<byte[]> of(List<byte[]> texts, Path folder)
      throws IOException, InterruptedException {
    Path from = Files.createDirectories(folder.resolve("docx"));
    Path to = folder.resolve("doc");
    var saved = new ArrayList<byte[]>();
    for (int first = 0; first < texts.size(); first += AT_ONCE) {
      var files = new ArrayList<Path>();
      for (int i = first; i < Math.min(texts.size(), first + AT_ONCE); i++) {
        files.add(Files.write(from.resolve(i + ".docx"), texts.get(i)));
      }
      if (OtherProgram.convert("doc", to, files.toArray(Path[]::new)) != 0) {
        return List.of();
      }
      for (int i = first; i < first + files.size(); i++) {
        saved.add(Files.readAllBytes(to.resolve(i + ".doc")));
      }
    }
    return saved;
  }
}
