package dev.rollup.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollup.cli.Rollup;
import dev.rollup.messages.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every folder below {@code src/test/cases} through the real command line and compares all
 * that comes of it, to the last finding, with its {@code expected.txt}. How a case is written
 * stands in {@code src/test/cases/README.md}. With {@code -Drollup.case=NAME} one runs alone; with
 * {@code -Drollup.cases=write} the expectations are written anew, to be read before they are
 * committed.
 */
@Tag("slow")
@Order(8)
class CasesTest {

  private static final Path CASES = Path.of("src/test/cases");
  private static final boolean WRITE = "write".equals(System.getProperty("rollup.cases"));
  private static final String ONLY = System.getProperty("rollup.case");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Path EXAMPLES = CASES.resolve("said.txt");

  @TempDir Path temporary;

  private final Keys keys = new Keys();

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> folders;
    try (var list = Files.list(CASES)) {
      folders =
          list.filter(Files::isDirectory)
              .filter(folder -> ONLY == null || folder.getFileName().toString().equals(ONLY))
              .sorted()
              .toList();
    }
    assertThat(folders).as("cases").isNotEmpty();
    Stream<DynamicTest> all =
        folders.stream()
            .map(
                folder ->
                    DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
    return ONLY != null
        ? all
        : Stream.concat(all, Stream.of(DynamicTest.dynamicTest("said", this::compareExamples)));
  }

