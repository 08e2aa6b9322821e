package dev.rollup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.support.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The manual page {@code docs/rollup.1} says what {@code --help} says of every command. {@code
 * -Drollup.page=write} writes it anew.
 */
@Tag("slow")
class ManualPageTest {

  private static final Path PAGE = Path.of("docs/rollup.1");

  private static final List<String> COMMANDS =
      List.of(
          "init",
          "template",
          "merge",
          "validate",
          "serve",
          "series",
          "config",
          "doctor",
          "explain",
          "schema",
          "schema infer",
          "schema show",
          "schema export",
          "schema import",
          "schema diff",
          "schema check",
          "help",
          "completion");

  @Test
  void the_page_says_what_the_commands_say() throws Exception {
    String page = page();
    if ("write".equals(System.getProperty("rollup.page"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("run with -Drollup.page=write").isEqualTo(page);
  }

  @Test
  void every_command_has_its_part() {
    String usage = help(List.of("help"));
    assertThat(
            usage
                .lines()
                .filter(line -> line.matches("  [a-z]+ {2,}\\S.*"))
                .map(l -> l.strip().split(" ")[0]))
        .isSubsetOf(COMMANDS);
  }

  private static String page() {
    var page = new StringBuilder();
    page.append(".TH ROLLUP 1\n.SH NAME\nrollup \\- ")
        .append(text(new Messages(Language.EN).text("rollup.usage.description")))
        .append("\n.SH SYNOPSIS\n.B rollup\n.I COMMAND\n[\\fIoptions\\fR]\n");
    for (var command : COMMANDS) {
      var words = new ArrayList<>(List.of("help"));
      words.addAll(List.of(command.split(" ")));
      page.append(".SH \"ROLLUP ").append(command.toUpperCase(Locale.ROOT)).append("\"\n");
      page.append(".nf\n");
      help(words).lines().map(ManualPageTest::text).forEach(line -> page.append(line).append('\n'));
      page.append(".fi\n");
    }
    return page.toString();
  }

  private static String help(List<String> words) {
    var all = new ArrayList<>(words);
    all.addAll(List.of("--lang", "en"));
    return CommandRun.of(all.toArray(String[]::new)).said();
  }

  /** A line of a manual page must not begin as a request of it does. */
  private static String text(String line) {
    String plain = line.stripTrailing().replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
