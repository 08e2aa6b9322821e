package dev.rollup.cli;

import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.run.TemplateChoice;
import dev.rollup.template.Blank;
import dev.rollup.template.Block;
import dev.rollup.template.Relation;
import dev.rollup.template.Template;
import dev.rollup.write.data.BindingsJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollup schema show}: lists the fields of a template, or those that a blank would get. */
@Command(
    name = "show",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaShowCommand implements Callable<Integer> {

  private final Console console;

  @SuppressWarnings("UnusedVariable") // read by picocli, which knows the language by it
  @Mixin
  private CommonOptions common;

  @Parameters(paramLabel = "T.json|BLANK", descriptionKey = "option.schema-file")
  private String file;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.format")
  private ValidateCommand.Format format;

  SchemaShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Mistake, IOException {
    Blank blank = blank(file);
    Set<String> totals =
        blank.relations().stream()
            .filter(Relation::computes)
            .map(Relation::whole)
            .collect(Collectors.toSet());
    if (format == ValidateCommand.Format.json) {
      BindingsJson.write(blank, console.out());
    } else {
      table(blank, totals);
    }
    return ExitStatus.DONE;
  }

  /** Returns the bindings of a template, or of a blank as they are found now. */
  static Blank blank(String file) throws Mistake {
    if (TemplateChoice.isBlank(file)) {
      return TemplateChoice.infer(Path.of(file));
    }
    Template template = TemplateReader.read(file);
    return template
        .blank()
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "template-drawn", template.id()));
  }

  private void table(Blank blank, Set<String> totals) {
    var table = new TextTable();
    for (var block : blank.blocks()) {
      for (var each : block.bindings()) {
        table.row(
            List.of(
                each.id(),
                Printable.of(each.at().toString(rows(block))),
                word(each.type()),
                Printable.of(each.measure().orElse("")),
                word(each.adds()) + (totals.contains(each.id()) ? " =" : ""),
                Printable.of(each.label())));
      }
    }
    table.flushLeft().lines().forEach(console.out()::println);
  }

  private static int rows(Block block) {
    return block instanceof Block.Rows list ? list.rows() : 1;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
