package dev.rollup.match.blank;

import dev.rollup.finding.Argument;
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
import dev.rollup.model.Address;
import dev.rollup.model.Area;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.submission.Value;
import dev.rollup.template.Binding;
import dev.rollup.template.Block;
import dev.rollup.template.Field;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.InlineBlanks;
import dev.rollup.template.Template;
import dev.rollup.text.Amount;
import dev.rollup.text.DateParser;
import dev.rollup.text.Folding;
import dev.rollup.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one return that the blank was laid over. For one document. */
final class BlankForm {

  /** A day of which only the year is printed. */
  private static final Pattern OPEN_DAY =
      Pattern.compile("\\s*\\d{0,4}[\\s\\p{Z}_＿]*年[\\s\\p{Z}_＿]*月?[\\s\\p{Z}_＿]*日?\\s*");

  private final Template template;
  private final Document document;
  private final Map<Surface, Overlay> laid;
  private final Counterparts counterparts;
  private final Paragraphs paragraphs;
  private final StatedMeasures measures;
  private final BlankReader values;
  private final Map<String, Field> fields;
  private final FormFormula formulas;

  /** By field and row. */
  private final Map<String, TreeMap<Integer, Entry>> entries = new HashMap<>();

  /** What it says that it corrects, if it was sent back. */
  private final SentSlip slip;

  /** The labels of which it is told that they are in other words, by their sheet or table. */
  private final Set<List<Object>> reworded = new HashSet<>();

  private final Places places = new Places();
  private final Heads heads = new Heads(places);
  private final Set<Entry> doubtful = new HashSet<>();

  /** Numbers that the unit counted in another measure than the form's. */
  private final Set<Entry> otherwise = new HashSet<>();

  /** Numbers beside which it is written that they are about so much. */
  private final Set<Entry> estimated = new HashSet<>();

  private final List<Finding> findings = new ArrayList<>();

  BlankForm(
      Template template,
      Document document,
      Map<Surface, Overlay> laid,
      Counterparts counterparts,
      Paragraphs paragraphs,
      StatedMeasures measures,
      BlankReader values) {
    this.template = template;
    this.document = document;
    this.slip = SentSlip.of(document);
    this.laid = laid;
    this.counterparts = counterparts;
    this.paragraphs = paragraphs;
    this.measures = measures;
    this.values = values;
    this.fields = template.fields();
    this.formulas = new FormFormula(template.blank().orElseThrow(), document.grids());
  }

  /**
   * Reads every field, and names what was left over.
   *
   * @param rollUp whether it is the sum of other returns
   * @param carried what it says it was made of, where it is
   */
  Outcome<Submission> read(boolean rollUp, RollUpContents carried) {
    laid.forEach(
        (surface, overlay) -> {
          overlay.own().forEach(at -> places.take(overlay.grid(), at));
          surface.blocks().forEach(block -> block(block, surface, overlay));
          heads.read(surface, overlay);
          if (overlay.grid().hidden()) {
            findings.add(
                Finding.of(FindingCode.HIDDEN_SHEET, Location.at(overlay.grid().sheet(), null)));
          }
        });
    counterparts.disputed().forEach(this::disputed);
    texts();
    measures.in(document).forEach(this::otherwise);
    laid.values().forEach(overlay -> measuredBeside(overlay.grid()));
    laid.values().forEach(overlay -> doubtful.addAll(places.underOneCell(overlay.grid())));
    laid.values().forEach(overlay -> doubtful.addAll(places.readTwice(overlay.grid())));
    var remainder =
        new Remainder(
            document,
            laid.values().stream().map(Overlay::grid).toList(),
            counterparts.grids(),
            paragraphs,
            places,
            slip);
    findings.addAll(remainder.name());
    doubtful.addAll(remainder.doubtful());
    estimated.addAll(remainder.estimated());
    laid.values().forEach(overlay -> estimated.addAll(remarkedAsEstimates(overlay.grid())));
    return submission(rollUp, carried);
  }

