package dev.rollup.read.zip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of the parts of a package (ECMA-376 part 2 §6.2.2), which programs spell variously. */
public final class PartName {

  private PartName() {}

  /**
   * Returns a name as the standard has it, without the slash at its beginning: {@code
   * xl/workbook.xml} for {@code \xl\.\workbook.xml}.
   */
  static String plain(String name) {
    String slashed = name.replace('\\', '/');
    boolean plain =
        !slashed.startsWith("/")
            && !slashed.startsWith("./")
            && !slashed.contains("//")
            && !slashed.contains("/./");
    return plain
        ? slashed
        : Arrays.stream(slashed.split("/"))
            .filter(step -> !step.isEmpty() && !step.equals("."))
            .collect(Collectors.joining("/"));
  }

  /** Returns what all spellings of one name have in common. */
  public static String key(String name) {
    String plain = plain(name);
    return (plain.indexOf('%') < 0 ? plain : plain(unescaped(plain))).toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String name) {
    try {
      // In a path, unlike in a form, a plus sign is itself.
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
