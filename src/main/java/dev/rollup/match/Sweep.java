package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.Severity;
import dev.rollup.match.cells.ListTable;
import dev.rollup.match.cells.PlainTable;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.TextAnchors;
import dev.rollup.match.find.TextAnchors.Anchor;
import dev.rollup.match.words.Content;
import dev.rollup.match.words.SentenceAligner;
import dev.rollup.match.words.SentenceAligner.Alignment;
import dev.rollup.match.words.TextFlow;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Reading;
import dev.rollup.submission.State;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.text.Amount;
import dev.rollup.text.Doubt;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;
import dev.rollup.text.OtherNumbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes once over everything that a person sees in a document after its forms were read. Every
 * number there belongs to the form's words, to an entry, to a head or to the lines' own counting;
 * one that belongs to none of them is named. A sentence of the form that says another number than
 * its entry leaves that entry out.
 */
final class Sweep {

  /** More numbers beside a form are a table of its own, and no remarks. */
  private static final int MOST_NAMED = 50;

  private final List<Item> items;
  private final FormWords words;
  private final SentenceAligner aligner;
  private final BlankReader blanks;
  private final Beside beside;

  Sweep(
      List<Item> items,
      FormWords words,
      SentenceAligner aligner,
      BlankReader blanks,
      Beside beside) {
    this.items = items;
    this.words = words;
    this.aligner = aligner;
    this.blanks = blanks;
    this.beside = beside;
  }

  /**
   * A form and what it was filled in with.
   *
   * @param form where it stands
   * @param filled its entries
   * @param header what stands above its table
   */
  record Found(Form form, Filled filled, HeaderReader.Header header) {
    /** Returns the same form, filled in with something else. */
    Found with(Filled other) {
      return new Found(form, other, header);
    }
  }

