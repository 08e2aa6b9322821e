package dev.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes along with the jar: what it is made of, and under which licences. */
class JarIT {

  private static final String PARTS = "META-INF/sbom/rollup.cdx.json";

  /** A line of the notice: what it is, its licence, where its source is. */
  private static final Pattern NOTICE =
      Pattern.compile("^(\\S+:\\S+) +(\\S+) +https://\\S+$", Pattern.MULTILINE);

  private static JarFile jar;

  /** By name, the version. */
  private static final TreeMap<String, String> parts = new TreeMap<>();

  /** By name, the licences. */
  private static final TreeMap<String, List<String>> licences = new TreeMap<>();

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile("target/rollup.jar");
    assumeTrue(
        jar.getEntry(PARTS) != null || "true".equals(System.getenv("CI")),
        "built offline: the list of parts is only made online");
    for (var part : new ObjectMapper().readTree(text(PARTS)).get("components")) {
      String name = part.get("group").asText() + ":" + part.get("name").asText();
      parts.put(name, part.get("version").asText());
      licences.put(
          name,
          StreamSupport.stream(part.get("licenses").spliterator(), false)
              .map(each -> each.at("/license/id"))
              .map(JsonNode::asText)
              .toList());
    }
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void the_list_of_parts_has_all_that_the_jar_says_of_itself() throws IOException {
    var inside = new TreeMap<String, String>();
    for (var entry : jar.stream().filter(e -> e.getName().endsWith("/pom.properties")).toList()) {
      var said = new Properties();
      try (var in = jar.getInputStream(entry)) {
        said.load(in);
      }
      inside.put(
          said.getProperty("groupId") + ":" + said.getProperty("artifactId"),
          said.getProperty("version"));
    }
    inside.remove("dev.rollup:rollup");

    assertThat(inside).hasSizeGreaterThan(9);
    assertThat(parts).containsAllEntriesOf(inside);
  }

  @Test
  void the_list_of_parts_has_all_that_the_build_asks_for() throws IOException {
    var asked = new ArrayList<String>();
    // What a plugin depends on goes into no jar.
    String pom = Files.readString(Path.of("pom.xml")).replaceAll("(?s)<plugin>.*?</plugin>", "");
    var each = Pattern.compile("(?s)<dependency>(.*?)</dependency>").matcher(pom);
    while (each.find()) {
      String scope = inside(each.group(1), "scope");
      if (scope.isEmpty() || scope.equals("runtime")) {
        asked.add(inside(each.group(1), "groupId") + ":" + inside(each.group(1), "artifactId"));
      }
    }

    assertThat(asked).hasSizeGreaterThan(7);
    assertThat(parts.keySet()).containsAll(asked);
  }

  @Test
  void the_notice_names_every_part_with_one_of_its_licences() throws IOException {
    var named = new TreeMap<String, String>();
    var line = NOTICE.matcher(text("META-INF/THIRD-PARTY.txt"));
    while (line.find()) {
      named.put(line.group(1), line.group(2));
    }

    assertThat(named.keySet()).isEqualTo(parts.keySet());
    named.forEach((part, licence) -> assertThat(licences.get(part)).as(part).contains(licence));
  }

  @Test
  void licences_and_notices_of_others_are_passed_on() throws IOException {
    var kept = new TreeSet<String>();
    jar.stream()
        .map(entry -> entry.getName().split("/", -1))
        .filter(path -> path.length == 4 && path[1].equals("licenses") && !path[3].isEmpty())
        .forEach(path -> kept.add(path[2] + "/" + path[3]));

    assertThat(kept)
        .contains(
            "slf4j-api-" + parts.get("org.slf4j:slf4j-api") + "-jar/LICENSE.txt",
            "poi-" + parts.get("org.apache.poi:poi") + "-jar/NOTICE",
            "commons-math3-" + parts.get("org.apache.commons:commons-math3") + "-jar/LICENSE.txt");
    assertThat(text("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
  }

  @Test
  void the_list_of_parts_holds_nothing_of_the_run_that_wrote_it() throws IOException {
    JsonNode list = new ObjectMapper().readTree(text(PARTS));

    assertThat(list.has("serialNumber")).isFalse();
    assertThat(list.at("/metadata").has("timestamp")).isFalse();
  }

  private static String inside(String xml, String name) {
    var found = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(xml);
    return found.find() ? found.group(1) : "";
  }

  private static String text(String name) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
