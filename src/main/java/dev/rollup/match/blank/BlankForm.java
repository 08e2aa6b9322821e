package dev.rollup.match.blank;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.finding.Severity;
import dev.rollup.match.cells.ListTotals;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.EntryFinding;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Sight;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Note;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.Binding;
import dev.rollup.template.Block;
import dev.rollup.template.Field;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.HeaderField;
import dev.rollup.template.InlineBlanks;
import dev.rollup.template.Template;
import dev.rollup.text.DateParser;
import dev.rollup.text.Doubt;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one return that the blank was laid over. For one document. */
final class BlankForm {

  /** More numbers beside a form are a table of its own, and no remarks. */
  private static final int MOST_NAMED = 50;

  private final Template template;
  private final Document document;
  private final Map<Surface, Overlay> laid;
  private final Paragraphs paragraphs;
  private final BlankReader values;
  private final Map<String, Field> fields;

  /** By field and row. */
  private final Map<String, TreeMap<Integer, Entry>> entries = new HashMap<>();

  private final Map<HeaderField, HeaderEntry> header = new EnumMap<>(HeaderField.class);
  private final Map<Grid, Set<Position>> taken = new HashMap<>();

  /** The entries that were read in a row of a grid. */
  private final Map<Grid, Map<Integer, List<Entry>>> inRow = new HashMap<>();

  private final Set<Entry> doubtful = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  BlankForm(
      Template template,
      Document document,
      Map<Surface, Overlay> laid,
      Paragraphs paragraphs,
      BlankReader values) {
    this.template = template;
    this.document = document;
    this.laid = laid;
    this.paragraphs = paragraphs;
    this.values = values;
    this.fields = template.fields();
  }

  /** Reads every field, and names what was left over. */
  Outcome<Submission> read() {
    laid.forEach(
        (surface, overlay) -> {
          overlay.own().forEach(at -> take(overlay.grid(), at));
          surface.blocks().forEach(block -> block(block, surface, overlay));
          head(surface, overlay);
        });
    texts();
    laid.values().forEach(this::mergedBlanks);
    leftovers();
    return submission();
  }

  private void block(Block block, Surface surface, Overlay overlay) {
    List<Binding> own = block.bindings().stream().filter(each -> surface.holds(each.at())).toList();
    if (block instanceof Block.Rows list) {
      rows(list, own, overlay);
      return;
    }
    var sentences = new LinkedHashMap<Place, List<Binding>>();
    for (var binding : own) {
      if (binding.at().blank() > 0) {
        sentences.computeIfAbsent(binding.at().blank(0), at -> new ArrayList<>()).add(binding);
      } else {
        cell(binding, overlay);
      }
    }
    sentences.values().forEach(each -> sentence(each, overlay));
  }

  private void cell(Binding binding, Overlay overlay) {
    Position printed = binding.at().cell();
    Optional<Position> at = overlay.place(printed);
    if (at.isEmpty() || !overlay.fitsLeft(printed, at.get().row()) || !overlay.fitsAbove(printed)) {
      boolean row = overlay.row(printed.row()).isPresent();
      missing(binding, overlay, row ? FindingCode.FIELD_AMBIGUOUS : FindingCode.FIELD_MISSING);
      return;
    }
    Entry entry = entry(binding, 0, overlay.grid(), at.get());
    if (overlay.isReworded(printed.row())) {
      labelChanged(entry, overlay.grid());
    }
    add(entry, overlay.grid(), at.get());
  }

  private void labelChanged(Entry entry, Grid grid) {
    findings.add(
        Finding.ofCell(FindingCode.LABEL_CHANGED, entry.at(), entry.raw(), entry.field().label()));
  }

  private Entry entry(Binding binding, int row, Grid grid, Position at) {
    Field field = fields.get(binding.id());
    Entry read = values.entry(field, row, grid.at(at), location(grid, at, field.id()));
    return Sight.of(binding.formula() ? expected(read) : read, marks(grid, at));
  }

  /** Returns an entry without the note that it was computed: the form computes it. */
  private static Entry expected(Entry read) {
    return new Entry(
        read.field(),
        read.row(),
        read.state(),
        read.number(),
        read.text(),
        read.raw(),
        read.at(),
        read.notes().stream().filter(note -> note != FindingCode.FORMULA_VALUE).toList());
  }

