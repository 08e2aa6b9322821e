package dev.rollup.cli;

import dev.rollup.finding.Mistake;
import dev.rollup.run.ReviewFile;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup schema infer}: finds the blanks of a form that nobody has described yet. */
@Command(
    name = "infer",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaInferCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "BLANK", descriptionKey = "option.infer-blank")
  private Path blank;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "option.infer-out")
  private Path out;

  @Option(names = "--force", descriptionKey = "option.infer-force")
  private boolean force;

  SchemaInferCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    Blank found = TemplateChoice.infer(blank);
    TemplateChoice.write(found, TemplateChoice.id(out), out, force);
    ReviewFile.Written review = ReviewFile.write(found, out, console.messages());
    if (!common.quiet) {
      console.line(
          "schema.inferred",
          String.valueOf(found.bindings().size()),
          String.valueOf(found.header().size()),
          String.valueOf(found.relations().size()));
      for (Binding binding : found.unsure()) {
        console.line(
            "schema.unsure",
            binding.id(),
            Printable.of(binding.at().toString()),
            Printable.of(binding.label()));
      }
      if (found.header().stream().noneMatch(each -> each.role().equals("unit"))) {
        console.line("schema.no-unit");
      }
      console.line("print.written", Printable.of(out.toString()));
      console.line("print.written", Printable.of(review.file().toString()));
      kept(review, console);
    }
    if (!found.unsure().isEmpty()) {
      console
          .err()
          .println(
              Printable.of(
                  console
                      .messages()
                      .text(
                          "schema.look-over",
                          String.valueOf(found.unsure().size()),
                          review.file().toString(),
                          out.toString())));
    }
    return found.unsure().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  /** Says where the review is kept that a person had changed. */
  static void kept(ReviewFile.Written review, Console console) {
    review
        .kept()
        .ifPresent(
            other ->
                console.line(
                    "print.kept",
                    Printable.of(review.file().getFileName().toString()),
                    Printable.of(other.getFileName().toString())));
  }
}
