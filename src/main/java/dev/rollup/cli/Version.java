package dev.rollup.cli;

import dev.rollup.config.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** What the build wrote into the jar, and what it runs on: what a report of a defect has to say. */
final class Version implements IVersionProvider {

  private static final String TITLE = "rollup";
  private static final String COMMIT = "Commit";

  @Override
  public String[] getVersion() {
    return new String[] {
      TITLE + " " + version() + commit().map(commit -> " (" + commit + ")").orElse(""),
      "Java " + java(),
      system(),
      "locale " + locale(),
      "templates " + String.join(", ", TemplateReader.BUILT_IN)
    };
  }

  /** Returns which release this is. */
  static String version() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  static String java() {
    return String.join(
        " ",
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        System.getProperty("java.home"));
  }

  static String system() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }

  static String locale() {
    return Locale.getDefault()
        + ", "
        + System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
  }

  /** Returns of what the jar was built, where the build knew. */
  private static Optional<String> commit() {
    try (InputStream in = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      if (in == null) {
        return Optional.empty();
      }
      var attributes = new Manifest(in).getMainAttributes();
      // Out of the jar, the first manifest there is may be another's.
      return Optional.ofNullable(attributes.getValue(COMMIT))
          .filter(commit -> TITLE.equals(attributes.getValue("Implementation-Title")))
          .filter(commit -> !commit.isBlank());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