  /** Returns the index of the first form that counts: one that nobody filled in is left aside. */
  static int toldAbout(List<Found> forms) {
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).filled().counts()) {
        return i;
      }
    }
    return 0;
  }

  /** Returns the same forms, with what nobody read named, and what it contradicts left out. */
  List<Found> over(Document document, List<Found> forms) {
    var run = new Run(document, forms);
    run.sweep();
    return run.forms;
  }

  /** What was left over in one place. */
  private record Rest(Grid grid, Grid.Placed placed, String text) {}

  /** One document. */
  private final class Run {
    private final Document document;
    private final List<Found> forms;
    private final Claims claims = new Claims();
    private final List<Finding> found = new ArrayList<>();

    Run(Document document, List<Found> forms) {
      this.document = document;
      this.forms = new ArrayList<>(forms);
      forms.forEach(each -> claims.takeAll(each.filled().claims()));
      forms.forEach(this::takeHead);
    }

    void sweep() {
      for (var grid : document.grids()) {
        boolean form = forms.stream().anyMatch(each -> isOn(each, grid));
        if (form || !grid.hidden()) {
          sweepName(grid);
          sweep(grid, form);
        }
      }
      document.notes().forEach(this::sweep);
      if (!found.isEmpty()) {
        int index = toldAbout(forms);
        Found first = forms.get(index);
        var all = new ArrayList<>(first.filled().findings());
        all.addAll(found);
        forms.set(
            index, first.with(new Filled(first.filled().entries(), all, first.filled().claims())));
      }
    }

    private void takeHead(Found each) {
      Grid grid = each.form().grid();
      var own = each.header().entries().get(HeaderField.UNIT);
      String unit = own == null ? "" : own.text();
      each.header().taken().stream()
          .filter(at -> !counts(grid.at(at), unit))
          .forEach(at -> claims.take(grid, at));
    }

    /** Tells whether something of the form's table was written into the head. */
    private boolean counts(Cell cell, String unit) {
      String rest = unit.isEmpty() ? cell.raw() : cell.raw().replace(unit, " ");
      return beside.measured(rest) || words.tellSentence(Folding.label(rest)) && Numerals.in(rest);
    }

    /** The name of a sheet is seen, too, and mostly counts sheets. */
    private void sweepName(Grid grid) {
      String name = grid.sheet();
      if (name != null && (beside.measured(name) || Doubt.replaces(name) && Numerals.in(name))) {
        name(Location.at(name, null), name, Severity.WARNING);
      }
    }

    private void sweep(Grid grid, boolean form) {
      List<Rest> rests = new ArrayList<>();
      for (var placed : grid.cells()) {
        if (isSeen(grid, placed.at())
            && !claims.holds(grid, placed.at())
            && !words.isOwn(words.fold(placed.cell()))) {
          String rest = claims.rest(grid, placed);
          if (!rest.isBlank() && rest.chars().anyMatch(c -> c != Claims.TAKEN)) {
            rests.add(new Rest(grid, placed, rest));
          }
        }
      }
      Set<Grid.Placed> repeated = compare(grid);
      repeated.addAll(listed(grid, rests));
      var parts = new TreeMap<Integer, List<Rest>>();
      rests.stream()
          .filter(rest -> !repeated.contains(rest.placed()))
          .filter(rest -> beside.mayCount(rest.text()))
          .forEach(
              r -> parts.computeIfAbsent(part(grid, r.placed()), p -> new ArrayList<>()).add(r));
      parts.forEach(
          (part, counting) -> {
            if (form && part == 0 || counting.stream().anyMatch(this::isInTable)) {
              nameAll(counting.stream().filter(this::mayAnswer).toList(), Severity.ERROR);
              nameAll(counting.stream().filter(r -> !mayAnswer(r)).toList(), Severity.WARNING);
            } else if (speaksOfForm(grid, part)) {
              nameAll(counting, Severity.WARNING);
            } else {
              name(counting.get(0), Severity.INFO);
            }
          });
    }

    /**
     * Reads lists that stand in a table of their own, below the form or on another sheet, where the
     * form's own list is empty.
     *
     * @return the cells of the tables that were read, or that only repeat what was
     */
    private Set<Grid.Placed> listed(Grid grid, List<Rest> rests) {
      var taken = new HashSet<Grid.Placed>();
      Optional<Integer> index = the(grid);
      if (index.isEmpty() || rests.isEmpty()) {
        return taken;
      }
      var parts = new TreeMap<Integer, List<Grid.Placed>>();
      grid.cells().stream()
          .filter(placed -> isSeen(grid, placed.at()) && !claims.holds(grid, placed.at()))
          .forEach(
              placed ->
                  parts.computeIfAbsent(part(grid, placed), p -> new ArrayList<>()).add(placed));
      parts.forEach(
          (part, cells) -> {
            if (!grid.running() || part > 0) {
              var table = new ListTable(PlainTable.of(grid, cells), words, blanks, beside);
              List<String> title = PlainTable.title(grid, cells).stream().map(words::fold).toList();
              for (var item : items) {
                ListTable.Rows rows = item.repeats() ? table.read(item, title) : ListTable.NONE;
                if (isListed(index.get(), item, rows.entries())) {
                  cells.stream()
                      .filter(c -> grid.running() || c.at().row() >= rows.head())
                      .forEach(taken::add);
                }
              }
            }
          });
      return taken;
    }

    /** Adds rows to an empty list; returns whether the list now says the same. */
    private boolean isListed(int index, Item item, List<List<Entry>> rows) {
      Filled filled = forms.get(index).filled();
      if (rows.isEmpty()) {
        return false;
      }
      if (filled.rows(item).isEmpty()) {
        forms.set(index, forms.get(index).with(filled.and(rows)));
        return true;
      }
      return values(filled.rows(item)).equals(values(rows));
    }

    private static List<List<String>> values(List<List<Entry>> rows) {
      return rows.stream()
          .map(row -> row.stream().map(entry -> String.valueOf(entry.value())).toList())
          .toList();
    }

    /** The tables of a text are told apart from it; a sheet is one. */
    private int part(Grid grid, Grid.Placed placed) {
      return grid.running() ? placed.at().column() : 0;
    }

    /** In the table a number may be an answer; beside it or in prose it explains something. */
    private boolean mayAnswer(Rest rest) {
      return isInTable(rest) && !Beside.isProse(rest.text());
    }

    private boolean isInTable(Rest rest) {
      return forms.stream()
          .filter(each -> isOn(each, rest.grid()))
          .anyMatch(each -> each.form().holds(rest.placed().at()));
    }

    /** Tells whether a sheet, or a table of a text, has words of the form or measures something. */
    private boolean speaksOfForm(Grid grid, int part) {
      return grid.cells().stream()
          .filter(placed -> !grid.running() || placed.at().column() == part)
          .map(Grid.Placed::cell)
          .filter(Cell.Text.class::isInstance)
          .anyMatch(cell -> words.mention(words.fold(cell)) || beside.measured(cell.raw()));
    }

    private boolean isSeen(Grid grid, Position at) {
      return !grid.marks(at).contains(Mark.HIDDEN);
    }

    /** Names numbers one by one; of a whole table of them the rest together, with their number. */
    private void nameAll(List<Rest> rests, Severity severity) {
      rests.stream().limit(MOST_NAMED).forEach(rest -> name(rest, severity));
      if (rests.size() > MOST_NAMED) {
        Rest next = rests.get(MOST_NAMED);
        found.add(Beside.namedTogether(at(next), next.text(), severity, rests.size() - MOST_NAMED));
      }
    }

    private void name(Rest rest, Severity severity) {
      name(at(rest), rest.text(), severity);
    }

    private static Location at(Rest rest) {
      return Location.at(rest.grid().sheet(), rest.grid().place(rest.placed().at()));
    }

    private void name(Location at, String text, Severity severity) {
      found.add(Beside.named(at, text, severity));
    }

    /**
     * Holds sentences of the form that stand once more, beside it, against its entries.
     *
     * @return the cells that only repeat what was read
     */
    private Set<Grid.Placed> compare(Grid grid) {
      var repeated = new HashSet<Grid.Placed>();
      var rows = new LinkedHashMap<String, List<Rest>>();
      for (var placed : grid.cells()) {
        boolean free =
            isSeen(grid, placed.at())
                && !claims.holds(grid, placed.at())
                && !words.isHeading(words.fold(placed.cell()));
        String rest = free ? claims.rest(grid, placed) : "";
        if (rest.chars().anyMatch(c -> c != Claims.TAKEN)) {
          rows.computeIfAbsent(row(grid, placed.at()), row -> new ArrayList<>())
              .add(new Rest(grid, placed, rest));
        }
      }
      for (var row : rows.values()) {
        // A cell of a text may tell several things; a sentence may be cut into the cells of a row.
        if (grid.running()) {
          row.removeIf(rest -> same(List.of(rest)) && repeated.add(rest.placed()));
        }
        if (same(row)) {
          row.forEach(rest -> repeated.add(rest.placed()));
        }
      }
      return repeated;
    }

    private boolean same(List<Rest> row) {
      String text = String.join("\n", row.stream().map(Rest::text).toList());
      return Numerals.in(text) && compare(row.get(0).grid(), text);
    }

    /** Returns what the cells of a row have in common: of a table in a text, the row's place. */
    private static String row(Grid grid, Position at) {
      if (!grid.running()) {
        return String.valueOf(at.row());
      }
      return grid.textPlace(at).orElseThrow().row().toString();
    }

    /** Compares one text; returns whether it says what was read, and nothing more. */
    private boolean compare(@Nullable Grid grid, String text) {
      Optional<Integer> index = the(grid);
      if (index.isEmpty()) {
        return false;
      }
      var flow =
          new TextFlow(
              List.of(
                  new Grid.Placed(
                      new Position(0, 0), new Cell.Text(text.replace(Claims.TAKEN, '\n')))));
      TextAnchors anchors = TextAnchors.exact(flow.letters(), items, words);
      List<Anchor> own = anchors.all().stream().filter(a -> a.item() != null).toList();
      boolean same = !own.isEmpty();
      int covered = 0;
      for (int i = 0; i < own.size(); i++) {
        Anchor anchor = own.get(i);
        int end = i + 1 < own.size() ? flow.origin(own.get(i + 1).from()) : flow.text().length();
        String before =
            flow.text().substring(covered, Math.max(covered, flow.origin(anchor.from())));
        // What counts the line stands before words.
        same &= !Numerals.in(OtherNumbers.without(before + anchor.sentence().literals().get(0)));
        same &=
            compare(
                index.get(), anchor.sentence(), flow.text().substring(flow.end(anchor.to()), end));
        covered = end;
      }
      return same;
    }

    private boolean compare(int index, Item item, String sentence) {
      Optional<Alignment> alignment = aligner.align(item, sentence);
      if (alignment.isEmpty()) {
        return false;
      }
      Filled filled = forms.get(index).filled();
      List<Content> contents = alignment.get().contents();
      if (item.repeats()) {
        return isListed(filled, item, contents);
      }
      boolean differs = false;
      boolean said = false;
      for (int i = 0; i < contents.size(); i++) {
        Reading reading = contents.get(i).reading();
        if (reading != null && reading.state() == State.READ) {
          said = true;
          String id = item.fields().get(i).id();
          differs |=
              filled.entries().stream()
                  .filter(entry -> entry.field().id().equals(id))
                  .anyMatch(entry -> !Amount.same(reading.number(), entry.number()));
        }
      }
      if (differs) {
        forms.set(index, forms.get(index).with(filled.withDoubtful(item)));
      }
      return said && !differs;
    }

    private boolean isListed(Filled filled, Item item, List<Content> contents) {
      List<String> values =
          contents.stream()
              .map(c -> c.reading() == null ? c.text() : String.valueOf(c.reading().number()))
              .toList();
      return values(filled.rows(item)).contains(values);
    }

    /** Returns the one form that something on a sheet may be about. */
    private Optional<Integer> the(@Nullable Grid grid) {
      if (forms.size() == 1) {
        return Optional.of(0);
      }
      var on = new ArrayList<Integer>();
      for (int i = 0; i < forms.size(); i++) {
        if (grid != null && isOn(forms.get(i), grid)) {
          on.add(i);
        }
      }
      return on.size() == 1 ? Optional.of(on.get(0)) : Optional.empty();
    }

    private boolean isOn(Found each, Grid grid) {
      Grid own = each.form().grid();
      return own.running() == grid.running()
          && Objects.equals(own.sheet(), grid.sheet())
          && own.hidden() == grid.hidden();
    }

    private void sweep(Note note) {
      boolean counts = beside.mayCount(note.text());
      if (!counts && !Doubt.unsettles(note.text())) {
        return;
      }
      if (counts && compare(null, note.text())) {
        return;
      }
      boolean onAnswer = note.place() != null && doubt(note);
      boolean somewhere = note.place() == null && note.kind() == Note.Kind.COMMENT;
      if (onAnswer || counts || somewhere) {
        name(Location.at(note.sheet(), note.place()), note.text(), Severity.WARNING);
      }
    }

    /** Leaves out the answers that a note hangs on; returns whether it hangs on one. */
    private boolean doubt(Note note) {
      // What explains an answer at the foot of a page leaves it alone, unless it takes it back.
      if (note.kind() != Note.Kind.COMMENT && !Doubt.unsettles(note.text())) {
        return false;
      }
      boolean onAnswer = false;
      for (int i = 0; i < forms.size(); i++) {
        Filled filled = forms.get(i).filled();
        // Several answers may stand in one cell.
        List<Entry> here = filled.entries().stream().filter(e -> isAt(note, e)).toList();
        if (!here.isEmpty()) {
          forms.set(i, forms.get(i).with(filled.withDoubtful(here)));
          onAnswer = true;
        }
      }
      return onAnswer;
    }

    private static boolean isAt(Note note, Entry entry) {
      return Objects.equals(note.place(), entry.at().cell())
          && Objects.equals(note.sheet(), entry.at().sheet());
    }
  }
}