  /** Leaves out a number right before a cell in which a unit wrote another measure of its own. */
  private void measuredBeside(Grid grid) {
    for (var placed : grid.cells()) {
      boolean seen = !grid.marks(placed.at()).contains(Mark.HIDDEN);
      if (seen && placed.cell() instanceof Cell.Text && !places.isTaken(grid, placed.at())) {
        places
            .before(grid, placed.at())
            .filter(entry -> entry.field().type().number())
            .filter(
                entry -> measures.isOtherStep(placed.cell().raw(), entry.field().measured().name()))
            .ifPresent(otherwise::add);
      }
    }
  }

  /** Leaves out what is counted in a measure that a line around a table says otherwise. */
  private void otherwise(StatedMeasures.Other line) {
    List<Entry> about =
        fields.keySet().stream()
            .flatMap(id -> entries.getOrDefault(id, new TreeMap<>()).values().stream())
            .filter(entry -> measures.isAbout(line, entry.field()))
            .toList();
    // On a sheet of the form it speaks of that sheet.
    boolean own = laid.values().stream().anyMatch(overlay -> overlay.grid() == line.grid());
    List<Entry> numbers =
        about.stream()
            .filter(entry -> entry.number() != null)
            .filter(entry -> !own || Objects.equals(entry.at().sheet(), line.grid().sheet()))
            .toList();
    if (!numbers.isEmpty()) {
      otherwise.addAll(numbers);
      measured(line.grid(), line.placed().at(), numbers.get(0).field());
    }
  }

  /** Says where a unit wrote another measure than that of a field. */
  private void measured(Grid grid, Position at, Field field) {
    String words = grid.at(at).raw();
    findings.add(
        Finding.ofCell(FindingCode.WRONG_MEASURE_UNIT, location(grid, at, field.id()), words)
            .with(Argument.VALUE, words)
            .with(Argument.MEASURE, field.measured().name()));
  }

  /** Returns the numbers in whose row the unit remarks, where it was asked to, that it guessed. */
  private List<Entry> remarkedAsEstimates(Grid grid) {
    var all = new ArrayList<Entry>();
    for (int row = 0; row < grid.height(); row++) {
      List<Entry> own = places.inRow(grid, row);
      if (own.stream().anyMatch(each -> each.text() != null && Estimates.ofRow(each.text()))) {
        all.addAll(own);
      }
    }
    return all;
  }

  /** Reads nothing of a sheet or table that may be one of several. */
  private void disputed(Surface surface) {
    for (var block : surface.blocks()) {
      block.bindings().stream()
          .filter(each -> surface.holds(each.at()))
          .map(each -> fields.get(each.id()))
          .forEach(
              field ->
                  entries
                      .computeIfAbsent(field.id(), id -> new TreeMap<>())
                      .put(0, unread(field, nowhere(field), FindingCode.FIELD_AMBIGUOUS)));
    }
  }

  private void block(Block block, Surface surface, Overlay overlay) {
    List<Binding> own = block.bindings().stream().filter(each -> surface.holds(each.at())).toList();
    if (block instanceof Block.Rows list) {
      rows(list, own, surface, overlay);
      return;
    }
    var sentences = new LinkedHashMap<Place, List<Binding>>();
    for (var binding : own) {
      if (binding.at().blank() > 0) {
        sentences.computeIfAbsent(binding.at().blank(0), at -> new ArrayList<>()).add(binding);
      } else {
        cell(binding, surface, overlay);
      }
    }
    sentences(sentences, surface, overlay);
    var read = new HashMap<Position, Entry>();
    for (var binding : own) {
      TreeMap<Integer, Entry> rows = entries.get(binding.id());
      if (binding.at().blank() == 0 && rows != null) {
        read.put(binding.at().cell(), rows.firstEntry().getValue());
      }
    }
    doubtful.addAll(Shifted.inBlock(read));
    if (block instanceof Block.Matrix) {
      doubtful.addAll(Shifted.inRows(read));
    }
  }

