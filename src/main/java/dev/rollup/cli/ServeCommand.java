package dev.rollup.cli;

import dev.rollup.config.Setting;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.run.Merge;
import dev.rollup.run.WorkFolder;
import dev.rollup.serve.Server;
import dev.rollup.serve.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rollup serve}: the same work on a page of this machine, for who does not type. */
@Command(
    name = "serve",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

  private static final String FOLDER = "rollup-serve";
  private static final int MAX_PORT = 65_535;

  private final Console console;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "option.work-folder")
  private Optional<Path> dir;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0", descriptionKey = "option.port")
  private int port;

  @Option(
      names = "--open",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      descriptionKey = "option.open")
  private boolean open;

  ServeCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Mistake, IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new CommandLine.ParameterException(spec.commandLine(), "port-range");
    }
    var workFolder =
        new WorkFolder(
            dir.orElseGet(() -> Path.of(System.getProperty("user.home")).resolve(FOLDER)));
    workFolder.prepare(common.template, console.messages());
    var talk =
        new Console(
            console.out(),
            console.err(),
            console.clock(),
            messages(workFolder),
            console.terminal());
    try (Server server = start(workFolder, talk)) {
      console.out().println(server.address());
      console.out().flush();
      if (!common.quiet) {
        String folder = Printable.of(workFolder.folder().toString());
        console.err().println(talk.messages().text("serve.started", folder));
      }
      Optional<PageOpener> opener =
          open
              ? Optional.of(PageOpener.at(server.address(), workFolder.folder(), talk))
              : Optional.empty();
      try {
        server.await();
      } finally {
        if (opener.isPresent()) {
          opener.get().close();
        }
      }
    }
    return ExitStatus.DONE;
  }

  private Server start(WorkFolder workFolder, Console talk) throws Mistake {
    try {
      return Server.start(workFolder, work(workFolder, talk), talk.messages(), port);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "serve.port", String.valueOf(port));
    }
  }

  /** The folder's own language, unless another one is asked for: as a merge in it would speak. */
  private Messages messages(WorkFolder workFolder) throws Mistake {
    if (spec.commandLine().getParseResult().hasMatchedOption("--lang")) {
      return console.messages();
    }
    Optional<String> told = settings(workFolder).value(Setting.LANG).map(Settings.Value::text);
    return Arrays.stream(Language.values())
        .filter(language -> Optional.of(language.code()).equals(told))
        .filter(language -> language != console.messages().language())
        .findFirst()
        .map(Messages::new)
        .orElse(console.messages());
  }

  private Settings settings(WorkFolder workFolder) throws Mistake {
    return Settings.of(
        new Glance(spec, Map.of(SettingsOption.NAME, workFolder.settings().toString()), List.of()),
        environment);
  }

  private Work work(WorkFolder workFolder, Console talk) {
    return new Work() {
      @Override
      public Merge.Request request(boolean allowFewer) throws Mistake {
        return ServeCommand.this.request(workFolder, talk, allowFewer);
      }

      @Override
      public LocalDate today() {
        return LocalDate.now(talk.clock());
      }
    };
  }

  /** Returns what {@code rollup merge} in the folder would be asked for. */
  private Merge.Request request(WorkFolder workFolder, Console talk, boolean allowFewer)
      throws Mistake {
    Settings settings = settings(workFolder);
    var merge = new MergeCommand(talk);
    var arguments = new ArrayList<>(List.of(SettingsOption.NAME, workFolder.settings().toString()));
    if (settings.value(Setting.OUT).isEmpty()) {
      arguments.addAll(List.of("--out", workFolder.folder().resolve(WorkFolder.OUT).toString()));
    }
    if (allowFewer) {
      arguments.add("--allow-fewer");
    }
    if (settings.value(Setting.SUBMISSIONS).isEmpty()) {
      arguments.add(workFolder.folder().resolve(WorkFolder.SUBMISSIONS).toString());
    }
    new CommandLine(merge)
        .setResourceBundle(talk.messages().asResourceBundle())
        .setDefaultValueProvider(settings)
        .parseArgs(arguments.toArray(String[]::new));
    return merge.request();
  }
}
