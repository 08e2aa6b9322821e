package dev.rollup.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is seen of a command line before it is parsed: defaults depend on the folders that it names,
 * and what is wrong with it is told in the language that it asks for.
 *
 * @param command the command that is meant
 * @param options the values that options are given, by their longest names; empty for flags
 * @param operands what is no option and no value of one
 */
record Glance(CommandSpec command, Map<String, String> options, List<String> operands) {

  static Glance at(CommandLine line, String... args) {
    CommandSpec command = line.getCommandSpec();
    var options = new LinkedHashMap<String, String>();
    var operands = new ArrayList<String>();
    boolean onlyOperands = false;
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (onlyOperands || !arg.startsWith("-") || arg.length() == 1) {
        CommandLine further = operands.isEmpty() ? command.subcommands().get(arg) : null;
        if (further == null) {
          operands.add(arg);
        } else {
          command = further.getCommandSpec();
        }
      } else if (arg.equals("--")) {
        onlyOperands = true;
      } else {
        int equals = arg.indexOf('=');
        OptionSpec option = command.optionsMap().get(equals < 0 ? arg : arg.substring(0, equals));
        if (option == null) {
          continue;
        }
        boolean next = equals < 0 && option.arity().min() > 0 && i + 1 < args.length;
        options.put(
            option.longestName(), next ? args[++i] : equals < 0 ? "" : arg.substring(equals + 1));
      }
    }
    return new Glance(command, options, operands);
  }

  /** Tells whether a command is to be run that settings are for. */
  boolean readsSettings() {
    return command.findOption(SettingsOption.NAME) != null
        && !options.containsKey("--help")
        && !options.containsKey("--version");
  }

  /** Returns the value of an option, if it is given one. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
