package dev.rollup.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.finding.Argument;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.FindingCode.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page {@code docs/findings.md} says what the catalogue and the bundles say. {@code
 * -Drollup.page=write} writes it anew.
 */
class FindingsPageTest {

  private static final Path PAGE = Path.of("docs/findings.md");
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  /** What no return can bring about by itself; the tests of their classes show them. */
  private static final List<FindingCode> WITHOUT_CASE =
      List.of(FindingCode.INTERNAL_ERROR, FindingCode.UNREADABLE);

  private static final Map<Kind, String> HEADINGS =
      Map.of(
          Kind.CONVERSION, "Numbers that were read although they were not plain",
          Kind.EXCLUSION, "Numbers that are in no total",
          Kind.FILE, "Files",
          Kind.FORM, "The form beside its numbers",
          Kind.QUESTION, "What is asked about",
          Kind.RETURN, "Which returns count",
          Kind.SIDE_FILE, "What the clerk keeps beside the returns");

  @Test
  void the_page_says_what_the_program_says() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("rollup.page"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("run with -Drollup.page=write").isEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void every_argument_of_a_code_is_said_in_every_language(FindingCode code) throws IOException {
    for (Language language : Language.values()) {
      Properties texts = texts(language);
      var said = new TreeSet<String>();
      for (var key : texts.stringPropertyNames()) {
        if (key.startsWith("finding." + code.id() + ".")) {
          NAME.matcher(texts.getProperty(key)).results().forEach(each -> said.add(each.group(1)));
        }
      }
      said.remove("field");
      // What a rule says stands in the template; what takes its place is in the bundle.
      assertThat(said)
          .as("%s in %s", code.id(), language)
          .containsAll(
              code.arguments().stream()
                  .filter(name -> !isKey(code, name))
                  .map(Argument::word)
                  .toList());
    }
  }

  /** Tells whether an argument chooses among texts, or is worded with another. */
  private static boolean isKey(FindingCode code, Argument name) {
    return switch (code) {
      case SUPERSEDED -> name == Argument.PRECEDENCE;
      case UNSUPPORTED_FORMAT -> name == Argument.PROGRAM;
      case CORRECTED -> name == Argument.NOTES;
      case SIDE_FILE_LINE -> name == Argument.NAME || name == Argument.OTHER;
      // The texts of rules are in templates.
      case RULE_VIOLATED -> name == Argument.ROW || name == Argument.UNIT;
      default -> false;
    };
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void every_code_has_a_case(FindingCode code) throws IOException {
    if (WITHOUT_CASE.contains(code)) {
      return;
    }
    try (var files = Files.walk(Path.of("src/test/cases"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> file.toString().matches(".*\\.(?:json|txt|yaml|yml|md|csv)"))
                  .anyMatch(file -> says(file, code.id())))
          .as(code.id())
          .isTrue();
    }
  }

  private static boolean says(Path file, String word) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8)
          .contains(word);
    } catch (IOException e) {
      return false;
    }
  }

  private static Properties texts(Language language) throws IOException {
    var texts = new Properties();
    try (var in =
        Files.newBufferedReader(
            Path.of("src/main/resources/dev/rollup/messages", language.code() + ".properties"))) {
      texts.load(in);
    }
    return texts;
  }

  private static String page() throws IOException {
    Properties chinese = texts(Language.ZH);
    Properties english = texts(Language.EN);
    var lines = new ArrayList<String>();
    lines.add("# What can be found");
    lines.add("");
    lines.add(
        "Made from the catalogue (`finding/FindingCode`) and the bundles; `rollup explain CODE` says the same. In a message");
    lines.add(
        "`{field}` is the blank in the form's words, the other names are the finding's arguments.");
    for (Kind kind : Kind.values()) {
      lines.add("");
      lines.add("## " + HEADINGS.get(kind));
      lines.add("");
      lines.add("| code | severity | message | 说明 | what to do | 处理 |");
      lines.add("| --- | --- | --- | --- | --- | --- |");
      for (FindingCode code : FindingCode.values()) {
        if (code.kind() == kind) {
          String key = "finding." + code.id() + ".";
          lines.add(
              List.of(
                      "`" + code.id() + "`",
                      code == FindingCode.RULE_VIOLATED
                          ? "of the rule"
                          : code.severity().name().toLowerCase(Locale.ROOT),
                      cell(english.getProperty(key + "message")),
                      cell(chinese.getProperty(key + "message")),
                      cell(english.getProperty(key + "hint")),
                      cell(chinese.getProperty(key + "hint")))
                  .stream()
                  .collect(Collectors.joining(" | ", "| ", " |")));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String cell(String text) {
    return text.replace("''", "'").replace("|", "\\|").replace("\n", " ");
  }
}
