package dev.rollup.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes of the name that a browser tells one that every system can give a file: it stays inside the
 * folder, and is no other file than it seems.
 */
final class FileName {

  /** What systems do not take, and what a person does not see. */
  private static final Pattern UNSAFE =
      Pattern.compile("[:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /** Windows takes these for devices, whatever their ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

  private static final int MAX_BYTES = 200;
  private static final int MAX_STEPS = 12;

  private FileName() {}

  /**
   * Returns a path below a folder; empty where nothing is left of the name.
   *
   * @param told as it was told, with steps between slashes of either kind
   */
  static Optional<Path> of(String told) {
    var steps = new ArrayList<String>();
    for (var step : Normalizer.normalize(told, Normalizer.Form.NFC).split("[/\\\\]", -1)) {
      String safe = UNSAFE.matcher(step).replaceAll("_").strip().replaceFirst("[. ]+$", "");
      // What is left of . and .. is nothing: they lead nowhere.
      if (!safe.isEmpty()) {
        steps.add(shortened(DEVICE.matcher(safe).matches() ? "_" + safe : safe));
      }
    }
    return steps.isEmpty() || steps.size() > MAX_STEPS
        ? Optional.empty()
        : Optional.of(Path.of("", steps.toArray(String[]::new)));
  }

  /** Returns a name that file systems have room for; its ending stays. */
  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
    String stem = name.substring(0, name.length() - ending.length());
    while (bytes(stem + ending) > MAX_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Returns the same name with a number: {@code 统计表 (2).xlsx}.
   *
   * @param number from 2
   */
  static Path numbered(Path file, int number) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String numbered =
        dot > 0
            ? String.format(
                Locale.ROOT, "%s (%d)%s", name.substring(0, dot), number, name.substring(dot))
            : String.format(Locale.ROOT, "%s (%d)", name, number);
    return file.resolveSibling(numbered);
  }
}
