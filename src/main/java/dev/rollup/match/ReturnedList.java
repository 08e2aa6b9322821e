package dev.rollup.match;

import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.submission.SentSlip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The list of a slip as it came back: which of its rows is which of those that went out, and what
 * was typed on it. Rows are known by their words, wherever they stand and however they are numbered
 * now; one of which much was typed over is none of them.
 *
 * @param grid the sheet
 * @param asked the rows that are known and ask something, by where they stand
 * @param typed what did not stand there when it went out, by row; only what a person sees
 * @param boxes what floats over the sheet
 */
record ReturnedList(
    Grid grid,
    Map<Integer, SentSlip.Row> asked,
    Map<Integer, List<Typed>> typed,
    List<Typed> boxes) {

  /** So many texts of a row may have been typed over. */
  private static final int REPLACED = 2;

  /** Words of the list that are as long are told from what was typed behind them. */
  private static final int OWN_WORDS = 6;

  /** So many rows may be numbered. */
  private static final int DIGITS = 3;

  /**
   * Something that a unit wrote.
   *
   * @param at its place
   * @param cell what it says
   * @param marks what keeps a person from seeing it as it is stored
   * @param shared whether it lies over several rows
   */
  record Typed(Location at, Cell cell, Set<Mark> marks, boolean shared) {
    String raw() {
      return cell.raw();
    }
  }

  /** Copies the collections. */
  ReturnedList {
    asked = Map.copyOf(asked);
    typed = new TreeMap<>(typed);
    boxes = List.copyOf(boxes);
  }

  /**
   * Finds every copy of the list.
   *
   * @param forms the names of the sheets that forms stand on
   */
  static List<ReturnedList> in(Document document, SentSlip sent, Set<String> forms) {
    var lists = new ArrayList<ReturnedList>();
    for (var grid : document.grids()) {
      if (!grid.running()
          && !grid.hidden()
          && grid.sheet() != null
          && !forms.contains(grid.sheet())) {
        new Reading(grid, sent).list(document.notes()).ifPresent(lists::add);
      }
    }
    return lists;
  }

  /** Tells whether a note is one of those that this was made of. */
  boolean holds(Note note) {
    return Objects.equals(grid.sheet(), note.sheet()) && note.kind() != Note.Kind.PAGE_MARGIN;
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }

  /** Reads one sheet. */
  private static final class Reading {
    private final Grid grid;
    private final SentSlip sent;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<Integer, SentSlip.Row> known = new HashMap<>();
    private final Map<Integer, List<Typed>> typed = new TreeMap<>();

    Reading(Grid grid, SentSlip sent) {
      this.grid = grid;
      this.sent = sent;
    }

    Optional<ReturnedList> list(List<Note> notes) {
      findColumns();
      for (int row : grid.held(0, grid.height())) {
        row(row).ifPresent(found -> known.put(row, found));
      }
      if (known.isEmpty()) {
        return Optional.empty();
      }
      grid.cells().stream().filter(this::isTyped).forEach(this::add);
      var asked = new HashMap<>(known);
      asked.values().removeIf(row -> row.blanks().isEmpty() && row.question() == null);
      var list = new ReturnedList(grid, asked, typed, List.of());
      var boxes = new ArrayList<Typed>();
      notes.stream().filter(list::holds).forEach(note -> add(note, boxes));
      return Optional.of(new ReturnedList(grid, asked, typed, boxes));
    }

    /** Finds where the columns stand now, by their heads. */
    private void findColumns() {
      if (sent.rows().size() < SentSlip.HEAD_ROWS) {
        return;
      }
      List<String> heads = sent.rows().get(SentSlip.HEAD_ROWS - 1).texts();
      for (int row : grid.held(0, grid.height())) {
        if (!columns.isEmpty()) {
          break;
        }
        var found = new HashMap<Integer, Integer>();
        for (var placed : grid.rows(row, row + 1)) {
          int head =
              heads.stream().map(ReturnedList::plain).toList().indexOf(plain(placed.cell().raw()));
          if (head >= 0) {
            found.putIfAbsent(head, placed.at().column());
          }
        }
        if (found.size() * 2 > heads.size()) {
          columns.putAll(found);
        }
      }
      int shift = 0;
      for (int head = 0; head < heads.size() && !columns.isEmpty(); head++) {
        // A head that was typed over stands behind the one before it.
        int behind = head + shift;
        shift = columns.computeIfAbsent(head, h -> behind) - head;
      }
    }

    private int column(int index) {
      return columns.getOrDefault(index, index);
    }

    /** Returns the row that went out and that stands here now, if it is only one. */
    private Optional<SentSlip.Row> row(int row) {
      SentSlip.Row best = null;
      int most = 0;
      boolean several = false;
      for (var line : sent.rows()) {
        int score = score(row, line);
        if (score > most) {
          best = line;
          several = false;
        } else if (best != null && score == most) {
          several |= !line.asksTheSame(best);
        }
        most = Math.max(most, score);
      }
      return several ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Tells how well a row is the one that went out: by its words, then by its number; or 0. */
    private int score(int row, SentSlip.Row line) {
      boolean question = sent.rows().indexOf(line) >= SentSlip.HEAD_ROWS;
      int same = 0;
      int words = 0;
      for (int i = question ? 1 : 0; i < line.texts().size(); i++) {
        String text = plain(line.texts().get(i));
        if (!text.isEmpty()) {
          words++;
          same += text.equals(plain(grid.at(new Position(row, column(i))).raw())) ? 1 : 0;
        }
      }
      boolean enough = same > 0 && same >= words - REPLACED && same * 2 >= words;
      boolean numbered =
          question
              && plain(line.texts().get(0))
                  .equals(plain(grid.at(new Position(row, column(0))).raw()));
      return enough ? 2 * same + (numbered ? 1 : 0) : 0;
    }

    private boolean isTyped(Grid.Placed placed) {
      Position at = placed.at();
      boolean covered = grid.mergedAt(at).filter(area -> !area.first().equals(at)).isPresent();
      if (covered || plain(placed.cell().raw()).isEmpty()) {
        return false;
      }
      SentSlip.Row line = known.get(at.row());
      if (line == null) {
        return !grid.marks(at).contains(Mark.HIDDEN);
      }
      String text = plain(placed.cell().raw());
      for (int i = 0; i < line.texts().size(); i++) {
        if (column(i) == at.column() && text.equals(plain(line.texts().get(i)))) {
          return false;
        }
      }
      boolean renumbered =
          column(0) == at.column()
              && text.length() <= DIGITS
              && text.chars().allMatch(c -> c >= '0' && c <= '9')
              && Integer.parseInt(text) <= grid.height();
      return !renumbered || !isQuestion(line);
    }

    private boolean isQuestion(SentSlip.Row line) {
      return sent.rows().indexOf(line) >= SentSlip.HEAD_ROWS;
    }

    private void add(Grid.Placed placed) {
      Position at = placed.at();
      Location place = Location.at(grid.sheet(), grid.place(at));
      Optional<Area> merged = grid.mergedAt(at);
      int last = merged.map(area -> area.last().row()).orElse(at.row());
      var rows = new HashSet<Integer>();
      for (int row = at.row(); row <= last; row++) {
        if (row == at.row() || known.containsKey(row)) {
          rows.add(row);
        }
      }
      Set<Mark> marks = grid.marks(at);
      Cell said = added(placed);
      rows.forEach(row -> put(row, new Typed(place, said, marks, rows.size() > 1)));
    }

    /** Returns what was typed behind the words that stood in a cell; the whole cell otherwise. */
    private Cell added(Grid.Placed placed) {
      SentSlip.Row line = known.get(placed.at().row());
      boolean plain = placed.cell() instanceof Cell.Text text && text.spans().isEmpty();
      for (int i = 0; plain && line != null && i < line.texts().size(); i++) {
        String own = line.texts().get(i);
        String raw = placed.cell().raw();
        boolean begins =
            column(i) == placed.at().column() && own.length() >= OWN_WORDS && raw.startsWith(own);
        String rest = begins ? raw.substring(own.length()) : "";
        boolean apart =
            !rest.isEmpty()
                && !(Character.isLetterOrDigit(own.charAt(own.length() - 1))
                    && Character.isLetterOrDigit(rest.charAt(0)));
        String said = rest.replaceFirst("^[\\s\\p{Z},，;；:：、。→]+", "");
        if (apart && !said.isEmpty()) {
          return new Cell.Text(said);
        }
      }
      return placed.cell();
    }

    private void add(Note note, List<Typed> boxes) {
      var place = Location.at(note.sheet(), note.place());
      var said = new Typed(place, new Cell.Text(note.text()), Set.of(), false);
      if (note.kind() == Note.Kind.COMMENT && note.place() instanceof Position at) {
        put(at.row(), said);
      } else {
        boxes.add(said);
      }
    }

    private void put(int row, Typed said) {
      typed.computeIfAbsent(row, r -> new ArrayList<>()).add(said);
    }
  }
}
