package dev.rollup.match.cells;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Severity;
import dev.rollup.match.find.Anchors;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Ordinals;
import dev.rollup.match.find.Sight;
import dev.rollup.match.words.TextForm;
import dev.rollup.model.Address;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.text.Doubt;
import dev.rollup.text.Numerals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form on a sheet whose sentences are cut at their blanks: words and answers in turn. */
public final class CellForm implements Form {

  private final Grid grid;
  private final Anchors anchors;
  private final List<Item> items;
  private final FormWords words;
  private final Map<String, Position> issued;
  private final SentenceReader reader;
  private final Beside beside;
  private final Supplier<TextForm> asText;
  private final Optional<Document> rollUp;
  private @Nullable TextForm text;

  /**
   * A form as its sentences were found on a sheet.
   *
   * @param issued where the blanks of the form as it was issued stand, by defined name
   * @param reader reads this sheet
   * @param beside weighs what stands beside the sentences
   * @param asText the same sheet as text, for sentences that were typed whole into a cell
   * @param rollUp the document, where it is a roll-up: it lists repeated items on other sheets
   */
  public CellForm(
      Grid grid,
      Anchors anchors,
      List<Item> items,
      FormWords words,
      Map<String, Position> issued,
      SentenceReader reader,
      Beside beside,
      Supplier<TextForm> asText,
      Optional<Document> rollUp) {
    this.grid = grid;
    this.anchors = anchors;
    this.items = items;
    this.words = words;
    this.issued = issued;
    this.reader = reader;
    this.beside = beside;
    this.asText = asText;
    this.rollUp = rollUp;
  }

  @Override
  public Grid grid() {
    return grid;
  }

  @Override
  public int tableRow() {
    return anchors.firstRow();
  }

  @Override
  public boolean holds(Position at) {
    return at.row() >= tableRow() && at.row() <= anchors.lastRow();
  }

  @Override
  public List<Grid.Placed> head() {
    return grid.rows(0, tableRow()).stream().filter(reader::isInForm).toList();
  }

  @Override
  public Filled read() {
    var claims = new Claims();
    takeSerials(claims);
    var read = new LinkedHashMap<Item, List<Entry>>();
    for (var item : items) {
      read.put(item, read(item, claims));
    }
    var findings = new ArrayList<Finding>();
    Set<Item> inText = beside(read, claims, findings);
    var entries = new ArrayList<Entry>();
    for (var item : items) {
      List<Entry> own = read.getOrDefault(item, List.of());
      if (anchors.reworded(item) && own.stream().allMatch(e -> e.raw() != null)) {
        findings.add(reworded(item));
      } else if (inText.contains(item)) {
        findings.addAll(text().findingsOf(item));
      }
      entries.addAll(own);
    }
    moved(entries).ifPresent(findings::add);
    return new Filled(reader.withoutShared(entries), findings, claims);
  }

  private List<Entry> read(Item item, Claims claims) {
    if (toldElsewhere(item)) {
      return listedElsewhere(item, rollUp.orElseThrow());
    }
    if (item.repeats()) {
      return new SheetList(grid, words, reader, anchors, claims).read(item);
    }
    if (!inCells(item)) {
      return List.of();
    }
    List<Position> starts = anchors.of(item);
    List<SentenceReader.Sentence> told =
        starts.stream().map(start -> reader.read(item, start, 0)).toList();
    boolean alike =
        told.stream().map(each -> Entry.answers(each.entries())).distinct().count() == 1;
    if (!alike || starts.size() > 1 && !certain(told.get(0)) || anchors.takenBack(item)) {
      return reader.ambiguous(item, 0, starts.get(0));
    }
    told.forEach(each -> each.used().forEach(at -> claims.take(grid, at)));
    SentenceReader.Sentence sentence = told.get(0);
    return struckOut(starts.get(0))
        ? sentence.entries().stream().map(e -> Sight.of(e, Set.of(Mark.STRUCK_OUT))).toList()
        : sentence.entries();
  }

  private static boolean certain(SentenceReader.Sentence sentence) {
    return sentence.entries().stream().noneMatch(e -> e.state() == State.EXCLUDED);
  }