  private void cell(Binding binding, Surface surface, Overlay overlay) {
    Position printed = binding.at().cell();
    Optional<Position> at = overlay.place(printed);
    if (at.isEmpty()
        || !overlay.fitsLeft(printed, at.get().row())
        || !overlay.fitsSection(printed.row())) {
      boolean row = overlay.row(printed.row()).isPresent();
      missing(binding, overlay, row ? FindingCode.FIELD_AMBIGUOUS : FindingCode.FIELD_MISSING);
      return;
    }
    Overlay.Heads heads = overlay.heads(binding, surface.headsOver(binding));
    Entry read = entry(binding, 0, surface, overlay.grid(), at.get());
    Entry entry = heads.fit() ? read : underOther(read);
    overlay.reworded(printed.row()).forEach(label -> reworded(label, entry, surface, overlay));
    heads.reworded().forEach(head -> reworded(head, entry, surface, overlay));
    add(entry, overlay.grid(), at.get());
  }

  /** What stands under another head is no answer to the blank, and belongs to nothing else. */
  private static Entry underOther(Entry entry) {
    return entry.unread(FindingCode.FIELD_AMBIGUOUS);
  }

  /** Says once of each label that it was written in other words, be it in another measure. */
  private void reworded(Position label, Entry entry, Surface surface, Overlay overlay) {
    Field field = entry.field();
    Grid grid = overlay.grid();
    Position at = first(grid, overlay.place(label).orElseThrow());
    String words = grid.at(at).raw();
    String own = surface.grid().at(first(surface.grid(), label)).raw();
    boolean other =
        field.type().number() && StatedMeasures.isOther(own, words, field.measured().name());
    if (other) {
      otherwise.add(entry);
    }
    if (!reworded.add(List.of(grid, at))) {
      return;
    }
    if (other) {
      measured(grid, at, field);
    } else {
      findings.add(
          Finding.ofCell(FindingCode.LABEL_CHANGED, location(grid, at, field.id()), words)
              .with(Argument.WORDS, words)
              .with(Argument.OWN, own));
    }
  }

  private static Position first(Grid grid, Position at) {
    return grid.mergedAt(at).map(Area::first).orElse(at);
  }

  private Field field(Binding binding) {
    return Objects.requireNonNull(fields.get(binding.id()), binding.id());
  }

  private Entry entry(Binding binding, int row, Surface surface, Grid grid, Position at) {
    Field field = field(binding);
    Cell printed = surface.grid().at(binding.at().cell());
    Cell shown = formulas.believed(field, printed, grid, at);
    Cell typed = unfilled(printed, shown) ? Cell.EMPTY : shown;
    Optional<TickedChoice> choice = TickedChoice.of(field, printed, typed);
    if (choice.isPresent() && choice.get().ticked().size() == 1) {
      typed = new Cell.Text(choice.get().ticked().get(0));
    }
    Entry read = values.entry(field, row, typed, location(grid, at, field.id()));
    if (choice.filter(each -> !each.certain() || each.ticked().size() > 1).isPresent()) {
      read = read.unread(FindingCode.FIELD_AMBIGUOUS);
    }
    return Sight.of(
        binding.formula() ? formulas.expected(read, printed, grid, at) : read, marks(grid, at));
  }

  /** Tells whether a cell holds nothing but what the form prints there: room for a number of 人. */
  private static boolean unfilled(Cell printed, Cell typed) {
    return printed instanceof Cell.Text
        && !printed.raw().isBlank()
        && Folding.label(printed.raw()).equals(Folding.label(typed.raw()))
        && signs(printed.raw()).equals(signs(typed.raw()));
  }

