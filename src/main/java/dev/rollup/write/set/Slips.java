package dev.rollup.write.set;

import dev.rollup.finding.Mistake;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.Output;
import dev.rollup.report.UnitIssues;
import dev.rollup.template.Template;
import dev.rollup.write.letter.GroupLetter;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.letter.SlipNames;
import dev.rollup.write.letter.SlipWorkbook;
import dev.rollup.write.letter.UnitLetter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The folder {@code slips/}: what goes back to the units. For each unit with something to correct
 * or to confirm a form and a message, for each of which nothing came a message, and messages to all
 * units of a kind.
 */
public final class Slips {

  /** What editors on Chinese desktops take for UTF-8 without being told. */
  private static final String MARK = "\uFEFF";

  private final Template template;
  private final Messages messages;
  private final Sender sender;
  private final UnitLetter letter;

  /** The slips of one run. */
  public Slips(Template template, Messages messages, Sender sender) {
    this.template = template;
    this.messages = messages;
    this.sender = sender;
    this.letter =
        new UnitLetter(
            sender, messages, new FindingText(messages, template), UnitLetter.Place.SLIP);
  }

  /** Stages every slip. */
  public void stage(Report report, OutputSet.Part outputs) throws Mistake {
    var names = new SlipNames(report, letter, messages);
    for (var unit : report.units()) {
      stage(unit, names, outputs);
    }
    for (var letters : new GroupLetter(sender, messages).all(report)) {
      String group = letters.group().isEmpty() ? messages.text("slip.all") : letters.group();
      stage(outputs, names.group(letters.kind(), group), String.join("\n\n", letters.texts()));
    }
  }

  private void stage(UnitResult unit, SlipNames names, OutputSet.Part outputs) throws Mistake {
    UnitIssues issues = UnitIssues.of(unit);
    Optional<String> text = letter.of(unit, issues);
    if (text.isEmpty()) {
      return;
    }
    Optional<String> form = names.form(unit);
    if (form.isPresent()) {
      outputs.stage(
          Output.SLIPS.fileName() + "/" + form.get(),
          out -> out.write(SlipWorkbook.of(template, messages, letter, issues)));
    }
    stage(outputs, names.message(unit.unit()), text.get());
  }

  private static void stage(OutputSet.Part outputs, String name, String text) throws Mistake {
    byte[] bytes = (MARK + text.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
    outputs.stage(
        Output.SLIPS.fileName() + "/" + name + ".txt", (OutputStream out) -> out.write(bytes));
  }
}
