package dev.rollup.read.ofd;

import static dev.rollup.finding.FindingCode.DAMAGED_FILE;
import static dev.rollup.finding.FindingCode.PASSWORD_PROTECTED;

import dev.rollup.read.format.Refusal;
import dev.rollup.read.zip.ZipArchive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a package by their places (ST_Loc), each read once. */
final class OfdFile implements AutoCloseable {

  private final ZipArchive zip;
  private final Node.Count count = new Node.Count();
  private final Map<String, Optional<Node>> parts = new HashMap<>();

  /**
   * A part and where it is.
   *
   * @param folder its folder, with a slash at its end; empty for the root of the package
   */
  record Part(Node root, String folder) {}

  private OfdFile(ZipArchive zip) {
    this.zip = zip;
  }

  /** Opens a package whose parts are as they were written. */
  static OfdFile open(byte[] content) throws Refusal {
    var zip = ZipArchive.open(content, ZipArchive.Holding.PARTS);
    boolean enciphered =
        zip.entry("Encryptions.xml") != null || zip.entry("decryptseed.dat") != null;
    if (enciphered) {
      zip.close();
      throw Refusal.of(PASSWORD_PROTECTED);
    }
    return new OfdFile(zip);
  }

  @Override
  public void close() {
    zip.close();
  }

  /** Returns a part that must be there. */
  Part part(String folder, @Nullable String place) throws Refusal {
    return optional(folder, place).orElseThrow(() -> Refusal.of(DAMAGED_FILE));
  }

  /** Returns a part where it is named. */
  Optional<Part> optional(String folder, @Nullable String place) throws Refusal {
    if (place == null || place.isBlank()) {
      return Optional.empty();
    }
    String path = resolved(folder, place.strip());
    Optional<Node> known = parts.get(path);
    if (known == null) {
      var entry = zip.entry(path);
      known = entry == null ? Optional.empty() : Optional.of(Node.of(zip.read(entry), count));
      parts.put(path, known);
    }
    String inside = path.substring(0, path.lastIndexOf('/') + 1);
    return known.map(root -> new Part(root, inside));
  }

  /** Returns a place as the package names it. */
  static String resolved(String folder, String place) {
    var steps = new ArrayDeque<String>();
    String whole = place.startsWith("/") ? place : folder + place;
    for (String step : List.of(whole.replace('\\', '/').split("/", -1))) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", new ArrayList<>(steps));
  }
}