  /** Returns the signs that no label is told by, of which a tick is one. */
  private static String signs(String text) {
    return text.codePoints()
        .filter(
            c ->
                switch (Character.getType(c)) {
                  case Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> true;
                  default -> false;
                })
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
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

  private void rows(Block.Rows list, List<Binding> own, Surface surface, Overlay overlay) {
    int first = own.get(0).at().cell().row();
    Optional<Integer> head = overlay.row(first - 1);
    boolean fits =
        head.isPresent()
            && overlay.isFoundByWords(first - 1)
            && own.stream().allMatch(each -> overlay.column(each.at().cell().column()).isPresent());
    if (!fits) {
      own.forEach(each -> missing(each, overlay, FindingCode.FIELD_MISSING));
      return;
    }
    if (overlay.mayBeOther(first - 1)) {
      own.forEach(each -> missing(each, overlay, FindingCode.FIELD_AMBIGUOUS));
      return;
    }
    var heads = new HashMap<Binding, Overlay.Heads>();
    own.forEach(each -> heads.put(each, overlay.heads(each, surface.headsOver(each))));
    Grid grid = overlay.grid();
    int end = grid.height();
    for (int row = first + list.rows(); row < overlay.height(); row++) {
      if (overlay.isFound(row)) {
        end = overlay.row(row).orElseThrow();
        break;
      }
    }
    int number = 0;
    var read = new HashMap<Position, Entry>();
    var nameless = new ArrayList<Entry>();
    boolean named = false;
    for (int row = head.get() + 1; row < end; row++) {
      int next = number + 1;
      var entries = new ArrayList<Entry>();
      boolean filled = false;
      for (var each : own) {
        var at = new Position(row, overlay.column(each.at().cell().column()).orElseThrow());
        Entry entry = entry(each, next, surface, grid, at);
        boolean fit = Objects.requireNonNull(heads.get(each)).fit();
        entries.add(entry.empty() || fit ? entry : underOther(entry));
        Cell printed = surface.grid().at(each.at().cell());
        if (FormFormula.isIdle(entry, printed, grid.at(at))) {
          places.take(grid, at);
        } else {
          filled |= !entry.empty();
        }
      }
      if (filled) {
        number = next;
        boolean name = isNamed(entries, grid, own, overlay, row);
        named |= name;
        nameless.addAll(name ? List.of() : entries);
        if (entries.stream().filter(BlankForm::isOfAnotherKind).count() > 1) {
          // Several answers that their heads do not ask for: the row was typed under others.
          doubtful.addAll(entries);
        }
        for (var entry : entries) {
          int column = overlay.column(column(own, entry)).orElseThrow();
          Objects.requireNonNull(heads.get(binding(own, entry)))
              .reworded()
              .forEach(label -> reworded(label, entry, surface, overlay));
          add(entry, grid, new Position(row, column));
          read.put(new Position(row, column), entry);
        }
        ordinals(own, overlay, row);
      }
    }
    doubtful.addAll(Shifted.inBlock(read));
    doubtful.addAll(Shifted.inRows(read));
    if (named) {
      // Numbers without a name, where every other row has one, may be a total typed one row off.
      doubtful.addAll(nameless);
    }
  }

  /** Tells whether an answer is not of the kind that is asked for. */
  private static boolean isOfAnotherKind(Entry entry) {
    return entry.notes().contains(FindingCode.NOT_A_COUNT)
        || entry.notes().contains(FindingCode.FRACTIONAL_COUNT);
  }

  /** Tells whether a row of a list says in words what its numbers are about. */
  private static boolean isNamed(
      List<Entry> entries, Grid grid, List<Binding> own, Overlay overlay, int row) {
    return entries.stream()
        .filter(entry -> entry.field().type() == FieldType.TEXT)
        .anyMatch(
            entry ->
                entry.text() != null
                    || grid.mergedAt(
                            new Position(row, overlay.column(column(own, entry)).orElseThrow()))
                        .isPresent());
  }

  private static int column(List<Binding> own, Entry entry) {
    return binding(own, entry).at().cell().column();
  }

  private static Binding binding(List<Binding> own, Entry entry) {
    return own.stream()
        .filter(each -> each.id().equals(entry.field().id()))
        .findFirst()
        .orElseThrow();
  }

  /** A number left of a row of a list only counts the rows. */
  private void ordinals(List<Binding> own, Overlay overlay, int row) {
    int left = own.stream().mapToInt(each -> each.at().cell().column()).min().orElse(0);
    for (int column = 0; column < left; column++) {
      int printed = column;
      overlay
          .column(printed)
          .map(found -> new Position(row, found))
          .filter(at -> RowNumber.of(overlay.grid().at(at).raw()).isPresent())
          .ifPresent(at -> places.take(overlay.grid(), at));
    }
  }

  /**
   * Reads the sentences of one block, and names the paragraphs that somebody put between them.
   *
   * @param sentences their blanks, by the place of each sentence
   */
  private void sentences(Map<Place, List<Binding>> sentences, Surface surface, Overlay overlay) {
    var byCell = new LinkedHashMap<Position, List<List<Binding>>>();
    sentences.forEach(
        (place, blanks) ->
            byCell.computeIfAbsent(place.cell(), at -> new ArrayList<>()).add(blanks));
    byCell.forEach(
        (printed, all) -> {
          var read = new TreeMap<Integer, List<Entry>>();
          all.forEach(blanks -> sentence(blanks, overlay, read));
          if (read.size() == all.size()) {
            between(read, surface.grid().at(printed), overlay.grid(), overlay.place(printed));
          }
        });
  }

  /** A number in a paragraph that is none of the blank's may change what is said before it. */
  private void between(
      NavigableMap<Integer, List<Entry>> read, Cell printed, Grid grid, Optional<Position> at) {
    String[] own = at.map(there -> grid.at(there).raw()).orElse("").split(Document.PARAGRAPH, -1);
    Set<String> known =
        Stream.of(printed.raw().split(Document.PARAGRAPH, -1))
            .map(Folding::label)
            .collect(Collectors.toSet());
    for (int i = 0; i < own.length; i++) {
      boolean foreign =
          own.length > read.size()
              && !read.containsKey(i)
              && Numerals.in(own[i])
              && !known.contains(Folding.label(own[i]));
      if (foreign) {
        findings.add(
            Finding.ofCell(
                    FindingCode.NUMBER_ELSEWHERE,
                    Location.at(grid.sheet(), grid.place(at.orElseThrow())),
                    own[i])
                .with(Argument.WORDS, own[i])
                .withSeverity(Severity.ERROR));
        Map.Entry<Integer, List<Entry>> before = read.floorEntry(i);
        doubtful.addAll(before == null ? read.firstEntry().getValue() : before.getValue());
      }
    }
  }

  /**
   * @param read what was read of the sentences of the same cell, by their paragraphs in the return
   */
  private void sentence(
      List<Binding> blanks, Overlay overlay, NavigableMap<Integer, List<Entry>> read) {
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
      // The sentence is the whole cell, in however many paragraphs.
      own = new String[] {grid.at(at.get()).raw()};
      index = words.fits(own[0]) ? 0 : -1;
    }
    if (index < 0) {
      // A number alone is not the sentence: it was typed over it, as that of a neighbour.
      if (!isNumberAlone(grid.at(at.get()).raw())) {
        places.take(grid, at.get());
      }
      blanks.forEach(each -> missing(each, overlay, FindingCode.FIELD_AMBIGUOUS));
      return;
    }
    int from = 0;
    for (int i = 0; i < index; i++) {
      from += own[i].length() + Document.PARAGRAPH.length();
    }
    read.put(index, answers(blanks, words, own[index], from, grid, at.get()));
  }