  /**
   * Judges what stands beside the sentences and belongs to none: it leaves the sentence of its row
   * in doubt, or that above. A sentence in doubt, or not in cells at all, is read as text instead
   * where that leaves nothing over.
   *
   * @param read the entries by item; those of items in doubt are replaced
   * @return the items that were read as text
   */
  private Set<Item> beside(Map<Item, List<Entry>> read, Claims claims, List<Finding> findings) {
    var doubts = new LinkedHashMap<Item, List<Position>>();
    for (var stray : strays(claims)) {
      List<Item> owners = owners(stray.at().row());
      boolean open =
          owners.stream()
              .flatMap(i -> read.getOrDefault(i, List.of()).stream())
              .anyMatch(e -> e.state() == State.BLANK);
      Beside.Weight weight = beside.weigh(stray.cell().raw(), open);
      if (weight == Beside.Weight.DOUBTFUL) {
        owners.forEach(i -> doubts.computeIfAbsent(i, k -> new ArrayList<>()).add(stray.at()));
      } else if (weight == Beside.Weight.NAMED) {
        findings.add(Beside.named(at(stray.at()), stray.cell().raw(), Severity.WARNING));
        claims.take(grid, stray.at());
      }
    }
    var inText = new LinkedHashSet<Item>();
    for (var item : items) {
      if (item.repeats()) {
        continue;
      }
      List<Position> doubt = doubts.getOrDefault(item, List.of());
      boolean inCells = inCells(item);
      if (inCells && doubt.isEmpty() && !ambiguous(read.getOrDefault(item, List.of()))) {
        continue;
      }
      List<Entry> aligned = text().entriesOf(item);
      boolean certain =
          !ambiguous(aligned) && doubt.stream().allMatch(at -> text().reaches(item, at));
      if (!inCells || certain) {
        read.put(item, aligned);
        claims.takeAll(text().claimsOf(item));
        inText.add(item);
      } else {
        boolean twice = anchors.of(item).size() > 1;
        Position at = doubt.isEmpty() || twice ? anchors.of(item).get(0) : doubt.get(0);
        read.put(item, reader.ambiguous(item, 0, at));
        doubt.forEach(place -> claims.take(grid, place));
      }
    }
    return inText;
  }

  /** Returns what a person sees in the rows of the form that nothing was taken for. */
  private List<Grid.Placed> strays(Claims claims) {
    return grid.rows(firstOfTable(), anchors.lastRow() + 1).stream()
        .filter(reader::isInForm)
        .filter(placed -> !claims.holds(grid, placed.at()))
        .filter(placed -> !grid.marks(placed.at()).contains(Mark.HIDDEN))
        .filter(placed -> !words.isOwn(words.fold(placed.cell())))
        .filter(placed -> !repeats(placed))
        .toList();
  }

  /**
   * Tells whether a cell holds a sentence of the form once more, numbers and all: it is about its
   * own item and not about its row, and held against that item when the form was read.
   */
  private boolean repeats(Grid.Placed placed) {
    String text = placed.cell().raw();
    String folded = words.fold(placed.cell());
    List<Item> told =
        items.stream().filter(i -> folded.contains(words.literals(i).get(0))).toList();
    return !told.isEmpty()
        && told.stream().noneMatch(i -> i.repeats() || anchors.of(i).contains(placed.at()))
        && told.stream().allMatch(this::inCells)
        && Numerals.in(text)
        && !Doubt.takesBack(text);
  }

  /** Returns the row of the first sentence, or one between it and the heads of the columns. */
  private int firstOfTable() {
    int above = tableRow() - 1;
    boolean between = above > 0 && !hasOwn(above) && hasOwn(above - 1);
    return between ? above : tableRow();
  }

  private boolean hasOwn(int row) {
    return grid.rows(row, row + 1).stream().anyMatch(c -> words.isOwn(words.fold(c.cell())));
  }

