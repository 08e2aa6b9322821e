package dev.rollup.cli;

import ch.qos.logback.classic.Level;
import dev.rollup.config.Setting;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.messages.MistakeText;
import dev.rollup.text.Misspelling;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole program, with its streams and its clock handed in. */
public final class Rollup {

  private static final Set<String> VERSION = Set.of("--version", "-V");

  private Rollup() {}

  /**
   * Runs one command.
   *
   * @param args the arguments of the command line
   * @param out takes the result
   * @param err takes everything else
   * @return the exit status
   */
  public static int run(String[] args, PrintStream out, PrintStream err, Clock clock) {
    return run(args, out, err, clock, Messages::new);
  }

  /** As {@link #run(String[], PrintStream, PrintStream, Clock)}, with other words. */
  public static int run(
      String[] args,
      PrintStream out,
      PrintStream err,
      Clock clock,
      Function<Language, Messages> words) {
    return run(args, out, err, clock, words, System.getenv());
  }

  /** As {@link #run(String[], PrintStream, PrintStream, Clock)}, with everything handed in. */
  public static int run(
      String[] args,
      PrintStream out,
      PrintStream err,
      Clock clock,
      Function<Language, Messages> words,
      Map<String, String> environment) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      // Asked by scripts, often, and needs nothing of all that follows.
      for (var line : new Version().getVersion()) {
        out.println(line);
      }
      return out.checkError() ? ExitStatus.FILES : ExitStatus.DONE;
    }
    Optional<Language> asked = language(args, environment);
    var console =
        new Console(out, err, clock, words.apply(asked.orElse(Language.ZH)), Terminal.current());
    if (List.of(args).contains("-v") || List.of(args).contains("--verbose")) {
      rootLogger().setLevel(Level.DEBUG);
    }
    Optional<NameEncoding> mangling =
        NameEncoding.current().filter(names -> names.mangles(List.of(args)));
    if (mangling.isPresent()) {
      return failure(
          new Mistake(Mistake.Kind.USAGE, "names-mangled", mangling.get().name()), console);
    }
    CommandLine line = commands(console, args, environment);
    try {
      Glance glance = Glance.at(line, args);
      if (glance.readsSettings()) {
        Settings settings = settings(glance, environment);
        Language told =
            settings.value(Setting.LANG).flatMap(v -> language(v.text())).orElse(Language.ZH);
        if (asked.isEmpty() && told != console.messages().language()) {
          console = new Console(out, err, clock, words.apply(told), console.terminal());
          line = commands(console, args, environment);
        }
        line.setDefaultValueProvider(settings);
      }
    } catch (Mistake | RuntimeException e) {
      return failure(e, console);
    }
    try {
      int status = line.execute(args);
      if (out.checkError()) {
        // A result that did not arrive is no result.
        err.println(console.messages().text("mistake.result-lost"));
        return ExitStatus.FILES;
      }
      return status;
    } catch (Error e) {
      return failure(e, console);
    }
  }

  /**
   * What is wrong with the settings ends a command, but not the one that looks for what is wrong.
   */
  private static Settings settings(Glance glance, Map<String, String> environment) throws Mistake {
    Object command = glance.command().userObject();
    if (command instanceof DoctorCommand && DoctorCommand.mangling().isPresent()) {
      return Settings.NONE;
    }
    try {
      return Settings.of(glance, environment);
    } catch (Mistake e) {
      if (command instanceof DoctorCommand doctor) {
        doctor.tell(e);
        return Settings.NONE;
      }
      throw e;
    }
  }

  /**
   * Returns the command line. To look at a command takes time: where one is named, it is the only
   * one that is looked at, unless it is about the others.
   */
  private static CommandLine commands(
      Console console, String[] args, Map<String, String> environment) {
    Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    all.put("merge", () -> new CommandLine(new MergeCommand(console)));
    all.put("validate", () -> new CommandLine(new ValidateCommand(console)));
    all.put("template", () -> new CommandLine(new TemplateCommand(console)));
    all.put("explain", () -> new CommandLine(new ExplainCommand(console)));
    all.put("serve", () -> new CommandLine(new ServeCommand(console, environment)));
    all.put("series", () -> new CommandLine(new SeriesCommand(console)));
    all.put("init", () -> new CommandLine(new InitCommand(console)));
    all.put("config", () -> new CommandLine(new ConfigCommand(console)));
    all.put("doctor", () -> new CommandLine(new DoctorCommand(console)));
    all.put("schema", () -> schema(console));
    Supplier<CommandLine> named = args.length == 0 ? null : all.get(args[0]);
    var line = new CommandLine(new RollupCommand());
    if (named != null) {
      line.addSubcommand(named.get());
    } else {
      all.values().forEach(each -> line.addSubcommand(each.get()));
      line.addSubcommand(new CompletionCommand(console));
      line.addSubcommand(new HelpCommand(console));
    }
    HelpPage.layOut(line, console.messages());
    return line.setResourceBundle(console.messages().asResourceBundle())
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, arguments) -> usageError(e, console))
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e, console));
  }

  private static CommandLine schema(Console console) {
    return new CommandLine(new SchemaCommand())
        .addSubcommand(new SchemaInferCommand(console))
        .addSubcommand(new SchemaShowCommand(console))
        .addSubcommand(new SchemaExportCommand(console))
        .addSubcommand(new SchemaImportCommand(console))
        .addSubcommand(new SchemaDiffCommand(console))
        .addSubcommand(new SchemaCheckCommand(console));
  }

  /** The language is needed before the command line is parsed: errors in it are told in it. */
  private static Optional<Language> language(String[] args, Map<String, String> environment) {
    for (int i = 0; i < args.length; i++) {
      String value =
          args[i].startsWith("--lang=")
              ? args[i].substring("--lang=".length())
              : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : "";
      if (language(value).isPresent()) {
        return language(value);
      }
    }
    return Optional.ofNullable(environment.get(Setting.LANG.variable()))
        .flatMap(value -> language(value.strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Language> language(String code) {
    return Arrays.stream(Language.values()).filter(any -> any.code().equals(code)).findFirst();
  }

  private static ch.qos.logback.classic.Logger rootLogger() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  private static int usageError(ParameterException e, Console console) {
    console.err().println(Printable.of(words(e, console)));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println(console.messages().text("usage.help", command));
    return ExitStatus.USAGE;
  }

  private static String words(ParameterException e, Console console) {
    var messages = console.messages();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      return meant(argument, e.getCommandLine())
          .map(meant -> messages.text("usage.unknown-suggest", argument, meant))
          .orElseGet(() -> messages.text("usage.unknown", argument));
    }
    if (e instanceof MissingParameterException missing) {
      String names =
          String.join(
              " ",
              missing.getMissing().stream()
                  .map(
                      argument ->
                          argument.isOption()
                              ? ((OptionSpec) argument).longestName()
                              : argument.paramLabel())
                  .toList());
      return messages.text("usage.missing", names);
    }
    if (e.getArgSpec() != null) {
      String name =
          e.getArgSpec() instanceof OptionSpec option
              ? option.longestName()
              : e.getArgSpec().paramLabel();
      return messages.text(
          "usage.bad-value",
          name,
          e.getValue() == null ? "" : e.getValue(),
          e.getArgSpec().paramLabel());
    }
    String message = String.valueOf(e.getMessage());
    return messages.has("usage." + message) ? messages.text("usage." + message) : message;
  }

  /** Returns the option or the command that was meant, where one is near enough. */
  private static Optional<String> meant(String argument, CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    return argument.startsWith("-")
        ? Misspelling.of(
            argument.replaceFirst("=.*", ""),
            command.options().stream().map(OptionSpec::longestName).toList())
        : Misspelling.of(argument, command.subcommands().keySet());
  }

  /** Says what is wrong, and what else is. */
  private static void tell(Mistake mistake, Console console) {
    console.err().println(Printable.of(MistakeText.of(mistake, console.messages())));
    for (var other : mistake.getSuppressed()) {
      if (other instanceof Mistake more) {
        tell(more, console);
      }
    }
  }

  private static int failure(Throwable e, Console console) {
    if (e instanceof Mistake mistake) {
      tell(mistake, console);
      return ExitStatus.of(mistake);
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      Throwable cause =
          e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
      tell(new Mistake(Mistake.Kind.FILES, "io", String.valueOf(cause.getMessage())), console);
      return ExitStatus.FILES;
    }
    LoggerFactory.getLogger(Rollup.class).error("", e);
    console
        .err()
        .println(console.messages().text("bug", e.toString().lines().findFirst().orElse("")));
    return ExitStatus.BUG;
  }
}
