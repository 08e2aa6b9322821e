package dev.rollup.run;

import dev.rollup.clerkfile.TimeParser;
import dev.rollup.finding.Mistake;
import dev.rollup.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must hold of the arguments of a run before any file is opened. */
final class Arguments {

  private static final Set<String> TODAY = Set.of("today", "今天", "当天");

  private Arguments() {}

  static void mustExist(List<Path> paths) throws Mistake {
    for (var path : paths) {
      if (!Files.exists(path) && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new Mistake(Mistake.Kind.FILES, "not-found", path.toString());
      }
    }
  }

  /**
   * An output folder that is an input folder would be read as returns the next time, and a file in
   * it would be overwritten by its own merge.
   */
  static void mustNotBeInput(Path out, List<Path> inputs) throws Mistake {
    for (var path : inputs) {
      try {
        Path input = path.toRealPath();
        Path folder = Files.isDirectory(input) ? input : input.getParent();
        if (Files.exists(out) && out.toRealPath().equals(folder)) {
          throw new Mistake(Mistake.Kind.USAGE, "out-is-input", out.toString());
        }
      } catch (IOException e) {
        throw new Mistake(Mistake.Kind.FILES, "unreadable", path.toString());
      }
    }
  }

  /** Reads a time of the command line, in the template's zone. */
  static OffsetDateTime time(String text, Template template) throws Mistake {
    return TimeParser.parse(text, template.zone())
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "bad-time", text));
  }

  /**
   * Reads a day of the command line, which may be the day of the run.
   *
   * @param now the moment of the run
   */
  static LocalDate date(String text, Template template, OffsetDateTime now) throws Mistake {
    if (TODAY.contains(text.strip().toLowerCase(Locale.ROOT))) {
      return now.withOffsetSameInstant(template.zone()).toLocalDate();
    }
    return TimeParser.parse(text, template.zone())
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "bad-date", text))
        .toLocalDate();
  }

  /** Reads a deadline; a day without a time lasts until its end. */
  static OffsetDateTime deadline(String text, Template template) throws Mistake {
    OffsetDateTime time = time(text, template);
    boolean dayOnly = !text.matches(".*[:：时点].*");
    return dayOnly ? time.plusDays(1).minusNanos(1) : time;
  }

  static Set<Path> realPaths(List<Optional<Path>> files) throws IOException {
    var real = new HashSet<Path>();
    for (var file : files) {
      if (file.isPresent()) {
        real.add(file.get().toRealPath());
      }
    }
    return real;
  }
}
