package dev.rollup.write.set;

import dev.rollup.finding.Mistake;
import dev.rollup.merge.Report;
import dev.rollup.merge.UnitResult;
import dev.rollup.merge.UnitState;
import dev.rollup.messages.FindingText;
import dev.rollup.messages.Messages;
import dev.rollup.report.Output;
import dev.rollup.report.UnitIssues;
import dev.rollup.template.Template;
import dev.rollup.write.letter.GroupLetter;
import dev.rollup.write.letter.Sender;
import dev.rollup.write.letter.SlipWorkbook;
import dev.rollup.write.letter.UnitLetter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final Set<String> taken = new HashSet<>();

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
  public void stage(Report report, OutputSet outputs) throws Mistake {
    for (var unit : report.units()) {
      stage(unit, outputs);
    }
    Map<String, List<UnitResult>> groups = new LinkedHashMap<>();
    for (var unit : report.units()) {
      String group = Optional.ofNullable(unit.unit().group()).orElse("");
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(unit);
    }
    var letters = new GroupLetter(sender, messages);
    for (var group : groups.entrySet()) {
      for (var state : List.of(UnitState.MISSING, UnitState.AWAITED)) {
        List<String> texts = letters.of(group.getKey(), group.getValue(), state);
        if (!texts.isEmpty()) {
          String kind =
              state == UnitState.AWAITED
                  ? "reminder"
                  : sender.peers(group.getKey()) ? "request" : "chase";
          String name = group.getKey().isEmpty() ? messages.text("slip.all") : group.getKey();
          String file = messages.text("slip.file." + kind, FileNames.part(name));
          stage(outputs, free(file), String.join("\n\n", texts));
        }
      }
    }
  }

  private void stage(UnitResult unit, OutputSet outputs) throws Mistake {
    UnitIssues issues = UnitIssues.of(unit);
    Optional<String> text = letter.of(unit, issues);
    if (text.isEmpty()) {
      return;
    }
    String name = free(FileNames.part(unit.unit().id()) + "-" + FileNames.part(unit.unit().name()));
    if (unit.state() != UnitState.MISSING) {
      outputs.stage(
          Output.SLIPS.fileName() + "/" + messages.text("slip.file", name) + ".xlsx",
          out -> out.write(SlipWorkbook.of(template, messages, letter, issues)));
    }
    stage(outputs, name, text.get());
  }

  private static void stage(OutputSet outputs, String name, String text) throws Mistake {
    byte[] bytes = (MARK + text.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
    outputs.stage(
        Output.SLIPS.fileName() + "/" + name + ".txt", (OutputStream out) -> out.write(bytes));
  }

  /** Names that differ in case, or in what was replaced, only are one name on some systems. */
  private String free(String name) {
    String free = name;
    for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
      free = name + "-" + n;
    }
    return free;
  }
}