  /** Tells whether a text holds no words but a number and its measure. */
  private boolean isNumberAlone(String text) {
    String bare = Folding.halfWidth(text).strip();
    String number =
        template.measureWords().stream()
            .filter(bare::endsWith)
            .max(Comparator.comparingInt(String::length))
            .map(measure -> bare.substring(0, bare.length() - measure.length()).strip())
            .orElse(bare);
    return number.codePoints().noneMatch(Character::isLetter)
        || Amount.begins(number) && Amount.at(number, 0).end() == number.length();
  }

  /**
   * Returns what was read of the blanks of a sentence.
   *
   * @param from where the sentence begins in the text of its cell
   */
  private List<Entry> answers(
      List<Binding> blanks, InlineBlanks words, String text, int from, Grid grid, Position at) {
    List<InlineBlanks.Answer> answers = words.in(text).orElseThrow();
    places.take(grid, at);
    var read = new ArrayList<Entry>();
    for (int i = 0; i < blanks.size(); i++) {
      Field field = field(blanks.get(i));
      int number = blanks.get(i).at().blank() - 1;
      if (number >= answers.size()) {
        add(unread(field, location(grid, at, field.id()), FindingCode.FIELD_AMBIGUOUS), grid, at);
        continue;
      }
      InlineBlanks.Answer answer = answers.get(number);
      Entry entry =
          Sight.of(
              values.entry(field, 0, new Cell.Text(answer.text()), location(grid, at, field.id())),
              marks(grid.at(at), from + answer.from(), from + answer.to()));
      add(entry, grid, at);
      read.add(entry);
    }
    return read;
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
    Address place = overlay.place(binding.at().cell()).map(grid::place).orElse(null);
    Field field = field(binding);
    entries
        .computeIfAbsent(field.id(), id -> new TreeMap<>())
        .put(0, unread(field, Location.at(grid.sheet(), place).ofField(field.id()), why));
  }

