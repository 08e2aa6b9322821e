package dev.rollup.run;

import dev.rollup.clerkfile.Confirmation;
import dev.rollup.clerkfile.ConfirmationsReader;
import dev.rollup.clerkfile.CorrectionsReader;
import dev.rollup.clerkfile.CsvLine;
import dev.rollup.clerkfile.RosterReader;
import dev.rollup.clerkfile.SideFile;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.filetype.FileType;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Mistake;
import dev.rollup.messages.Messages;
import dev.rollup.model.Grid;
import dev.rollup.model.Position;
import dev.rollup.read.DocumentReaders;
import dev.rollup.read.SideFiles;
import dev.rollup.roster.Roster;
import dev.rollup.roster.Unit;
import dev.rollup.submission.Entry;
import dev.rollup.template.Template;
import dev.rollup.write.set.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Notes what a unit confirmed or corrected at the end of the file that the clerk keeps for it. What
 * stands there stays as it is, byte by byte; a line that the next run would refuse is not written.
 */
public final class SideNotes {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final List<Charset> MARKED =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  private static final char[] DELIMITERS = {',', '\t', ';'};

  private final Desk desk;
  private final Merge.Request request;
  private final Template template;
  private final Optional<Path> rosterFile;
  private final Messages messages;

  /**
   * Notes about what one merge came to.
   *
   * @param request what it was asked for
   */
  public SideNotes(Desk desk, Merge.Request request, Merge.Result result, Messages messages) {
    this.desk = desk;
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
    Path file = desk.confirmations(request);
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
        desk.corrections(request),
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
              : (BYTE_ORDER_MARK + messages.text(headings) + "\r\n")
                  .getBytes(StandardCharsets.UTF_8);
      if (FileType.of(old) != FileType.CSV) {
        throw new Mistake(Mistake.Kind.USAGE, "notes.no-text", file.toString());
      }
      SideFile before = opened(file, old);
      List<String> fields = line.in(before);
      byte[] content = with(fields, old, before, file);
      reading.of(opened(file, content));
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new Mistake(Mistake.Kind.FILES, "not-writable", file.toString());
    }
    desk.noteIn(request);
  }

  /** Returns the file with a line more, divided as it is, which is read back as what it says. */
  private static byte[] with(List<String> fields, byte[] old, SideFile before, Path file)
      throws Mistake {
    Charset charset = charset(old);
    String text = new String(old, charset);
    String end = text.contains("\r\n") || text.indexOf('\n') < 0 ? "\r\n" : "\n";
    boolean closed = text.endsWith("\n") || text.endsWith("\r");
    for (char delimiter : DELIMITERS) {
      var content = new ByteArrayOutputStream();
      content.writeBytes(old);
      content.writeBytes(
          ((closed ? "" : end) + CsvLine.of(fields, delimiter) + end).getBytes(charset));
      if (isLine(fields, before.table(), opened(file, content.toByteArray()).table())) {
        return content.toByteArray();
      }
    }
    throw new Mistake(Mistake.Kind.USAGE, "notes.not-writable", file.toString());
  }

  private static boolean isLine(List<String> fields, Grid before, Grid after) {
    int row = after.height() - 1;
    if (row < before.height() || !after.rows(0, row).equals(before.cells())) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!after.at(new Position(row, i)).raw().strip().equals(fields.get(i).strip())) {
        return false;
      }
    }
    return after.rows(row, row + 1).stream()
        .allMatch(placed -> placed.at().column() < fields.size());
  }

  /** Returns in which characters a text that is read is written. */
  private static Charset charset(byte[] content) {
    for (var charset : MARKED) {
      byte[] mark = BYTE_ORDER_MARK.getBytes(charset);
      if (Arrays.equals(mark, Arrays.copyOf(content, mark.length))) {
        return charset;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return CHINESE;
    }
  }

  private static SideFile opened(Path file, byte[] content) throws Mistake {
    return DocumentReaders.of(FileType.of(content))
        .flatMap(reader -> reader.read(content).value())
        .flatMap(document -> document.grids().stream().findFirst())
        .map(table -> new SideFile(file.toString(), String.valueOf(file.getFileName()), table))
        .orElseThrow(() -> new Mistake(Mistake.Kind.USAGE, "side.no-table", file.toString()));
  }
}
