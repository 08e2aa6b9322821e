package dev.rollup.run;

import dev.rollup.clerkfile.RosterReader;
import dev.rollup.config.Setting;
import dev.rollup.config.SettingsEdit;
import dev.rollup.config.SettingsFile;
import dev.rollup.config.TemplateReader;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.write.set.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The folder of a campaign as one works in it without a command line: returns, settings and what
 * the clerk keeps lie in it as plain files, so that {@code rollup merge} in it does the same.
 *
 * @param folder where
 */
public record WorkFolder(Path folder) {

  /** Where returns are put, unless the settings say another place. */
  public static final String SUBMISSIONS = "submissions";

  /** Where the outputs go, unless the settings say another place. */
  public static final String OUT = "rollup-out";

  private static final String REPLACED = "replaced";
  private static final String CONFIRMATIONS = "confirmations.csv";
  private static final String CORRECTIONS = "corrections.csv";

  private static final List<String> FORMS = List.of(".json", ".xlsx", ".xls", ".docx");
  private static final List<String> ROSTERS = List.of("units.csv", "units.xlsx", "units.xls");

  /** What lies in the folder for other reasons. */
  private static final Set<String> NO_FORMS =
      Set.of(SettingsFile.NAME, "units.xlsx", "units.xls", "received.xlsx", "received.xls");

  /** Returns where the settings stand. */
  public Path settings() {
    return folder.resolve(SettingsFile.NAME);
  }

  /**
   * Makes what the folder lacks: itself, the settings, a folder for returns.
   *
   * @param template the form that it begins with
   * @throws Mistake if it cannot be made
   */
  public void prepare(String template, Messages messages) throws Mistake {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(settings())) {
        Map<Setting, String> settings = new LinkedHashMap<>();
        settings.put(Setting.SUBMISSIONS, SUBMISSIONS);
        settings.put(Setting.TEMPLATE, template);
        settings.put(Setting.OUT, OUT);
        settings.put(Setting.CONTACT, "");
        settings.put(Setting.PHONE, "");
        settings.put(Setting.LANG, messages.language().code());
        Files.createDirectories(folder.resolve(SUBMISSIONS));
        WholeFile.write(settings(), SettingsFile.of(settings));
      }
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", folder.toString());
    }
  }

  /**
   * Returns the forms that can be chosen: those that are built in, then the templates and blanks in
   * the folder.
   */
  public List<String> forms() throws Mistake {
    var forms = new ArrayList<>(TemplateReader.BUILT_IN);
    try (var files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(WorkFolder::mayBeForm)
          .sorted()
          .forEach(forms::add);
    } catch (IOException | UncheckedIOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", folder.toString());
    }
    return forms;
  }

  private static boolean mayBeForm(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String stem = lower.replaceFirst("\\.[^.]*$", "");
    return FORMS.stream().anyMatch(lower::endsWith)
        && !NO_FORMS.contains(lower)
        && !stem.endsWith("-review")
        && !lower.startsWith("~$")
        && !lower.startsWith(".");
  }

  /**
   * Chooses the form of the next run.
   *
   * @param form one of {@link #forms}
   * @throws Mistake if there is no such form, it is not sound, or its blanks leave something open
   */
  public void choose(String form, Messages messages) throws Mistake {
    if (!forms().contains(form)) {
      throw new Mistake(Mistake.Kind.FILES, "not-found", form);
    }
    boolean builtIn = TemplateReader.BUILT_IN.contains(form);
    TemplateChoice.read(builtIn ? form : folder.resolve(form).toString(), messages);
    set(Setting.TEMPLATE, form);
  }

  /** Returns the rosters in the folder. */
  public List<Path> rosters() {
    return ROSTERS.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
  }

  /** Returns where rosters are kept that were replaced. */
  public Path replaced() {
    return folder.resolve(REPLACED);
  }

  /**
   * Makes a file the roster; the old one is kept.
   *
   * @param taken the new one, called {@code units} with an ending
   * @throws Mistake if it is no roster, or cannot be put there
   */
  public void takeRoster(Path taken) throws Mistake {
    RosterReader.read(SideFiles.open(taken));
    String name = taken.getFileName().toString();
    String roster = "units" + name.substring(name.lastIndexOf('.'));
    try {
      for (var old : rosters()) {
        Path kept = replaced().resolve(old.getFileName());
        for (int number = 2; Files.exists(kept); number++) {
          kept = replaced().resolve(number + "-" + old.getFileName());
        }
        Files.move(old, kept);
      }
      Files.move(taken, folder.resolve(roster));
      try {
        Files.delete(replaced());
      } catch (DirectoryNotEmptyException e) {
        // It keeps what was replaced.
      }
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", folder.resolve(roster).toString());
    }
    set(Setting.UNITS, roster);
  }

  /** Returns where confirmations are noted; the settings say so from then on. */
  Path confirmations(Merge.Request request) {
    return request.clerkFiles().confirmations().orElse(folder.resolve(CONFIRMATIONS));
  }

  /** Returns where corrections are noted. */
  Path corrections(Merge.Request request) {
    return request.clerkFiles().corrections().orElse(folder.resolve(CORRECTIONS));
  }

  /**
   * Has the settings name the files in which something is noted.
   *
   * @throws Mistake if they cannot be written
   */
  void noteIn(Merge.Request request) throws Mistake {
    if (request.clerkFiles().confirmations().isEmpty()
        && Files.exists(folder.resolve(CONFIRMATIONS))) {
      set(Setting.CONFIRMATIONS, CONFIRMATIONS);
    }
    if (request.clerkFiles().corrections().isEmpty() && Files.exists(folder.resolve(CORRECTIONS))) {
      set(Setting.CORRECTIONS, CORRECTIONS);
    }
  }

  private void set(Setting setting, String value) throws Mistake {
    try {
      byte[] json =
          Files.exists(settings())
              ? Files.readAllBytes(settings())
              : "{}\n".getBytes(StandardCharsets.UTF_8);
      WholeFile.write(settings(), SettingsEdit.with(json, setting, value));
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", settings().toString());
    }
  }
}
