package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the form in a document and reads every field of it. Built once for a template; safe for
 * several threads.
 */
public final class FormMatcher {

  private static final Pattern NUMERAL = Pattern.compile("[0-9０-９零〇一二两三四五六七八九十百千万]");

  private final Template template;
  private final List<Item> items;
  private final FormWords words;
  private final Map<String, Position> issued;
  private final int columns;
  private final CountParser ofUnits;
  private final CountParser ofRollUps;

  /** A matcher for the forms of one template. */
  public FormMatcher(Template template) {
    Layout layout = Layout.of(template);
    this.template = template;
    this.items = template.items();
    this.words = new FormWords(template, layout);
    this.issued = layout.inputs();
    this.columns = layout.columns();
    this.ofUnits = new CountParser(template.measureWords(), true);
    this.ofRollUps = new CountParser(template.measureWords(), false);
  }

  /** A sheet that is the form. */
  private record Form(Grid grid, Anchors anchors) {}

  /** Returns the one form that a document holds, or none and why; places are without the file. */
  public Outcome<Submission> match(Document document) {
    List<Form> forms = forms(document, false);
    if (forms.isEmpty()) {
      forms = forms(document, true);
    }
    if (forms.isEmpty()) {
      return Outcome.none(
          Finding.of(FindingCode.NOT_THIS_FORM, Location.NOWHERE, template.title()));
    }
    List<Outcome<Submission>> read = forms.stream().map(form -> read(form, document)).toList();
    if (read.size() == 1) {
      return read.get(0);
    }
    List<Outcome<Submission>> filled = read.stream().filter(FormMatcher::filledIn).toList();
    if (filled.size() > 1) {
      return Outcome.none(
          Finding.of(FindingCode.SEVERAL_FORMS, Location.NOWHERE, String.valueOf(filled.size())));
    }
    return filled.isEmpty() ? read.get(0) : filled.get(0);
  }

  private List<Form> forms(Document document, boolean hidden) {
    var forms = new ArrayList<Form>();
    for (var grid : document.grids()) {
      if (grid.hidden() == hidden) {
        Anchors anchors = Anchors.find(grid, items, words);
        if (anchors.isForm(items)) {
          forms.add(new Form(grid, anchors));
        }
      }
    }
    return forms;
  }

  private static boolean filledIn(Outcome<Submission> outcome) {
    return outcome.value().orElseThrow().entries().stream()
        .anyMatch(entry -> entry.state() != State.BLANK);
  }

  private Outcome<Submission> read(Form form, Document document) {
    var findings = new ArrayList<Finding>();
    otherVersion(document).ifPresent(findings::add);
    boolean rollUp = document.properties().containsKey(Template.ROLL_UP_PROPERTY);
    // Beside the form of a roll-up stands of how many units its totals are made.
    var reader =
        rollUp
            ? new SentenceReader(form.grid(), words, ofRollUps, columns)
            : new SentenceReader(form.grid(), words, ofUnits, Integer.MAX_VALUE);
    var entries = new ArrayList<Entry>();
    for (var item : items) {
      List<Entry> own;
      if (!item.repeats()) {
        own = sentence(item, form, reader);
      } else if (rollUp && form.anchors().of(item).isEmpty()) {
        own = listedElsewhere(item, document);
      } else {
        own = list(item, form, reader);
      }
      if (form.anchors().reworded(item) && own.stream().allMatch(e -> e.raw() != null)) {
        findings.add(reworded(item, form));
      }
      entries.addAll(own);
    }
    moved(entries).ifPresent(findings::add);
    entries.forEach(entry -> entry.notes().forEach(note -> findings.add(finding(entry, note))));

    Map<HeaderField, HeaderEntry> header =
        new HeaderReader(form.grid(), words).read(form.anchors().firstRow());
    HeaderEntry day = header.get(HeaderField.DATE);
    Optional<LocalDate> date = DateParser.parse(day.cell(), template.period());
    if (date.isEmpty() && !day.text().isEmpty()) {
      findings.add(Finding.ofCell(FindingCode.DATE_UNREADABLE, day.at(), day.text(), day.text()));
    }
    return Outcome.of(
        new Submission(header, date, entries, saysNil(form.grid()), rollUp), findings);
  }

