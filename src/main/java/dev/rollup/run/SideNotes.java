package dev.rollup.run;

import dev.rollup.clerkfile.Confirmation;
import dev.rollup.clerkfile.ConfirmationsReader;
import dev.rollup.clerkfile.CorrectionsReader;
import dev.rollup.clerkfile.RosterReader;
import dev.rollup.clerkfile.SideFile;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.template.Template;
import dev.rollup.write.set.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Notes what a unit confirmed or corrected at the end of the file that the clerk keeps for it. What
 * stands there stays as it is, byte by byte; a line that the next run would refuse is not written.
 */
public final class SideNotes {

  private final WorkFolder workFolder;
  private final Merge.Request request;
  private final Template template;
  private final Optional<Path> rosterFile;
  private final Messages messages;

  /**
   * Notes about what one merge came to.
   *
   * @param request what it was asked for
   */
  public SideNotes(
      WorkFolder workFolder, Merge.Request request, Merge.Result result, Messages messages) {
    this.workFolder = workFolder;
    this.request = request;
    this.template = result.template();
    this.rosterFile = result.roster();
    this.messages = messages;
  }

  /** Returns the line for the end of a file. */
  @FunctionalInterface
  private interface Line {
    List<String> in(SideFile file) throws Mistake;
  }

  /** Reads a file as the next run will. */
  @FunctionalInterface
  private interface Reading {
    void of(SideFile file) throws Mistake;
  }

  /**
   * Notes that a unit was asked and what it found is right.
   *
   * @param by who notes it
   * @param why what the unit said
   * @param date when
   * @throws Mistake if it cannot be noted
   */
  public void confirm(Unit unit, Finding finding, String by, String why, String date)
      throws Mistake {
    Path file = workFolder.confirmations(request);
    var confirmation =
        new Confirmation(
            new SideLine(String.valueOf(file.getFileName()), 0),
            unit.name(),
            Confirmation.subjectsOf(finding),
            Confirmation.valueOf(finding),
            by,
            why,
            date);
    Optional<Roster> roster = roster();
    add(
        file,
        "serve.confirmations",
        side -> ConfirmationsReader.line(side, confirmation),
        side -> ConfirmationsReader.read(side, template, roster));
  }

  /**
   * Notes what an entry should have said.
   *
   * @param content what it should have said
   * @param by who notes it
   * @param why what it rests upon
   * @throws Mistake if it cannot be noted, or a return that said so would not be believed
   */
  public void correct(Unit unit, Entry entry, String content, String by, String why)
      throws Mistake {
    Optional<Roster> roster = roster();
    add(
        workFolder.corrections(request),
        "serve.corrections",
        side -> CorrectionsReader.line(side, unit.name(), entry, content, by, why),
        side -> CorrectionsReader.read(side, template, roster));
  }

  private Optional<Roster> roster() throws Mistake {
    return rosterFile.isEmpty()
        ? Optional.empty()
        : RosterReader.read(SideFiles.open(rosterFile.get())).value();
  }

  private void add(Path file, String headings, Line line, Reading reading) throws Mistake {
    try {
      byte[] old =
          Files.exists(file)
              ? Files.readAllBytes(file)
              : (SideText.BYTE_ORDER_MARK + messages.text(headings) + "\r\n")
                  .getBytes(StandardCharsets.UTF_8);
      var text = new SideText(file, old);
      byte[] content = text.with(line.in(text.opened()));
      reading.of(new SideText(file, content).opened());
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
    workFolder.noteIn(request);
  }

  /** In which of the files something is noted. */
  public enum Kind {
    /** What units confirmed. */
    CONFIRMATION,
    /** What units corrected. */
    CORRECTION
  }

  /**
   * A line of one of the files.
   *
   * @param line its number, from 1
   * @param what which blank, rule or code it is about
   * @param value the value that is confirmed, or corrected
   * @param now what it is corrected to; empty where it is confirmed
   * @param by who noted it
   * @param why what it rests upon
   */
  public record Noted(
      Kind kind,
      int line,
      String unit,
      String what,
      String value,
      String now,
      String by,
      String why) {}

  /**
   * Returns all that is noted.
   *
   * @throws Mistake if a file cannot be read
   */
  public List<Noted> noted() throws Mistake {
    var noted = new ArrayList<Noted>();
    Optional<Roster> roster = roster();
    Path confirmations = workFolder.confirmations(request);
    if (Files.exists(confirmations)) {
      for (var each : ConfirmationsReader.read(SideFiles.open(confirmations), template, roster)) {
        String what = String.join(" ", each.subjects());
        noted.add(
            new Noted(
                Kind.CONFIRMATION,
                each.at().line(),
                each.unit(),
                what,
                each.value(),
                "",
                each.by(),
                each.why()));
      }
    }
    Path corrections = workFolder.corrections(request);
    if (Files.exists(corrections)) {
      var read = CorrectionsReader.read(SideFiles.open(corrections), template, roster);
      for (var each : read.value().orElseThrow().all()) {
        String row = each.row() == 0 ? "" : "#" + each.row();
        noted.add(
            new Noted(
                Kind.CORRECTION,
                each.at().line(),
                each.unit(),
                each.field().id() + row,
                each.old(),
                Objects.requireNonNullElse(each.value().plain(), ""),
                each.by(),
                each.why()));
      }
    }
    return noted;
  }

  /**
   * Takes a line back; all others stay.
   *
   * @throws Mistake if it is not there any more, or cannot be taken out
   */
  public void withdraw(Noted line) throws Mistake {
    Path file =
        line.kind() == Kind.CONFIRMATION
            ? workFolder.confirmations(request)
            : workFolder.corrections(request);
    if (!noted().contains(line)) {
      throw new Mistake(Mistake.Kind.USAGE, "serve.gone");
    }
    try {
      WholeFile.write(file, new SideText(file, Files.readAllBytes(file)).without(line.line() - 1));
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
  }
}