  /** Returns what keeps a person from seeing a cell, or a part of its text. */
  private static Set<Mark> marks(Grid grid, Position at) {
    Set<Mark> marks = grid.marks(at);
    if (grid.at(at) instanceof Cell.Text text && !text.spans().isEmpty()) {
      var all = EnumSet.noneOf(Mark.class);
      all.addAll(marks);
      text.spans().stream().map(Span::mark).forEach(all::add);
      return all;
    }
    return marks;
  }

  private void rows(Block.Rows list, List<Binding> own, Overlay overlay) {
    int first = own.get(0).at().cell().row();
    Optional<Integer> head = overlay.row(first - 1);
    boolean fits =
        head.isPresent()
            && own.stream()
                .allMatch(
                    each ->
                        overlay.column(each.at().cell().column()).isPresent()
                            && overlay.fitsAbove(each.at().cell()));
    if (!fits) {
      own.forEach(each -> missing(each, overlay, FindingCode.FIELD_MISSING));
      return;
    }
    Grid grid = overlay.grid();
    int end = grid.height();
    for (int row = first + list.rows(); row < overlay.height(); row++) {
      if (overlay.isFound(row)) {
        end = overlay.row(row).orElseThrow();
        break;
      }
    }
    int number = 0;
    for (int row = head.get() + 1; row < end; row++) {
      int next = number + 1;
      var entries = new ArrayList<Entry>();
      for (var each : own) {
        var at = new Position(row, overlay.column(each.at().cell().column()).orElseThrow());
        entries.add(entry(each, next, grid, at));
      }
      if (entries.stream().anyMatch(entry -> !entry.empty())) {
        number = next;
        for (var entry : entries) {
          int column = overlay.column(column(own, entry)).orElseThrow();
          add(entry, grid, new Position(row, column));
        }
        ordinals(own, overlay, row);
      }
    }
  }

  private static int column(List<Binding> own, Entry entry) {
    return own.stream()
        .filter(each -> each.id().equals(entry.field().id()))
        .findFirst()
        .orElseThrow()
        .at()
        .cell()
        .column();
  }

  /** A number left of a row of a list only counts the rows. */
  private void ordinals(List<Binding> own, Overlay overlay, int row) {
    int left = own.stream().mapToInt(each -> each.at().cell().column()).min().orElse(0);
    for (int column = 0; column < left; column++) {
      int printed = column;
      overlay
          .column(printed)
          .map(found -> new Position(row, found))
          .filter(at -> overlay.grid().at(at).raw().strip().matches("[0-9０-９]{1,4}[.．、]?"))
          .ifPresent(at -> take(overlay.grid(), at));
    }
  }