  /** Every text that the cases came to say stands once, in both languages. */
  private void compareExamples() throws IOException {
    String actual = keys.examples(temporary + "/");
    if (WRITE) {
      Files.writeString(EXAMPLES, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(EXAMPLES));
  }

  private void run(Path folder) throws IOException {
    Path work = temporary.resolve(folder.getFileName());
    Files.createDirectories(work);
    if (Files.exists(folder.resolve("files"))) {
      copy(folder.resolve("files"), work);
    }
    if (Files.exists(folder.resolve("returns.csv"))) {
      CaseInputs.write(folder.resolve("returns.csv"), work);
    }
    var actual = new StringBuilder();
    boolean inWords = Files.exists(folder.resolve("in-words"));
    for (var command : Files.readAllLines(folder.resolve("command"))) {
      actual.append(execute(command, work, inWords));
    }
    Path expected = folder.resolve("expected.txt");
    if (WRITE) {
      Files.writeString(expected, actual);
    }
    assertThat(actual.toString()).isEqualTo(Files.readString(expected));
  }

  private String execute(String command, Path work, boolean inWords) throws IOException {
    String[] args =
        Arrays.stream(command.split(" "))
            .map(arg -> arg.replaceFirst("^\\./", work.toString() + "/"))
            .toArray(String[]::new);
    if (args[0].equals("edit")) {
      EditedByHand.edit(Path.of(args[1]), args[2], args.length > 3 ? args[3] : "");
      return "$ " + command + "\n";
    }
    if (args[0].equals("copy")) {
      Files.copy(Path.of(args[1]), Path.of(args[2]));
      return "$ " + command + "\n";
    }
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var clock = Clock.fixed(Instant.parse("2023-07-01T00:00:00Z"), ZoneOffset.UTC);
    int status =
        Rollup.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            clock,
            inWords ? Messages::new : keys::in);
    var text = new StringBuilder("$ rollup " + command + "\nexit " + status + "\n");
    String printed = out.toString(StandardCharsets.UTF_8);
    if (args[0].equals("validate") && command.contains("--format json")) {
      text.append(validation(JSON.readTree(printed)));
    } else {
      printed
          .lines()
          .map(line -> inWords ? line : line.replaceAll("(?<=\\S) {2,}", " "))
          .forEach(line -> text.append("out| ").append(line).append('\n'));
    }
    err.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> text.append("err| ").append(line).append('\n'));
    Path report = work.resolve("out/validation-report.json");
    if (args[0].equals("merge") && Files.exists(report)) {
      JsonNode result = JSON.readTree(report.toFile());
      if (!inWords) {
        withoutWordsOfRules(text, result);
      }
      text.append(report(result));
      if (command.contains("--slips")) {
        text.append(slips(work.resolve("out/slips")));
      }
    }
    String all = text.toString().replace(work.toString() + "/", "./");
    return inWords ? all : Keys.brief(all);
  }

  /** What the template says of a broken rule is told by the rule's name. */
  private static void withoutWordsOfRules(StringBuilder printed, JsonNode report) {
    String text = printed.toString();
    for (var finding : report.findValues("findings").stream().flatMap(CasesTest::each).toList()) {
      String message = finding.get("message").asText();
      if (!finding.get("rule").isNull() && !message.startsWith("⟨")) {
        text = text.replace(message, "⟨" + finding.get("rule").asText() + "⟩");
      }
    }
    printed.setLength(0);
    printed.append(text);
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The names of all slips, and what the messages say. */
  private static String slips(Path folder) throws IOException {
    var text = new StringBuilder();
    try (var list = Files.list(folder)) {
      for (var slip : list.sorted().toList()) {
        text.append("slip ").append(slip.getFileName()).append('\n');
        if (slip.toString().endsWith(".txt")) {
          Files.readString(slip)
              .replace("\uFEFF", "")
              .lines()
              .forEach(line -> text.append("  ").append(line).append('\n'));
        }
      }
    }
    return text.toString();
  }

  private static String report(JsonNode report) {
    var text = new StringBuilder();
    report.get("files").forEach(file -> text.append(file(file)));
    for (var unit : report.get("units")) {
      text.append(
          "unit %s %s %s %s%n"
              .formatted(
                  unit.get("id").asText(),
                  unit.get("state").asText(),
                  unit.get("timeliness").asText(),
                  unit.get("file").asText()));
    }
    report
        .get("totals")
        .properties()
        .forEach(
            total -> {
              var value = total.getValue();
              if (value.get("counted").asInt() + value.get("excluded").asInt() > 0) {
                text.append(
                    "total %s = %s of %s%s%n"
                        .formatted(
                            total.getKey(),
                            value.get("value").asText(),
                            counters(value),
                            counters(value).equals(counters(value.get("madeOf")))
                                ? ""
                                : "; made of " + counters(value.get("madeOf"))));
              }
            });
    report
        .get("lists")
        .properties()
        .forEach(
            list ->
                list.getValue()
                    .forEach(
                        row ->
                            text.append(
                                "listed %s %s%s %s%n"
                                    .formatted(
                                        list.getKey(),
                                        row.get("unit").asText(),
                                        origin(row.get("origin")),
                                        row.get("values")))));
    for (var finding : report.get("findings")) {
      text.append("batch").append(finding(finding)).append(' ');
      text.append(finding.get("unit").asText()).append('\n');
    }
    return text.toString();
  }

  private static String counters(JsonNode value) {
    return "%d, %d blank, %d excluded"
        .formatted(
            value.get("counted").asInt(),
            value.get("blank").asInt(),
            value.get("excluded").asInt());
  }

  private static String origin(JsonNode origin) {
    return origin.isNull()
        ? ""
        : " from " + origin.get("id").asText() + " " + origin.get("name").asText();
  }

  private static String validation(JsonNode validation) {
    var text = new StringBuilder();
    for (var file : validation.get("files")) {
      text.append(file(file));
      file.get("entries")
          .properties()
          .forEach(
              entry -> {
                var value = entry.getValue();
                if (!value.get("raw").asText("").isEmpty()) {
                  text.append(
                      "  entry %s = %s raw %s note %s at %s%n"
                          .formatted(
                              entry.getKey(),
                              value.get("value").asText(),
                              value.get("raw").asText(),
                              value.get("note").asText(),
                              value.get("cell").asText()));
                }
              });
    }
    return text.toString();
  }

  private static String file(JsonNode file) {
    var text = new StringBuilder();
    text.append(
        "file %s %s %s %s%n"
            .formatted(
                file.get("path").asText(),
                file.get("format").asText(),
                file.get("unit").asText(),
                file.get("status").asText()));
    file.get("findings").forEach(finding -> text.append(' ').append(finding(finding)).append('\n'));
    return text.toString();
  }

  private static String finding(JsonNode finding) {
    String facts =
        Stream.of("severity", "code", "rule", "cell", "field", "raw")
            .map(finding::get)
            .filter(value -> !value.isNull())
            .map(JsonNode::asText)
            .collect(Collectors.joining(" ", " ", ""));
    String message = finding.get("message").asText();
    if (message.startsWith("⟨")) {
      String said = Keys.brief(message).replaceFirst("^⟨" + finding.get("code").asText(), "⟨");
      boolean more = !said.equals("⟨⟩") && !said.equals("⟨│" + finding.get("raw").asText() + "⟩");
      return facts + (more ? " " + said.replaceFirst("^⟨│", "⟨") : "");
    }
    // The words of a rule are the template's.
    return facts + (finding.get("rule").isNull() ? " " + message : "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
