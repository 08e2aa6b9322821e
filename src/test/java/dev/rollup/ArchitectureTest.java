package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of allowed imports: which room of the house may look into which. */
class ArchitectureTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

  private static final List<String> CORE =
      List.of("model", "text", "finding", "template", "match", "check", "merge");

  /** By package: the other packages of rollup that it may use, besides itself. */
  private static final Map<String, List<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("", List.of("cli")),
          Map.entry("model", List.of()),
          Map.entry("text", List.of("model")),
          Map.entry("finding", List.of("model")),
          Map.entry("template", List.of("model", "text", "finding")),
          Map.entry("match", List.of("model", "text", "finding", "template")),
          Map.entry("check", List.of("model", "text", "finding", "template", "match")),
          Map.entry("merge", List.of("model", "text", "finding", "template", "match", "check")),
          Map.entry("discover", CORE),
          Map.entry("read", with(CORE, "discover")),
          Map.entry("messages", CORE),
          Map.entry("write", with(CORE, "messages")),
          Map.entry("run", with(CORE, "discover", "read", "messages", "write")),
          Map.entry("cli", with(CORE, "messages", "read", "write", "run")));

  /** By package: what of the outside world it may use, besides the language itself. */
  private static final Map<String, List<String>> OUTSIDE =
      Map.of(
          "discover", List.of("java.nio", "java.io"),
          "read",
              List.of(
                  "java.nio",
                  "java.io",
                  "java.net.URLDecoder",
                  "javax.xml",
                  "com.fasterxml.jackson",
                  "org.apache.commons.csv",
                  "org.apache.poi"),
          "messages", List.of("java.io", "java.nio.charset"),
          "write",
              List.of(
                  "java.io",
                  "java.nio",
                  "javax.xml.namespace",
                  "com.fasterxml.jackson",
                  "org.apache.commons.csv",
                  "org.apache.poi",
                  // What the interface of POI speaks.
                  "org.apache.commons.compress",
                  "org.apache.xmlbeans",
                  "org.openxmlformats"),
          "run", List.of("java.io", "java.nio.file", "org.slf4j"),
          "cli",
              List.of(
                  "java.io",
                  "java.nio",
                  "picocli",
                  "org.slf4j",
                  "ch.qos.logback",
                  "java.time.Clock"),
          "", List.of("java.io", "java.nio.charset", "java.time.Clock"));

  /** What a pure core may use: values, texts, arithmetic. */
  private static final List<String> LANGUAGE =
      List.of("java.util", "java.math", "java.text", "java.time", "java.security");

  @Test
  void every_import_is_in_the_table() throws IOException {
    var violations = new ArrayList<String>();
    List<Path> files;
    try (var walk = Files.walk(SOURCES)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (var file : files) {
      String room = room(file);
      var imports = IMPORT.matcher(Files.readString(file));
      while (imports.find()) {
        if (!allowed(room, imports.group(1))) {
          violations.add(SOURCES.relativize(file) + " imports " + imports.group(1));
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  /** Widths and heights of a page are no totals. */
  @Test
  void nothing_that_writes_adds_counts_up() throws IOException {
    try (var walk = Files.walk(SOURCES.resolve("dev/rollup/write"))) {
      for (var file : walk.filter(file -> file.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("Exact(", "Tally.sum(", "Tally::plus", "Collectors.counting")
            .doesNotContainPattern("mapToLong\\([^)]*\\)\\s*\\.(sum|reduce)");
      }
    }
  }

  @Test
  void only_main_exits() throws IOException {
    try (var walk = Files.walk(SOURCES)) {
      for (var file : walk.filter(file -> file.toString().endsWith(".java")).toList()) {
        if (!file.endsWith("dev/rollup/Main.java")) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContain("System.exit");
        }
      }
    }
  }

  private static boolean allowed(String room, String name) {
    if (name.startsWith("dev.rollup.")) {
      String other = name.substring("dev.rollup.".length()).split("\\.")[0];
      return other.equals(room) || ALLOWED.get(room).contains(other);
    }
    boolean clock = name.equals("java.time.Clock");
    return !clock && LANGUAGE.stream().anyMatch(name::startsWith)
        || OUTSIDE.getOrDefault(room, List.of()).stream().anyMatch(name::startsWith);
  }

  private static String room(Path file) {
    Path inside = Path.of("dev/rollup").relativize(SOURCES.relativize(file));
    return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
  }

  private static List<String> with(List<String> rooms, String... more) {
    var all = new ArrayList<>(rooms);
    all.addAll(List.of(more));
    return all;
  }
}