  private void sentence(List<Binding> blanks, Overlay overlay) {
    Position printed = blanks.get(0).at().cell();
    Optional<Position> at = overlay.place(printed);
    if (at.isEmpty()) {
      blanks.forEach(each -> missing(each, overlay, FindingCode.FIELD_MISSING));
      return;
    }
    Grid grid = overlay.grid();
    String[] own = grid.at(at.get()).raw().split(Document.PARAGRAPH, -1);
    InlineBlanks words = Paragraphs.sentence(blanks);
    int paragraph = blanks.get(0).at().paragraph();
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < own.length; i++) {
      if (words.fits(own[i])) {
        fitting.add(i);
      }
    }
    int index =
        fitting.contains(paragraph - 1) ? paragraph - 1 : fitting.size() == 1 ? fitting.get(0) : -1;
    if (paragraph == 0) {
      index = own.length == 1 && fitting.size() == 1 ? 0 : index;
    }
    if (index < 0) {
      take(grid, at.get());
      blanks.forEach(each -> missing(each, overlay, FindingCode.FIELD_AMBIGUOUS));
      return;
    }
    int from = 0;
    for (int i = 0; i < index; i++) {
      from += own[i].length() + Document.PARAGRAPH.length();
    }
    answers(blanks, words, own[index], from, grid, at.get());
  }

  /**
   * Reads the blanks of a sentence.
   *
   * @param from where the sentence begins in the text of its cell
   */
  private void answers(
      List<Binding> blanks, InlineBlanks words, String text, int from, Grid grid, Position at) {
    List<InlineBlanks.Answer> answers = words.in(text).orElseThrow();
    take(grid, at);
    for (int i = 0; i < blanks.size(); i++) {
      Field field = fields.get(blanks.get(i).id());
      int number = blanks.get(i).at().blank() - 1;
      if (number >= answers.size()) {
        add(unread(field, location(grid, at, field.id()), FindingCode.FIELD_AMBIGUOUS), grid, at);
        continue;
      }
      InlineBlanks.Answer answer = answers.get(number);
      Entry read =
          values.entry(field, 0, new Cell.Text(answer.text()), location(grid, at, field.id()));
      add(Sight.of(read, marks(grid.at(at), from + answer.from(), from + answer.to())), grid, at);
    }
  }

  private static Set<Mark> marks(Cell cell, int from, int to) {
    var marks = EnumSet.noneOf(Mark.class);
    if (cell instanceof Cell.Text text) {
      text.spans().stream()
          .filter(span -> span.touches(from, to))
          .map(Span::mark)
          .forEach(marks::add);
    }
    return marks;
  }

  private void missing(Binding binding, Overlay overlay, FindingCode why) {
    Grid grid = overlay.grid();
    String place = overlay.place(binding.at().cell()).map(grid::place).orElse(null);
    Field field = fields.get(binding.id());
    entries
        .computeIfAbsent(field.id(), id -> new TreeMap<>())
        .put(0, unread(field, new Location(null, null, grid.sheet(), place, field.id()), why));
  }

  private static Entry unread(Field field, Location at, FindingCode why) {
    return new Entry(field, 0, State.EXCLUDED, null, null, null, at, List.of(why));
  }

  private void add(Entry entry, Grid grid, Position at) {
    entries.computeIfAbsent(entry.field().id(), id -> new TreeMap<>()).put(entry.row(), entry);
    inRow
        .computeIfAbsent(grid, any -> new HashMap<>())
        .computeIfAbsent(at.row(), row -> new ArrayList<>())
        .add(entry);
    take(grid, at);
  }

  private void take(Grid grid, Position at) {
    taken.computeIfAbsent(grid, any -> new HashSet<>()).add(at);
  }

  private boolean isTaken(Grid grid, Position at) {
    return taken.getOrDefault(grid, Set.of()).contains(at);
  }

  private void head(Surface surface, Overlay overlay) {
    Grid grid = overlay.grid();
    var cells = new HashSet<Position>();
    for (var blank : surface.header()) {
      Optional<Position> at = overlay.place(blank.at().cell());
      if (at.isEmpty()) {
        continue;
      }
      if (Surface.isWhole(blank)) {
        Position answer =
            grid.at(at.get()).raw().isBlank() ? behind(blank, grid, at.get()) : at.get();
        fill(
            blank,
            answer.equals(at.get()) ? grid.at(answer) : rest(blank, grid.at(answer)),
            grid,
            answer);
        take(grid, answer);
      } else if (cells.add(blank.at().cell())) {
        List<HeaderBlank> all = Surface.inCell(surface.header(), blank.at().cell());
        head(all, grid.at(at.get()).raw(), grid, at.get());
      }
    }
  }

  /**
   * Returns where the label of a blank stands, if somebody wrote behind it there; else the blank.
   */
  private Position behind(HeaderBlank blank, Grid grid, Position at) {
    for (int column = at.column() - 1; column >= 0; column--) {
      var left = new Position(at.row(), column);
      if (!grid.at(left).raw().isBlank()) {
        return rest(blank, grid.at(left)).raw().isBlank() ? at : left;
      }
    }
    return at;
  }

  /** Returns what stands behind a label in its own cell; nothing where it is not the label. */
  private static Cell rest(HeaderBlank blank, Cell cell) {
    return InlineBlanks.ofHeader(List.of(blank.inline()))
        .in(cell.raw())
        .map(answers -> (Cell) new Cell.Text(answers.get(0).text()))
        .orElse(Cell.EMPTY);
  }

  private void head(List<HeaderBlank> blanks, String text, Grid grid, Position at) {
    Optional<List<InlineBlanks.Answer>> answers = InlineBlanks.ofHeader(blanks).in(text);
    if (answers.isEmpty()) {
      return;
    }
    take(grid, at);
    for (int i = 0; i < blanks.size(); i++) {
      Cell cell = new Cell.Text(answers.get().get(i).text());
      int end = grid.mergedAt(at).map(area -> area.last().column()).orElse(at.column());
      Position beside = new Position(at.row(), end + 1);
      boolean last = i == blanks.size() - 1;
      if (last && cell.raw().isEmpty() && !grid.running() && !isTaken(grid, beside)) {
        cell = grid.at(beside);
        take(grid, beside);
      }
      fill(blanks.get(i), cell, grid, at);
    }
  }

  private void fill(HeaderBlank blank, Cell cell, Grid grid, Position at) {
    for (var field : HeaderField.values()) {
      if (field.name().equalsIgnoreCase(blank.role())) {
        Cell answer = cell.raw().isBlank() ? Cell.EMPTY : cell;
        header.putIfAbsent(field, new HeaderEntry(answer, location(grid, at, field.id())));
      }
    }
  }

  /** Reads what stands in paragraphs outside tables. */
  private void texts() {
    paragraphs
        .header()
        .forEach(
            (place, blanks) ->
                Paragraphs.find(document, InlineBlanks.ofHeader(blanks))
                    .ifPresent(
                        found -> head(blanks, found.cell().raw(), textOf(found), found.at())));
    paragraphs
        .sentences()
        .forEach(
            (place, blanks) -> {
              InlineBlanks words = Paragraphs.sentence(blanks);
              Optional<Grid.Placed> found = Paragraphs.find(document, words);
              if (found.isPresent()) {
                Grid grid = textOf(found.get());
                answers(blanks, words, found.get().cell().raw(), 0, grid, found.get().at());
              }
            });
  }

  private Grid textOf(Grid.Placed placed) {
    return Paragraphs.text(document).stream()
        .filter(grid -> grid.at(placed.at()) == placed.cell())
        .findFirst()
        .orElseThrow();
  }

  /** One cell over two blanks belongs to neither. */
  private void mergedBlanks(Overlay overlay) {
    Grid grid = overlay.grid();
    var byArea = new HashMap<Area, List<Entry>>();
    inRow
        .getOrDefault(grid, Map.of())
        .forEach(
            (row, all) ->
                all.forEach(
                    entry ->
                        at(grid, row, entry)
                            .flatMap(grid::mergedAt)
                            .ifPresent(
                                area ->
                                    byArea
                                        .computeIfAbsent(area, any -> new ArrayList<>())
                                        .add(entry))));
    // A sentence in a merged cell has all its blanks in one place.
    byArea.values().stream()
        .filter(all -> all.stream().map(entry -> entry.at().cell()).distinct().count() > 1)
        .forEach(doubtful::addAll);
  }

  private Optional<Position> at(Grid grid, int row, Entry entry) {
    return taken.getOrDefault(grid, Set.of()).stream()
        .filter(at -> at.row() == row && grid.place(at).equals(entry.at().cell()))
        .findFirst();
  }

  /** Names every number that belongs to nothing, and doubts what stands beside it. */
  private void leftovers() {
    var beside = new ArrayList<Finding>();
    for (var overlay : laid.values()) {
      Grid grid = overlay.grid();
      counting(grid);
      for (var placed : grid.cells()) {
        if (isTaken(grid, placed.at()) || unseen(grid, placed.at())) {
          continue;
        }
        String text = placed.cell().raw();
        List<Entry> row =
            inRow.getOrDefault(grid, Map.of()).getOrDefault(placed.at().row(), List.of());
        boolean counts = mayCount(placed.cell());
        if (!row.isEmpty() && (counts || Doubt.takesBack(text) || Doubt.replaces(text))) {
          doubtful.addAll(row);
          if (counts) {
            beside.add(elsewhere(grid, placed, Severity.ERROR));
          }
        } else if (counts) {
          beside.add(elsewhere(grid, placed, Severity.WARNING));
        }
      }
    }
    for (var grid : document.grids()) {
      if (grid.running()) {
        beside.addAll(inText(grid));
      } else if (!grid.hidden() && laid.values().stream().noneMatch(o -> o.grid() == grid)) {
        grid.cells().stream()
            .filter(placed -> mayCount(placed.cell()))
            .findFirst()
            .ifPresent(placed -> beside.add(elsewhere(grid, placed, Severity.INFO)));
      }
    }
    for (Note note : document.notes()) {
      if (Numerals.in(note.text()) && !paragraphs.prints(Folding.label(note.text()))) {
        beside.add(
            Finding.ofCell(
                FindingCode.NUMBER_ELSEWHERE,
                new Location(null, null, note.sheet(), note.place(), null),
                note.text(),
                note.text()));
      }
    }
    findings.addAll(beside.subList(0, Math.min(MOST_NAMED, beside.size())));
  }

  /** Takes a column in which a unit numbered the rows, from 1 on without a gap. */
  private void counting(Grid grid) {
    var columns = new TreeMap<Integer, List<Grid.Placed>>();
    for (var placed : grid.cells()) {
      if (!isTaken(grid, placed.at()) && !unseen(grid, placed.at())) {
        columns.computeIfAbsent(placed.at().column(), any -> new ArrayList<>()).add(placed);
      }
    }
    for (var column : columns.values()) {
      boolean counts = column.size() > 1 && isLeft(grid, column.get(0).at().column());
      for (int i = 0; counts && i < column.size(); i++) {
        counts = column.get(i).cell().raw().strip().equals(String.valueOf(i + 1));
      }
      if (counts) {
        column.forEach(placed -> take(grid, placed.at()));
      }
    }
  }

  /** Tells whether everything that was taken stands right of a column. */
  private boolean isLeft(Grid grid, int column) {
    return taken.getOrDefault(grid, Set.of()).stream().allMatch(at -> at.column() > column);
  }

  private List<Finding> inText(Grid grid) {
    return grid.cells().stream()
        .filter(placed -> placed.at().column() == 0)
        .filter(placed -> !isTaken(grid, placed.at()))
        .filter(placed -> mayCount(placed.cell()))
        .filter(placed -> !paragraphs.prints(Folding.label(placed.cell().raw())))
        .map(placed -> elsewhere(grid, placed, Severity.WARNING))
        .toList();
  }

  private static boolean unseen(Grid grid, Position at) {
    return grid.marks(at).contains(Mark.HIDDEN);
  }

  private static boolean mayCount(Cell cell) {
    return !(cell instanceof Cell.Text) && !(cell instanceof Cell.Empty) || Numerals.in(cell.raw());
  }

  private static Finding elsewhere(Grid grid, Grid.Placed placed, Severity severity) {
    String text = placed.cell().raw();
    return Finding.ofCell(
            FindingCode.NUMBER_ELSEWHERE, location(grid, placed.at(), null), text, text)
        .withSeverity(severity);
  }

  private Outcome<Submission> submission() {
    var all = new ArrayList<Entry>();
    for (var item : template.items()) {
      var rows = new TreeMap<Integer, List<Entry>>();
      for (var field : item.fields()) {
        TreeMap<Integer, Entry> own = entries.getOrDefault(field.id(), new TreeMap<>());
        if (own.isEmpty() && !item.repeats()) {
          own.put(0, unread(field, nowhere(field), FindingCode.FIELD_MISSING));
        }
        own.forEach((row, entry) -> rows.computeIfAbsent(row, any -> new ArrayList<>()).add(entry));
      }
      rows.values().forEach(all::addAll);
    }
    List<Entry> certain =
        all.stream()
            .map(
                entry ->
                    doubtful.contains(entry) && entry.state() != State.EXCLUDED
                        ? entry.unread(FindingCode.FIELD_AMBIGUOUS)
                        : entry)
            .toList();
    Filled filled =
        ListTotals.without(new Filled(certain, findings, new Claims()), template.items(), true);
    var said = new ArrayList<>(filled.findings());
    filled
        .entries()
        .forEach(entry -> entry.notes().forEach(note -> said.add(EntryFinding.of(entry, note))));
    for (var field : HeaderField.values()) {
      header.putIfAbsent(
          field, new HeaderEntry(Cell.EMPTY, new Location(null, null, null, null, field.id())));
    }
    HeaderEntry day = header.get(HeaderField.DATE);
    Optional<LocalDate> date = DateParser.parse(day.cell(), template.period());
    if (date.isEmpty() && Numerals.in(day.text())) {
      said.add(Finding.ofCell(FindingCode.DATE_UNREADABLE, day.at(), day.text(), day.text()));
    }
    return Outcome.of(
        new Submission(header, date, filled.entries(), saysNil(), false, RollUpContents.NONE),
        said);
  }

  private static Location nowhere(Field field) {
    return new Location(null, null, null, null, field.id());
  }

  private boolean saysNil() {
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream())
        .anyMatch(placed -> placed.cell().raw().contains(CountParser.NIL_STATEMENT));
  }

  private static Location location(Grid grid, Position at, String field) {
    return new Location(null, null, grid.sheet(), grid.place(at), field);
  }
}
