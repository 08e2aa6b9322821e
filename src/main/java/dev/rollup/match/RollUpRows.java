package dev.rollup.match;

import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Beside;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.FormWords;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.model.TextPlace;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RowSentence;
import dev.rollup.submission.Entry;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Section;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The rows of a roll-up that say to the letter what it carries. They are certain even where their
 * names hold numbers, or words of the form, that could be anything in the return of a unit: they
 * are read by themselves, and the form is read as if they were empty.
 */
final class RollUpRows {

  /** A sentence and what it says. */
  private record Sentence(Item item, List<String> values) {}

  private final RollUpContents carried;
  private final FormWords words;
  private final BlankReader blanks;
  private final Beside beside;
  private final List<Section> sections;
  private final Map<String, Sentence> sentences = new HashMap<>();
  private final Map<Item, List<List<Entry>>> rows = new HashMap<>();
  private final List<ReturnedListLine> lines = new ArrayList<>();

  /** The rows of one roll-up, as far as it carries any. */
  RollUpRows(RollUpContents carried, Template template, FormWords words) {
    this.carried = carried;
    this.words = words;
    this.blanks = new BlankReader(new CountParser(template.measureWords(), false));
    this.beside = new Beside(template.measureWords());
    this.sections = template.sections();
    for (var item : template.items()) {
      for (var row : carried.rows(item)) {
        sentences.put(plain(RowSentence.of(item, row.values())), new Sentence(item, row.values()));
      }
    }
  }

  /** Takes the rows out of a document, and returns what is left to be read. */
  Document takenFrom(Document document) {
    return new Document(
        document.grids().stream()
            .map(grid -> grid.running() ? ofText(grid) : ofSheet(grid))
            .toList(),
        document.notes(),
        document.properties());
  }

  private Grid ofText(Grid text) {
    var annexed = new HashSet<Position>();
    var sentenceOf = new HashMap<Position, Item>();
    var annex = new Annex(text, carried, words, blanks, beside);
    for (var section : sections) {
      for (var item : section.items()) {
        for (var table : item.repeats() ? annex.of(item) : List.<Annex.Found>of()) {
          annexed.addAll(table.cells());
          table.rows().forEach(row -> add(item, number -> numbered(row, number)));
          for (var line : ReturnedListLine.find(text, item, words)) {
            sentenceOf.put(line.position(), item);
            lines.add(line);
          }
        }
      }
    }
    var left = Grid.builder(text.sheet()).hidden(text.hidden());
    for (var placed : text.cells()) {
      Position at = placed.at();
      TextPlace place = text.textPlace(at).orElseThrow();
      Sentence known = sentences.get(plain(placed.cell().raw()));
      if (known != null) {
        Location location = Location.at(text.sheet(), place);
        add(known.item(), number -> row(known, number, location));
        sentenceOf.put(at, known.item());
      }
      if (!annexed.contains(at)) {
        Item item = sentenceOf.get(at);
        var cell = item == null ? (Cell.Text) placed.cell() : new Cell.Text(item.text());
        left.paragraph(at.row(), at.column(), place, cell);
      }
    }
    return left.build();
  }

  private Grid ofSheet(Grid sheet) {
    sections.stream()
        .flatMap(section -> section.items().stream())
        .filter(Item::repeats)
        .forEach(item -> lines.addAll(ReturnedListLine.find(sheet, item, words)));
    var emptied = new HashSet<Position>();
    for (var section : sections) {
      for (var item : section.items()) {
        List<Position> places = places(sheet, item, 1);
        for (int n = 1; !places.isEmpty(); n++, places = places(sheet, item, n)) {
          List<Entry> read = read(sheet, item, places);
          if (isCarried(item, read) && isAlone(sheet, section, item, places)) {
            add(item, number -> numbered(read, number));
            emptied.addAll(places);
          }
        }
      }
    }
    return emptied.isEmpty() ? sheet : sheet.without(emptied);
  }

