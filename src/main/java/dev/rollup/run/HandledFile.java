package dev.rollup.run;

import dev.rollup.clerkfile.Confirmation;
import dev.rollup.clerkfile.SideFile;
import dev.rollup.clerkfile.SideLine;
import dev.rollup.finding.Finding;
import dev.rollup.finding.Mistake;
import dev.rollup.finding.Severity;
import dev.rollup.merge.Confirmations;
import dev.rollup.merge.Report;
import dev.rollup.messages.IssueWords;
import dev.rollup.messages.Language;
import dev.rollup.messages.Messages;
import dev.rollup.model.Position;
import dev.rollup.read.SideFiles;
import dev.rollup.report.Handled;
import dev.rollup.report.Issue;
import dev.rollup.report.IssueText;
import dev.rollup.roster.Unit;
import dev.rollup.template.Template;
import dev.rollup.text.Numerals;
import dev.rollup.text.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the clerk wrote into the list of problems of the last run: it stays beside its problem, and
 * that something is right settles a question as a confirmation in a file of its own would.
 */
final class HandledFile {

  /** The columns of the list, by the keys of their headings. */
  private static final List<String> COLUMNS =
      List.of("unit", "item", "content", "raw", "problem", "handled");

  /** The name of the list, in every language. */
  private static final String SHEET = "问题清单";

  private final String name;
  private final Template template;
  private final IssueWords words;
  private final Map<IssueText, String> notes = new LinkedHashMap<>();
  private final Map<IssueText, Integer> lines = new LinkedHashMap<>();

  private HandledFile(String name, Template template, Messages messages) {
    this.name = name;
    this.template = template;
    this.words = new IssueWords(template, messages);
  }

  /** Reads the notes in the summary of the last run; none where there is no list that is known. */
  static HandledFile read(Path summary, Template template, Messages messages) {
    var handled = new HandledFile(String.valueOf(summary.getFileName()), template, messages);
    if (Files.isRegularFile(summary)) {
      try {
        handled.read(SideFiles.openSheet(summary, SHEET));
      } catch (Mistake e) {
        // Whatever lies there in place of a summary holds no notes; it is kept as any changed file.
        return handled;
      }
    }
    return handled;
  }

  /** Returns a heading in every language. */
  private static List<String> headings(String column) {
    return Arrays.stream(Language.values())
        .map(language -> new Messages(language).text("column." + column).toLowerCase(Locale.ROOT))
        .toList();
  }

  private void read(SideFile file) {
    List<List<String>> headings = COLUMNS.stream().map(HandledFile::headings).toList();
    int[] columns = new int[COLUMNS.size()];
    int head = -1;
    for (int row = 0; row < file.table().height() && head < 0; row++) {
      Arrays.fill(columns, -1);
      for (var placed : file.table().rows(row, row + 1)) {
        String text = placed.cell().raw().strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < columns.length; i++) {
          if (columns[i] < 0 && headings.get(i).contains(text)) {
            columns[i] = placed.at().column();
          }
        }
      }
      head = Arrays.stream(columns).allMatch(column -> column >= 0) ? row : -1;
    }
    for (int row = head + 1; head >= 0 && row < file.table().height(); row++) {
      int at = row;
      List<String> texts =
          Arrays.stream(columns)
              .mapToObj(column -> file.table().at(new Position(at, column)).raw().strip())
              .toList();
      var text =
          new IssueText(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
      if (!texts.get(5).isEmpty() && !text.none()) {
        notes.put(text.plain(), texts.get(5));
        lines.put(text.plain(), row + 1);
      }
    }
  }

  /** Returns what is to stand in the list of this run. */
  Handled handled(Report before, Report after) {
    var handled = new Handled(notes, List.of());
    List<IssueText> left = Issue.of(after).stream().map(words::of).toList();
    return handled.settling(
        Issue.of(before).stream()
            .map(words::of)
            .filter(text -> handled.note(text).filter(HandledFile::confirms).isPresent())
            .filter(text -> !left.contains(text))
            .toList());
  }

  /**
   * Returns a report in which the questions are answered of which it is written that all is right.
   *
   * @param by who wrote that; empty where that is not known
   * @param day the day that the run is about; empty where none was given
   */
  Report confirmed(Report report, Optional<String> by, Optional<String> day, Messages messages) {
    var confirmations = new ArrayList<Confirmation>();
    for (var issue : Issue.of(report)) {
      IssueText text = words.of(issue).plain();
      String note = notes.get(text);
      if (note != null && confirms(note) && issue.unit().isPresent()) {
        Finding finding = issue.finding();
        confirmations.add(
            new Confirmation(
                new SideLine(name, Objects.requireNonNull(lines.get(text))),
                issue.unit().map(Unit::id).orElseThrow(),
                subjects(finding),
                Confirmation.valueOf(finding),
                by.orElseGet(() -> messages.text("handled.by")),
                note,
                day.orElse("")));
      }
    }
    return Confirmations.apply(confirmations, report, template);
  }

  private List<String> subjects(Finding finding) {
    if (finding.severity() == Severity.ERROR && finding.at().field() != null) {
      // It will be said that this is no question: in the words of the form.
      return List.of(template.label(finding.at().field()));
    }
    return Confirmation.subjectsOf(finding);
  }

  /** Tells whether a note says that all is right, and nothing that may mean something else. */
  private static boolean confirms(String note) {
    Reply reply = Reply.of(note);
    return reply.consents()
        && !reply.denies()
        && !Numerals.in(reply.rest())
        && begins(note.toLowerCase(Locale.ROOT));
  }

  /** The clerk's own 核实 may be what is still to be done; 属实 is not. */
  private static boolean begins(String note) {
    return Arrays.stream(Language.values())
        .map(language -> new Messages(language).text("handled.confirmed"))
        .flatMap(words -> Arrays.stream(words.split("\\|")))
        .anyMatch(word -> note.startsWith(word));
  }
}
