package dev.rollup.cli;

import dev.rollup.finding.Mistake;
import dev.rollup.run.NewEdition;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code rollup schema diff}: says what a new edition of a form changes, and keeps the ids of the
 * old one.
 */
@Command(
    name = "diff",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaDiffCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "option.diff-old")
  private String old;

  @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "option.diff-new")
  private String recent;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.diff-out")
  private @Nullable Path out;

  SchemaDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    var both = new NewEdition(old, recent);
    new EditionList(console, both.edition()).print();
    if (both.edition().same() && !common.quiet) {
      console.line("schema.diff.none");
    }
    if (out != null) {
      List<String> left = both.write(out);
      if (!common.quiet) {
        console.line("print.written", Printable.of(out.toString()));
      }
      if (!left.isEmpty()) {
        console
            .err()
            .println(console.messages().text("schema.diff.left-out", String.join(", ", left)));
      }
    }
    return both.edition().same() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