  private static Entry unread(Field field, Location at, FindingCode why) {
    return new Entry(field, 0, Value.Absent.EXCLUDED, null, at, List.of(why));
  }

  private void add(Entry entry, Grid grid, Position at) {
    entries.computeIfAbsent(entry.field().id(), id -> new TreeMap<>()).put(entry.row(), entry);
    places.take(grid, at, entry);
  }

  /** Reads what stands in paragraphs outside tables. */
  private void texts() {
    paragraphs
        .header()
        .forEach(
            (place, blanks) ->
                Paragraphs.find(document, InlineBlanks.ofHeader(blanks))
                    .ifPresent(
                        found ->
                            heads.read(blanks, found.cell().raw(), textOf(found), found.at())));
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

  private Outcome<Submission> submission(boolean rollUp, RollUpContents carried) {
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
    List<Entry> certain = all.stream().map(this::certain).toList();
    Filled filled =
        ListTotals.without(new Filled(certain, findings, new Claims()), template.items(), !rollUp);
    var said = new ArrayList<>(filled.findings());
    if (rollUp && carried.isNone()) {
      said.add(Finding.of(FindingCode.ORIGINS_LOST, Location.NOWHERE));
    }
    filled
        .entries()
        .forEach(entry -> entry.notes().forEach(note -> said.add(EntryFinding.of(entry, note))));
    Map<HeaderField, HeaderEntry> header = heads.all();
    HeaderEntry day = Objects.requireNonNull(header.get(HeaderField.DATE));
    Optional<LocalDate> date = DateParser.parse(day.cell(), template.period());
    if (date.isEmpty() && Numerals.in(day.text()) && !OPEN_DAY.matcher(day.text()).matches()) {
      said.add(
          Finding.ofCell(FindingCode.DATE_UNREADABLE, day.at(), day.text())
              .with(Argument.VALUE, day.text()));
    }
    return Outcome.of(
        new Submission(header, date, filled.entries(), saysNil(), rollUp, carried, slip.corrects()),
        said);
  }

  /** Returns an entry as it was read, or unread where something else on the form is against it. */
  private Entry certain(Entry entry) {
    if (doubtful.contains(entry) && entry.state() != State.EXCLUDED) {
      return entry.unread(FindingCode.FIELD_AMBIGUOUS);
    }
    if (otherwise.contains(entry) && entry.number() != null) {
      return entry.unread(FindingCode.WRONG_MEASURE_UNIT);
    }
    return estimated.contains(entry) && entry.number() != null
        ? entry.unread(FindingCode.APPROXIMATE_COUNT)
        : entry;
  }

  private static Location nowhere(Field field) {
    return Location.NOWHERE.ofField(field.id());
  }

  private boolean saysNil() {
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream())
        .anyMatch(placed -> placed.cell().raw().contains(CountParser.NIL_STATEMENT));
  }

  private static Location location(Grid grid, Position at, String field) {
    return Location.at(grid.sheet(), grid.place(at)).ofField(field);
  }
}