  private List<Entry> sentence(Item item, Form form, SentenceReader reader) {
    List<Position> starts = form.anchors().of(item);
    if (starts.size() == 1 && holdsNumber(item, form.grid().at(starts.get(0)))) {
      return unread(item, 0, form, starts.get(0).a1(), FindingCode.FIELD_AMBIGUOUS);
    }
    if (starts.size() == 1) {
      Position start = starts.get(0);
      return reader.read(item, start, form.anchors().endOfWindow(start.row()), 0).entries();
    }
    return starts.isEmpty()
        ? unread(item, 0, form, null, FindingCode.FIELD_MISSING)
        : unread(item, 0, form, starts.get(0).a1(), FindingCode.FIELD_AMBIGUOUS);
  }

  /** Tells whether a number was typed into the words of the form themselves. */
  private static boolean holdsNumber(Item item, Cell words) {
    String rest = words.raw();
    for (char own : item.literals().get(0).toCharArray()) {
      rest = rest.replaceFirst(Pattern.quote(String.valueOf(own)), "");
    }
    return NUMERAL.matcher(rest).find();
  }

  private static List<Entry> unread(Item item, int row, Form form, String cell, FindingCode why) {
    return Entry.unread(item, row, new Location(null, null, form.grid().sheet(), cell, null), why);
  }

  /** Reads the rows of a repeated item, those that the unit added without the form's words too. */
  private List<Entry> list(Item item, Form form, SentenceReader reader) {
    List<Position> starts = form.anchors().of(item);
    if (starts.isEmpty()) {
      return unread(item, 0, form, null, FindingCode.FIELD_MISSING);
    }
    var entries = new ArrayList<Entry>();
    List<Integer> columns = List.of();
    int number = 0;
    for (int i = 0; i < starts.size(); i++) {
      Position start = starts.get(i);
      boolean last = i == starts.size() - 1;
      int end = last ? form.grid().height() : starts.get(i + 1).row();
      number++;
      if (words.goOnFrom(item, words.fold(form.grid().at(start)))) {
        entries.addAll(unread(item, number, form, start.a1(), FindingCode.FIELD_AMBIGUOUS));
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
          addFilled(entries, unread(item, ++number, form, cell, FindingCode.FIELD_AMBIGUOUS));
        }
      }
    }
    return entries;
  }

  /** Reads a repeated item that a roll-up tells in one line, from the sheet that lists its rows. */
  private List<Entry> listedElsewhere(Item item, Document document) {
    var entries = new ArrayList<Entry>();
    for (var grid : document.grids()) {
      var reader = new SentenceReader(grid, words, ofRollUps, Integer.MAX_VALUE);
      for (int row = 1; ; row++) {
        List<Entry> named = reader.readNamed(item, row);
        if (named.isEmpty()) {
          break;
        }
        entries.addAll(named);
      }
    }
    return entries;
  }

  private static boolean addFilled(List<Entry> entries, List<Entry> row) {
    return !row.stream().allMatch(FormMatcher::empty) && entries.addAll(row);
  }

  private static boolean empty(Entry entry) {
    return entry.state() == State.BLANK && entry.notes().isEmpty();
  }

  private static Finding finding(Entry entry, FindingCode note) {
    return Finding.ofCell(
        note,
        entry.at(),
        entry.raw(),
        entry.raw() == null ? "" : entry.raw(),
        entry.value() == null ? "" : entry.value(),
        entry.field().type() == FieldType.COUNT ? entry.field().measure().name() : "",
        String.valueOf(entry.field().max()));
  }

  private Finding reworded(Item item, Form form) {
    Position at = form.anchors().of(item).get(0);
    String found = form.grid().at(at).raw();
    return Finding.ofCell(
        FindingCode.LABEL_CHANGED,
        new Location(null, null, form.grid().sheet(), at.a1(), item.fields().get(0).id()),
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

  private Optional<Finding> otherVersion(Document document) {
    String id = document.properties().getOrDefault(Template.ID_PROPERTY, template.id());
    String version =
        document.properties().getOrDefault(Template.VERSION_PROPERTY, template.version());
    return id.equals(template.id()) && version.equals(template.version())
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.OTHER_TEMPLATE_VERSION,
                Location.NOWHERE,
                id,
                version,
                template.id(),
                template.version()));
  }

  private boolean saysNil(Grid grid) {
    return grid.cells().stream()
        .map(Grid.Placed::cell)
        .filter(Cell.Text.class::isInstance)
        .filter(cell -> cell.raw().contains(CountParser.NIL_STATEMENT))
        .anyMatch(cell -> !words.contains(words.fold(cell)));
  }
}
