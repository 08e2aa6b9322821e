package dev.rollup.run;

import dev.rollup.clerkfile.RosterReader;
import dev.rollup.discover.Discovery;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.template.Template;
import dev.rollup.write.set.OutputSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at everything that a merge depends on, and goes on where one thing is wrong. Nothing is
 * written.
 */
public final class Checkup {

  /** Under this a run may end with a full disk. */
  private static final long ENOUGH = 100L << 20;

  private final Merge.Request request;
  private final Messages messages;
  private final List<Point> points = new ArrayList<>();
  private Optional<Template> template = Optional.empty();
  private Optional<Path> roster = Optional.empty();

  private Checkup(Merge.Request request, Messages messages) {
    this.request = request;
    this.messages = messages;
  }

  /**
   * One thing that was looked at.
   *
   * @param about the key of what it is, without its leading {@code doctor.}
   * @param wrong what is to be done about it; empty where it is well
   * @param found what was found, where it is well
   */
  public record Point(String about, Optional<Mistake> wrong, List<String> found) {}

  /** A look at one thing. */
  @FunctionalInterface
  private interface Look {
    List<String> found() throws Mistake, IOException;
  }

  /** Looks at everything. */
  public static List<Point> of(Merge.Request request, Messages messages) {
    var checkup = new Checkup(request, messages);
    checkup.look();
    return checkup.points;
  }

  private void look() {
    look("template", this::template);
    look("roster", this::roster);
    if (template.isPresent()) {
      look("side-files", this::sideFiles);
    }
    look("submissions", this::submissions);
    look("out", this::out);
    look("space", this::space);
    look("lock", this::lock);
  }

  private void look(String about, Look look) {
    try {
      points.add(new Point(about, Optional.empty(), look.found()));
    } catch (Mistake e) {
      points.add(new Point(about, Optional.of(e), List.of()));
    } catch (IOException e) {
      points.add(
          new Point(
              about,
              Optional.of(new Mistake(Mistake.Kind.FILES, "io", String.valueOf(e.getMessage()))),
              List.of()));
    }
  }

  private List<String> template() throws Mistake {
    template = Optional.of(TemplateChoice.read(request.template(), messages));
    return List.of(request.template(), template.get().title());
  }

  private List<String> roster() throws Mistake {
    roster = RosterChoice.of(request.units(), existing());
    if (roster.isEmpty()) {
      return List.of();
    }
    int units =
        RosterReader.read(SideFiles.open(roster.get())).value().orElseThrow().units().size();
    return List.of(roster.get().toString(), String.valueOf(units));
  }

  private List<String> sideFiles() throws Mistake {
    var files = request.clerkFiles();
    Optional<OffsetDateTime> deadline = template.orElseThrow().deadline();
    if (request.deadline().isPresent()) {
      deadline = Optional.of(Arguments.deadline(request.deadline().get(), template.orElseThrow()));
    }
    Notes.read(Optional.empty(), files, template.orElseThrow(), deadline);
    var found = new ArrayList<String>();
    for (var file : List.of(files.received(), files.confirmations(), files.corrections())) {
      file.map(Path::toString).ifPresent(found::add);
    }
    return found.isEmpty() ? List.of() : List.of(joined(found));
  }

  private List<String> submissions() throws Mistake, IOException {
    Arguments.mustExist(request.submissions());
    Arguments.mustNotBeInput(request.out(), request.submissions());
    if (request.submissions().isEmpty()) {
      return List.of();
    }
    int files =
        Discovery.list(
                request.submissions(),
                Files.exists(request.out()) ? request.out().toRealPath() : null,
                Arguments.realPaths(List.of(roster, request.clerkFiles().settings())))
            .size();
    return List.of(
        joined(request.submissions().stream().map(Path::toString).toList()), String.valueOf(files));
  }

  private String joined(List<String> names) {
    return String.join(messages.text("names.joined"), names);
  }

  private List<Path> existing() {
    return request.submissions().stream().filter(Files::exists).toList();
  }

  private List<String> out() throws Mistake {
    Path out = request.out();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new Mistake(Mistake.Kind.FILES, "out-is-file", out.toString());
    }
    if (!Files.isWritable(nearest(out))) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", out.toString());
    }
    return List.of(out.toString());
  }

  /** Returns the folder that is there of those in which the outputs are to be. */
  private static Path nearest(Path out) {
    Path nearest = out.toAbsolutePath();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  private List<String> space() throws Mistake, IOException {
    long free = Files.getFileStore(nearest(request.out())).getUsableSpace();
    String megabytes = String.valueOf(free >> 20);
    if (free < ENOUGH) {
      throw new Mistake(
          Mistake.Kind.FILES,
          "little-space",
          request.out().toString(),
          megabytes,
          String.valueOf(ENOUGH >> 20));
    }
    return List.of(megabytes);
  }

  private List<String> lock() throws Mistake, IOException {
    if (OutputSet.isHeld(request.out())) {
      throw new Mistake(Mistake.Kind.LOCKED, "output-locked", request.out().toString());
    }
    return List.of();
  }
}
