package dev.rollup.run;

import dev.rollup.clerkfile.Beginnings;
import dev.rollup.clerkfile.RosterReader;
import dev.rollup.clerkfile.SideFile;
import dev.rollup.config.Setting;
import dev.rollup.config.SettingsFile;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
import dev.rollup.write.set.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder in which an office collects returns: what stands in it before any has come. */
public final class Campaign {

  private static final String ROSTER = "units.csv";
  private static final String LEDGER = "received.csv";
  private static final String SUBMISSIONS = "submissions";
  private static final List<String> LISTS = List.of(".xlsx", ".xls", ".et", ".csv");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Campaign() {}

  /**
   * What a campaign begins with.
   *
   * @param folder where, made if it is not there
   * @param list the office's list of units; empty for the only one in the folder, if any
   * @param template the id or file of the template
   * @param told what is known already of the district, its contact and the deadline
   * @param force whether files that are there are replaced
   */
  public record Request(
      Path folder,
      Optional<Path> list,
      String template,
      Map<Setting, String> told,
      boolean force) {}

  /**
   * What was made.
   *
   * @param list the list that the roster was made of, if there was one
   * @param units who owes a return
   * @param submissions where returns are to be put
   * @param files the files that were written
   */
  public record Begun(Optional<Path> list, List<Unit> units, Path submissions, List<Path> files) {}

  /**
   * Begins.
   *
   * @throws Mistake if there are several lists, the list cannot be read, or a file is there
   *     already: then none is written
   */
  public static Begun begin(Request request, Messages messages) throws Mistake {
    Path folder = request.folder().normalize();
    Template template = TemplateChoice.read(request.template(), messages);
    if (request.told().containsKey(Setting.DEADLINE)) {
      Arguments.deadline(request.told().get(Setting.DEADLINE), template);
    }
    Optional<Path> list = request.list().isPresent() ? request.list() : onlyList(folder);
    Optional<Roster> roster = Optional.empty();
    if (list.isPresent()) {
      roster = Optional.of(RosterReader.ofList(open(list.get())));
    }
    List<Unit> units = roster.map(Roster::units).orElse(List.of());
    Map<Path, byte[]> files = new LinkedHashMap<>();
    if (roster.isPresent()) {
      files.put(
          folder.resolve(ROSTER),
          utf8(Beginnings.roster(roster.get(), headings("init.roster", messages))));
    }
    files.put(
        folder.resolve(LEDGER), utf8(Beginnings.ledger(units, headings("init.ledger", messages))));
    files.put(
        folder.resolve(SettingsFile.NAME),
        SettingsFile.of(settings(request, roster.isPresent(), template, messages)));
    mustBeFree(files, list, request.force());
    Path submissions = folder.resolve(SUBMISSIONS);
    try {
      Files.createDirectories(submissions);
      for (var file : files.entrySet()) {
        WholeFile.write(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", folder.toString());
    }
    return new Begun(list, units, submissions, List.copyOf(files.keySet()));
  }

  private static Optional<Path> onlyList(Path folder) throws Mistake {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Path> files;
    try (var found = Files.list(folder)) {
      files = found.filter(Campaign::mayBeList).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Mistake(Mistake.Kind.FILES, "unreadable", folder.toString());
    }
    List<Path> lists = files.stream().filter(Campaign::isList).toList();
    if (lists.size() > 1) {
      throw Mistake.ofPaths(Mistake.Kind.USAGE, "init.several", lists);
    }
    return lists.stream().findFirst();
  }

  /** Tells whether a file lists units; a list with a flaw is to be named to hear of it. */
  private static boolean isList(Path file) {
    try {
      RosterReader.ofList(open(file));
      return true;
    } catch (Mistake e) {
      return false;
    }
  }

  private static boolean mayBeList(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && !name.startsWith("~$")
        && !name.equals(ROSTER)
        && !name.equals(LEDGER)
        && LISTS.stream().anyMatch(name::endsWith);
  }

  private static SideFile open(Path file) throws Mistake {
    try {
      return SideFiles.open(file, List.of(RosterReader.nameHeadings()));
    } catch (Mistake e) {
      // Headings with spaces between their letters are found by who reads the table.
      return SideFiles.open(file);
    }
  }

  private static void mustBeFree(Map<Path, byte[]> files, Optional<Path> list, boolean force)
      throws Mistake {
    var there = new ArrayList<Path>();
    for (var file : files.keySet()) {
      boolean isList =
          list.isPresent() && list.get().toAbsolutePath().equals(file.toAbsolutePath());
      if (isList || Files.exists(file) && !force) {
        there.add(file);
      }
    }
    if (!there.isEmpty()) {
      throw Mistake.ofPaths(Mistake.Kind.FILES, "init.exists", there);
    }
  }

  private static Map<Setting, String> settings(
      Request request, boolean roster, Template template, Messages messages) {
    Map<Setting, String> settings = new LinkedHashMap<>();
    settings.put(Setting.SUBMISSIONS, SUBMISSIONS);
    settings.put(Setting.TEMPLATE, template(request));
    // Where there is no list yet, the roster is looked for: the clerk may put one of another kind.
    settings.put(Setting.UNITS, roster ? ROSTER : "");
    settings.put(Setting.RECEIVED, LEDGER);
    settings.put(Setting.OUT, "rollup-out");
    settings.put(Setting.DISTRICT, template.district());
    settings.put(Setting.CONTACT, "");
    settings.put(Setting.PHONE, "");
    settings.put(Setting.DATE, "");
    settings.put(
        Setting.DEADLINE, template.deadline().map(deadline -> TIME.format(deadline)).orElse(""));
    settings.put(Setting.SLIPS, "false");
    settings.put(Setting.NARRATIVE, "false");
    settings.put(Setting.LANG, messages.language().code());
    settings.putAll(request.told());
    return settings;
  }

  /** A form is called as it is seen from the folder, where the folder is moved to later on. */
  private static String template(Request request) {
    Path form = Path.of(request.template());
    if (!Files.isRegularFile(form)) {
      return request.template();
    }
    Path from = request.folder().toAbsolutePath().normalize();
    return from.relativize(form.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  private static List<String> headings(String key, Messages messages) {
    return List.of(messages.text(key).split(","));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
