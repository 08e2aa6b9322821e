package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A form on a sheet whose sentences are cut at their blanks: words and answers in turn. */
final class CellForm implements Form {

  private static final Pattern NUMERAL = Pattern.compile("[0-9０-９零〇一二两三四五六七八九十百千万]");

  private final Grid grid;
  private final Anchors anchors;
  private final List<Item> items;
  private final FormWords words;
  private final Map<String, Position> issued;
  private final SentenceReader reader;
  private final Supplier<TextForm> asText;
  private final Optional<Document> rollUp;
  private List<Entry> text;

  /**
   * A form as its sentences were found on a sheet.
   *
   * @param issued where the blanks of the form as it was issued stand, by defined name
   * @param reader reads this sheet
   * @param asText the same sheet as text, for sentences that were typed whole into a cell
   * @param rollUp the document, where it is a roll-up: it lists repeated items on other sheets
   */
  CellForm(
      Grid grid,
      Anchors anchors,
      List<Item> items,
      FormWords words,
      Map<String, Position> issued,
      SentenceReader reader,
      Supplier<TextForm> asText,
      Optional<Document> rollUp) {
    this.grid = grid;
    this.anchors = anchors;
    this.items = items;
    this.words = words;
    this.issued = issued;
    this.reader = reader;
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
  public List<Grid.Placed> head() {
    return grid.rows(0, tableRow()).stream().filter(reader::isInForm).toList();
  }

  @Override
  public Filled read() {
    var entries = new ArrayList<Entry>();
    var findings = new ArrayList<Finding>();
    for (var item : items) {
      List<Entry> own;
      if (toldElsewhere(item)) {
        own = listedElsewhere(item, rollUp.orElseThrow());
      } else if (!inCells(item)) {
        own = asText(item);
      } else {
        own = item.repeats() ? list(item) : certain(item, sentence(item));
      }
      if (anchors.reworded(item) && own.stream().allMatch(e -> e.raw() != null)) {
        findings.add(reworded(item));
      }
      entries.addAll(own);
    }
    moved(entries).ifPresent(findings::add);
    return new Filled(reader.withoutShared(entries), findings);
  }

  /** Reads a sentence out of the text of the sheet, whatever cells it is cut into. */
  private List<Entry> asText(Item item) {
    if (text == null) {
      text = asText.get().read().entries();
    }
    return text.stream().filter(entry -> item.fields().contains(entry.field())).toList();
  }

  private boolean inCells(Item item) {
    List<Position> starts = anchors.of(item);
    if (starts.isEmpty() || item.repeats() || starts.size() > 1) {
      return !starts.isEmpty();
    }
    Cell lead = grid.at(starts.get(0));
    return item.equals(words.itemLedBy(words.fold(lead))) || !holdsNumber(item, lead);
  }

  /** Tells whether a roll-up lists a repeated item on another sheet. */
  private boolean toldElsewhere(Item item) {
    return rollUp.isPresent() && item.repeats() && anchors.of(item).isEmpty();
  }

  private List<Entry> sentence(Item item) {
    List<Position> starts = anchors.of(item);
    if (starts.size() > 1) {
      return unread(item, 0, grid.place(starts.get(0)), FindingCode.FIELD_AMBIGUOUS);
    }
    Position start = starts.get(0);
    List<Entry> own = reader.read(item, start, anchors.endOfWindow(start.row()), 0).entries();
    return struckOut(start)
        ? own.stream().map(entry -> Sight.of(entry, Set.of(Mark.STRUCK_OUT))).toList()
        : own;
  }

  /** Tells whether the words of a sentence are taken back. */
  private boolean struckOut(Position words) {
    boolean inPart =
        grid.at(words) instanceof Cell.Text text
            && text.spans().stream().anyMatch(span -> span.mark() == Mark.STRUCK_OUT);
    return inPart || grid.marks(words).contains(Mark.STRUCK_OUT);
  }

  /**
   * Reads a sentence that is ambiguous as text: the words between its blanks may be cut into other
   * cells than in the form as it was issued.
   */
  private List<Entry> certain(Item item, List<Entry> own) {
    if (!ambiguous(own)) {
      return own;
    }
    List<Entry> aligned = asText(item);
    return ambiguous(aligned) ? own : aligned;
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
    return NUMERAL.matcher(rest).find();
  }

  private List<Entry> unread(Item item, int row, String cell, FindingCode why) {
    return Entry.unread(item, row, new Location(null, null, grid.sheet(), cell, null), why);
  }

  /** Reads the rows of a repeated item, those that the unit added without the form's words too. */
  private List<Entry> list(Item item) {
    List<Position> starts = anchors.of(item);
    if (anchors.interrupted(item)) {
      // Another form begins in between, and nobody knows whose rows are whose.
      return unread(item, 1, grid.place(starts.get(0)), FindingCode.FIELD_AMBIGUOUS);
    }
    var entries = new ArrayList<Entry>();
    List<Integer> columns = List.of();
    int number = 0;
    for (int i = 0; i < starts.size(); i++) {
      Position start = starts.get(i);
      boolean last = i == starts.size() - 1;
      int end = anchors.nextRow(start.row(), grid.height());
      number++;
      if (words.goOnFrom(item, words.fold(grid.at(start)))) {
        entries.addAll(unread(item, number, grid.place(start), FindingCode.FIELD_AMBIGUOUS));
        continue;
      }
      SentenceReader.Sentence sentence = reader.read(item, start, start.row() + 1, number);
      addFilled(entries, sentence.entries());
      columns = sentence.columns().isEmpty() ? columns : sentence.columns();
      boolean gap = false;
      for (int below = start.row() + 1; below < end && !columns.isEmpty(); below++) {
        List<Entry> added = reader.readUnder(item, start, columns, below, number + 1);
        gap |= last && added.isEmpty();
        if (!gap) {
          number += addFilled(entries, added) ? 1 : 0;
        } else if (added.stream().anyMatch(entry -> entry.count() != null)) {
          // Apart from the list, a number under its columns may be anything.
          String cell = added.get(0).at().cell();
          addFilled(entries, unread(item, ++number, cell, FindingCode.FIELD_AMBIGUOUS));
        }
      }
    }
    return entries;
  }

  /** Reads a repeated item that a roll-up tells in one line, from the sheet that lists its rows. */
  private List<Entry> listedElsewhere(Item item, Document document) {
    var entries = new ArrayList<Entry>();
    for (var grid : document.grids()) {
      SentenceReader other = reader.on(grid);
      for (int row = 1; ; row++) {
        List<Entry> named = other.readNamed(item, row);
        if (named.isEmpty()) {
          break;
        }
        entries.addAll(named);
      }
    }
    return entries;
  }

  private static boolean addFilled(List<Entry> entries, List<Entry> row) {
    return !row.stream().allMatch(Entry::empty) && entries.addAll(row);
  }

  private Finding reworded(Item item) {
    Position at = anchors.of(item).get(0);
    String found = grid.at(at).raw();
    return Finding.ofCell(
        FindingCode.LABEL_CHANGED,
        new Location(null, null, grid.sheet(), grid.place(at), item.fields().get(0).id()),
        found,
        found,
        item.literals().get(0));
  }

  /** Says once that fields do not stand where the form was issued with them. */
  private Optional<Finding> moved(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.row() == 0 && entry.raw() != null)
        .filter(
            entry -> !issued.get(Layout.name(entry.field().id(), 0)).a1().equals(entry.at().cell()))
        .findFirst()
        .map(entry -> Finding.of(FindingCode.ROW_MOVED, entry.at()));
  }
}
