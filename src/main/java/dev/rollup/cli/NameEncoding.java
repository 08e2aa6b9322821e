package dev.rollup.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The encoding in which the virtual machine takes the names of files. Where it has no Chinese,
 * every such name comes in mangled, and different names come in as one: nothing that is read then
 * is what it is taken for. Nothing that the program could set later helps.
 *
 * @param name what the virtual machine calls it
 */
record NameEncoding(String name) {

  private static final String PROPERTY = "sun.jnu.encoding";
  private static final String SAMPLE = "镇报送汇总";
  private static final Set<String> WITHOUT_FILES =
      Set.of("--help", "-h", "--version", "-V", "explain", "help", "completion", "doctor");

  /** Returns that of this virtual machine; empty where it takes names whatever the encoding. */
  static Optional<NameEncoding> current() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows
        ? Optional.empty()
        : Optional.ofNullable(System.getProperty(PROPERTY)).map(NameEncoding::new);
  }

  /** Tells whether a command would read or write files whose names come in mangled. */
  boolean mangles(List<String> args) {
    return !hasChinese() && args.stream().noneMatch(WITHOUT_FILES::contains);
  }

  private boolean hasChinese() {
    try {
      Charset charset = Charset.forName(name);
      return charset.canEncode() && charset.newEncoder().canEncode(SAMPLE);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
