package dev.rollup.cli;

import dev.rollup.finding.Mistake;
import dev.rollup.infer.Inference;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup schema infer}: finds the blanks of a form that nobody has described yet. */
@Command(name = "infer", mixinStandardHelpOptions = true, versionProvider = Version.class)
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

  SchemaInferCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake {
    Inference inference = TemplateChoice.infer(blank);
    try {
      Files.write(out, TemplateChoice.json(inference, TemplateChoice.id(out)));
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
    if (!common.quiet) {
      console.line(
          "schema.inferred",
          String.valueOf(inference.blank().bindings().size()),
          String.valueOf(inference.blank().header().size()),
          String.valueOf(inference.blank().relations().size()));
      for (Binding binding : inference.blank().bindings()) {
        for (var doubt : inference.doubts().getOrDefault(binding.id(), java.util.List.of())) {
          console.line(
              "schema.unsure",
              binding.id(),
              Printable.of(binding.at().toString()),
              Printable.of(binding.label()),
              console
                  .messages()
                  .text("schema.doubt." + doubt.name().toLowerCase(java.util.Locale.ROOT)));
        }
      }
      console.line("print.written", Printable.of(out.toString()));
    }
    return inference.sure() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
