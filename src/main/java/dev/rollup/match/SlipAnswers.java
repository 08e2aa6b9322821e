package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Sight;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a unit wrote on the list of a slip instead of on the form. A number in the column for
 * answers, in a row that asks for one blank, is the answer of that blank where the form leaves it
 * empty; beside another number on the form nobody knows which of them holds.
 */
final class SlipAnswers {

  private final SentSlip sent;
  private final Document document;
  private final BlankReader blanks;
  private final Beside beside;
  private final Claims claims = new Claims();
  private final List<Finding> findings = new ArrayList<>();

  SlipAnswers(SentSlip sent, Document document, BlankReader blanks, Beside beside) {
    this.sent = sent;
    this.document = document;
    this.blanks = blanks;
    this.beside = beside;
  }

  /** Returns a document without the notes that stood on the slip when it went out. */
  static Document withoutOwnNotes(SentSlip sent, Document document) {
    if (document.notes().isEmpty() || sent.notes().isEmpty()) {
      return document;
    }
    Set<String> own = new HashSet<>();
    sent.notes().forEach(note -> own.add(plain(note)));
    List<Note> others =
        document.notes().stream().filter(note -> !own.contains(plain(note.text()))).toList();
    return new Document(document.grids(), document.tables(), others, document.properties());
  }

  /**
   * Returns what the form was filled in with, the answers on the list included; any other number
   * there is named.
   *
   * @param filled what stands on the form itself
   */
  Filled with(Grid form, Filled filled) {
    List<Entry> entries = new ArrayList<>(filled.entries());
    for (var grid : document.grids()) {
      heading(grid)
          .ifPresent(
              heading -> {
                read(grid, heading, form, filled, entries);
                nameOthers(grid);
              });
    }
    claims.takeAll(filled.claims());
    findings.addAll(0, filled.findings());
    return new Filled(entries, findings, claims);
  }

  /** Names every other number that was added to the list. */
  private void nameOthers(Grid list) {
    for (var placed : list.cells()) {
      boolean seen = !list.marks(placed.at()).contains(Mark.HIDDEN);
      if (seen && !claims.holds(list, placed.at()) && beside.mayCount(placed.cell().raw())) {
        var at = new Location(null, null, list.sheet(), list.place(placed.at()), null);
        findings.add(Beside.named(at, placed.cell().raw(), Severity.WARNING));
        claims.take(list, placed.at());
      }
    }
  }

  /** Returns the row of a sheet in which the headings of the list stand. */
  private Optional<Integer> heading(Grid grid) {
    if (grid.running() || sent.rows().size() < SentSlip.HEAD_ROWS) {
      return Optional.empty();
    }
    List<String> heading = sent.rows().get(SentSlip.HEAD_ROWS - 1).texts();
    for (int row = 0; row < grid.height(); row++) {
      if (says(grid, row, heading).size() == heading.size()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private void read(Grid list, int heading, Grid form, Filled filled, List<Entry> entries) {
    int answers = sent.rows().get(SentSlip.HEAD_ROWS - 1).texts().size() - 1;
    var byNumber = new HashMap<String, SentSlip.Row>();
    sent.rows().forEach(row -> byNumber.putIfAbsent(plain(row.texts().get(0)), row));
    for (int row = 0; row < list.height(); row++) {
      SentSlip.Row line = byNumber.get(plain(list.at(new Position(row, 0)).raw()));
      if (line != null) {
        says(list, row, line.texts()).forEach(at -> claims.take(list, at));
        if (row > heading && !line.blank().isEmpty()) {
          answer(list, new Position(row, answers), line.blank(), form, filled, entries);
        }
      }
    }
  }

  /** Returns the places of a row at which it still says what it said when it went out. */
  private static List<Position> says(Grid grid, int row, List<String> texts) {
    var same = new ArrayList<Position>();
    for (int column = 0; column < texts.size(); column++) {
      var at = new Position(row, column);
      if (plain(grid.at(at).raw()).equals(plain(texts.get(column)))) {
        same.add(at);
      }
    }
    return same;
  }

  private void answer(
      Grid list, Position at, String blank, Grid form, Filled filled, List<Entry> entries) {
    Cell cell = list.at(at);
    if (cell instanceof Cell.Empty) {
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.field().type() == FieldType.COUNT && isOf(filled.entries().get(i), blank, form)) {
        Optional<Entry> answered = answered(entry, list, at);
        if (answered.isPresent()) {
          entries.set(i, answered.get());
          // A number that contradicts the form's is named beside it.
          if (!answered.get().notes().contains(FindingCode.FIELD_AMBIGUOUS)) {
            claims.take(list, at);
          }
        }
      }
    }
  }

  /** Rows of a list may have moved: which is which only the name of their cell tells. */
  private static boolean isOf(Entry entry, String blank, Grid form) {
    if (entry.row() == 0) {
      return blank.equals(Layout.name(entry.field().id(), 0));
    }
    Position named = form.names().get(blank);
    return named != null
        && blank.startsWith(Layout.name(entry.field().id(), 0) + "_")
        && Objects.equals(entry.at().sheet(), form.sheet())
        && form.place(named).equals(entry.at().cell());
  }

  /** Returns an entry with what the answer makes of it; empty where it is no answer to it. */
  private Optional<Entry> answered(Entry entry, Grid list, Position at) {
    Field field = entry.field();
    var place = new Location(null, null, list.sheet(), list.place(at), field.id());
    Entry answer = Sight.of(blanks.entry(field, entry.row(), list.at(at), place), list.marks(at));
    boolean number = answer.state() == State.READ || beside.mayCount(answer.raw());
    if (entry.empty()) {
      boolean word = answer.notes().contains(FindingCode.NOT_A_COUNT) && !number;
      return answer.state() == State.BLANK || word ? Optional.empty() : Optional.of(answer);
    }
    if (entry.state() == State.EXCLUDED) {
      return Optional.empty();
    }
    if (answer.state() == State.READ && answer.number().equals(entry.number())) {
      return Optional.of(entry);
    }
    return number || beside.weigh(answer.raw(), false) == Beside.Weight.DOUBTFUL
        ? Optional.of(entry.unread(FindingCode.FIELD_AMBIGUOUS))
        : Optional.empty();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