  /** Takes the columns left of the sentences that only count the lines: 1, 2, 3 and so on. */
  private void takeSerials(Claims claims) {
    var columns = new TreeMap<Integer, List<Grid.Placed>>();
    for (var placed : grid.rows(tableRow(), anchors.lastRow() + 1)) {
      List<Position> right = anchors.inRow(placed.at().row());
      if (!right.isEmpty()
          && right.stream().allMatch(at -> at.column() > placed.at().column())
          && Beside.countsLine(placed.cell())) {
        columns.computeIfAbsent(placed.at().column(), c -> new ArrayList<>()).add(placed);
      }
    }
    for (var column : columns.values()) {
      boolean serial = column.size() > 1;
      for (int i = 0; i < column.size(); i++) {
        serial &= Ordinals.value(column.get(i).cell().raw()) == i + 1;
      }
      if (serial) {
        column.forEach(placed -> claims.take(grid, placed.at()));
      }
    }
  }

  /**
   * Returns the items whose numbers something in a row may be about: those of the row; else those
   * above and below.
   */
  private List<Item> owners(int row) {
    List<Item> own = itemsIn(row);
    if (!own.isEmpty()) {
      return own;
    }
    var around = new ArrayList<>(itemsIn(anchors.previousRow(row, -1)));
    around.addAll(itemsIn(anchors.nextRow(row, -1)));
    return around;
  }

  private List<Item> itemsIn(int row) {
    return items.stream()
        .filter(item -> anchors.of(item).stream().anyMatch(at -> at.row() == row))
        .toList();
  }

  private Location at(Position position) {
    return Location.at(grid.sheet(), grid.place(position));
  }

  private TextForm text() {
    if (text == null) {
      text = asText.get();
    }
    return text;
  }

  private boolean inCells(Item item) {
    List<Position> starts = anchors.of(item);
    if (starts.isEmpty() || starts.size() > 1) {
      return !starts.isEmpty();
    }
    Cell lead = grid.at(starts.get(0));
    return item.equals(words.itemLedBy(words.fold(lead))) || !holdsNumber(item, lead);
  }

  /** Tells whether a roll-up lists a repeated item on another sheet. */
  private boolean toldElsewhere(Item item) {
    return rollUp.isPresent() && item.repeats() && anchors.of(item).isEmpty();
  }

  /** Tells whether the words of a sentence are taken back. */
  private boolean struckOut(Position words) {
    boolean inPart =
        grid.at(words) instanceof Cell.Text text
            && text.spans().stream().anyMatch(span -> span.mark() == Mark.STRUCK_OUT);
    return inPart || grid.marks(words).contains(Mark.STRUCK_OUT);
  }

  private static boolean ambiguous(List<Entry> entries) {
    return entries.stream().anyMatch(e -> e.notes().contains(FindingCode.FIELD_AMBIGUOUS));
  }

  /** Tells whether a number was typed into the words of the form themselves. */
  private static boolean holdsNumber(Item item, Cell words) {
    String rest = words.raw();
    for (char own : item.literals().get(0).toCharArray()) {
      rest = rest.replaceFirst(Pattern.quote(String.valueOf(own)), "");
    }
    return Numerals.in(rest);
  }

  /** Reads a repeated item that a roll-up tells in one line, from the sheet that lists its rows. */
  private List<Entry> listedElsewhere(Item item, Document document) {
    return document.grids().stream()
        .flatMap(other -> new NamedRows(other, reader.on(other)).of(item).stream())
        .flatMap(List::stream)
        .toList();
  }

  private Finding reworded(Item item) {
    Position at = anchors.of(item).get(0);
    String found = grid.at(at).raw();
    return Finding.ofCell(
            FindingCode.LABEL_CHANGED, at(at).ofField(item.fields().get(0).id()), found)
        .with(Argument.WORDS, found)
        .with(Argument.OWN, item.literals().get(0));
  }

  /** Says once that fields do not stand where the form was issued with them. */
  private Optional<Finding> moved(List<Entry> entries) {
    var known = new HashSet<Address>();
    return entries.stream()
        .filter(entry -> entry.row() == 0 && entry.raw() != null)
        // Of several answers in one cell only the first stands in its own.
        .filter(entry -> known.add(entry.at().cell()))
        .filter(
            entry ->
                Optional.ofNullable(issued.get(Layout.name(entry.field().id(), 0)))
                    .filter(at -> !at.equals(entry.at().cell()))
                    .isPresent())
        .findFirst()
        .map(entry -> Finding.of(FindingCode.ROW_MOVED, entry.at()));
  }
}
