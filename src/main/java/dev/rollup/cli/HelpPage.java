package dev.rollup.cli;

import dev.rollup.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out the options of a command by what they are about, where there are many. */
final class HelpPage {

  /** As many are read in one list. */
  private static final int FEW = 9;

  private static final String REST = "run";

  /** By what they are about; all others are about the run. */
  private static final Map<String, List<String>> GROUPS = groups();

  private final Messages messages;

  private HelpPage(Messages messages) {
    this.messages = messages;
  }

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put(
        "input",
        List.of(
            "--template",
            "--units",
            "--received",
            "--confirmations",
            "--corrections",
            "--compare",
            "--config"));
    groups.put(
        "head",
        List.of(
            "--district",
            "--contact",
            "--phone",
            "--date",
            "--deadline",
            "--resubmit-by",
            "--as-of"));
    groups.put("judgement", List.of("--strict", "--on-duplicate", "--allow-fewer", "--fail-on"));
    groups.put(
        "output", List.of("--out", "--unit", "--slips", "--narrative", "--format", "--force"));
    groups.put(REST, List.of());
    return groups;
  }

  /** Lays out the help of a command and of all below it. */
  static void layOut(CommandLine line, Messages messages) {
    var page = new HelpPage(messages);
    // All of them in one sentence say nothing.
    line.getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(line.getCommandSpec().options().size() > FEW);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, page::heading);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, page::options);
    line.getSubcommands().values().forEach(each -> layOut(each, messages));
  }

  private static boolean isLong(Help help) {
    return help.commandSpec().options().size() > FEW;
  }

  private String heading(Help help) {
    return isLong(help) ? "" : help.optionListHeading();
  }

  private String options(Help help) {
    if (!isLong(help)) {
      return help.optionList();
    }
    Map<String, List<OptionSpec>> byGroup = new LinkedHashMap<>();
    GROUPS.keySet().forEach(group -> byGroup.put(group, new ArrayList<>()));
    for (var option : help.commandSpec().options()) {
      String group =
          GROUPS.entrySet().stream()
              .filter(each -> each.getValue().contains(option.longestName()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(REST);
      byGroup.getOrDefault(group, new ArrayList<>()).add(option);
    }
    var text = new StringBuilder();
    for (var group : byGroup.entrySet()) {
      if (!group.getValue().isEmpty()) {
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(group.getValue(), help.createDefaultParamLabelRenderer());
        text.append(System.lineSeparator())
            .append(messages.text("help.group." + group.getKey()))
            .append(System.lineSeparator())
            .append(layout);
      }
    }
    return text.toString();
  }
}