  /** Returns the named cells of a row; none unless all stand in one row of the sheet. */
  private static List<Position> places(Grid sheet, Item item, int row) {
    var places = new ArrayList<Position>();
    if (item.repeats()) {
      for (var field : item.fields()) {
        Position at = sheet.names().get(Layout.name(field.id(), row));
        if (at == null || !places.isEmpty() && places.get(0).row() != at.row()) {
          return List.of();
        }
        places.add(at);
      }
    }
    return places;
  }

  private List<Entry> read(Grid sheet, Item item, List<Position> places) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < places.size(); i++) {
      Field field = item.fields().get(i);
      Position at = places.get(i);
      Location location = Location.at(sheet.sheet(), sheet.place(at)).ofField(field.id());
      entries.add(blanks.entry(field, 0, sheet.at(at), location));
    }
    return entries;
  }

  /** Tells whether the words of the form, and nothing else, stand around the cells of a row. */
  private static boolean isAlone(Grid sheet, Section section, Item item, List<Position> places) {
    Set<String> words = new HashSet<>();
    item.literals().forEach(literal -> words.add(Folding.label(literal)));
    String lead = Folding.label(item.literals().get(0));
    words.add(Folding.label(section.heading()));
    int row = places.get(0).row();
    List<String> around =
        sheet.rows(row, row + 1).stream()
            .filter(placed -> !places.contains(placed.at()))
            .map(placed -> Folding.label(placed.cell().raw()))
            .toList();
    return around.contains(lead) && words.containsAll(around);
  }

  private static List<Entry> numbered(List<Entry> row, int number) {
    return row.stream().map(entry -> entry.inRow(number)).toList();
  }

  private void add(Item item, IntFunction<List<Entry>> row) {
    List<List<Entry>> own = rows.computeIfAbsent(item, known -> new ArrayList<>());
    own.add(row.apply(own.size() + 1));
  }

  private List<Entry> row(Sentence known, int number, Location at) {
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < known.values().size(); i++) {
      var field = known.item().fields().get(i);
      var cell = new Cell.Text(known.values().get(i));
      entries.add(blanks.entry(field, number, cell, at.ofField(field.id())));
    }
    return entries;
  }

  /** Tells whether a row of an item says to the letter what is carried. */
  boolean isCarried(Item item, List<Entry> row) {
    List<String> values = row.stream().map(entry -> Objects.toString(entry.value(), "")).toList();
    return row.stream().allMatch(entry -> entry.notes().isEmpty())
        && sentences.containsKey(plain(RowSentence.of(item, values)));
  }

  /** Returns what was read of the rest, with the rows that were taken out before those in it. */
  Filled with(Filled rest, List<Item> items) {
    if (rows.isEmpty()) {
      return rest;
    }
    var entries = new ArrayList<Entry>();
    for (var item : items) {
      List<List<Entry>> known = rows.getOrDefault(item, List.of());
      known.forEach(entries::addAll);
      rest.entries().stream()
          .filter(entry -> item.fields().contains(entry.field()))
          .map(entry -> entry.row() == 0 ? entry : entry.inRow(entry.row() + known.size()))
          .forEach(entries::add);
    }
    return new Filled(entries, rest.findings(), rest.claims());
  }

  /**
   * Returns the same with a row in doubt for each line that tells of other rows.
   *
   * @param form the form that the rows are of: what its own sheet lists is told nowhere else
   */
  Filled checked(Filled filled, Grid form) {
    Filled checked = filled;
    for (var line : lines) {
      List<List<Entry>> listed = filled.rows(line.item());
      boolean elsewhere =
          form.running() || listed.stream().flatMap(List::stream).noneMatch(e -> isOn(form, e));
      if (elsewhere
          && Objects.equals(form.sheet(), line.at().sheet())
          && !line.says(listed, carried)) {
        checked = checked.and(List.of(line.inDoubt(listed.size() + 1)));
      }
    }
    return checked;
  }

  private static boolean isOn(Grid form, Entry entry) {
    return entry.raw() != null && Objects.equals(form.sheet(), entry.at().sheet());
  }

  /** White space alone may differ: a line of Word has none at its end. */
  private static String plain(String sentence) {
    return sentence.replaceAll("[\\s\\p{Z}]+", "");
  }
}
