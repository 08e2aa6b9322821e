package dev.rollup.match.blank;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.match.cells.ListTotals;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Claims;
import dev.rollup.match.find.EntryFinding;
import dev.rollup.match.find.Filled;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Position;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.Submission;
import dev.rollup.template.Binding;
import dev.rollup.template.Block;
import dev.rollup.template.HeaderField;
import dev.rollup.template.InlineBlanks;
import dev.rollup.template.Template;
import dev.rollup.text.DateParser;
import dev.rollup.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one return that the blank was laid over. For one document. */
final class BlankForm {

  /** A day of which only the year is printed. */
  private static final Pattern OPEN_DAY =
      Pattern.compile("\\s*\\d{0,4}[\\s\\p{Z}_＿]*年[\\s\\p{Z}_＿]*月?[\\s\\p{Z}_＿]*日?\\s*");

  private final Template template;
  private final Document document;
  private final Map<Surface, Overlay> laid;
  private final Counterparts counterparts;
  private final PrintedText paragraphs;
  private final StatedMeasures measures;

  /** What it says that it corrects, if it was sent back. */
  private final SentSlip slip;

  private final FormEntries entries;
  private final HeaderAnswers heads;
  private final CellAnswers answers;
  private final SentenceBlanks sentences;
  private final Rewordings rewordings;

  BlankForm(
      Template template,
      Document document,
      Map<Surface, Overlay> laid,
      Counterparts counterparts,
      PrintedText paragraphs,
      StatedMeasures measures,
      BlankReader values) {
    this.template = template;
    this.document = document;
    this.slip = SentSlip.of(document);
    this.laid = laid;
    this.counterparts = counterparts;
    this.paragraphs = paragraphs;
    this.measures = measures;
    this.entries = new FormEntries(template);
    this.heads = new HeaderAnswers(entries.places());
    var formulas = new FormFormula(template.blank().orElseThrow(), document.grids());
    this.answers = new CellAnswers(entries, values, formulas);
    this.sentences = new SentenceBlanks(template, entries, answers);
    this.rewordings = new Rewordings(measures, entries);
  }

  /**
   * Reads every field, and names what was left over.
   *
   * @param rollUp whether it is the sum of other returns
   * @param carried what it says it was made of, where it is
   */
  Outcome<Submission> read(boolean rollUp, RollUpContents carried) {
    laid.forEach(this::read);
    counterparts.disputed().forEach(this::disputed);
    readParagraphs();
    measures.in(document).forEach(line -> rewordings.around(line, laid.values()));
    grids().forEach(rewordings::beside);
    Places places = entries.places();
    grids().forEach(grid -> entries.doubt(places.underOneCell(grid)));
    grids().forEach(grid -> entries.doubt(places.readTwice(grid)));
    var remainder =
        new Remainder(document, grids(), counterparts.grids(), paragraphs, places, slip);
    remainder.name().forEach(entries::name);
    entries.doubt(remainder.doubtful());
    entries.estimated(remainder.estimated());
    grids().forEach(grid -> entries.estimated(remarkedAsEstimates(grid)));
    return submission(rollUp, carried);
  }

  private List<Grid> grids() {
    return laid.values().stream().map(Overlay::grid).toList();
  }

  /** Reads one sheet or table. */
  private void read(Surface surface, Overlay overlay) {
    overlay.own().forEach(at -> entries.places().take(overlay.grid(), at));
    surface.blocks().forEach(block -> block(block, surface, overlay));
    heads.read(surface, overlay);
    if (overlay.grid().hidden()) {
      entries.name(Finding.of(FindingCode.HIDDEN_SHEET, Location.at(overlay.grid().sheet(), null)));
    }
  }

  /** Reads what stands in paragraphs outside tables. */
  private void readParagraphs() {
    for (var blanks : paragraphs.header().values()) {
      PrintedText.find(document, InlineBlanks.ofHeader(blanks))
          .ifPresent(
              found ->
                  heads.read(
                      blanks, found.cell().raw(), PrintedText.textOf(document, found), found.at()));
    }
    sentences.outsideTables(paragraphs, document);
  }

  /** Returns the numbers in whose row the unit remarks, where it was asked to, that it guessed. */
  private List<Entry> remarkedAsEstimates(Grid grid) {
    var all = new ArrayList<Entry>();
    for (var own : entries.places().byRow(grid)) {
      if (own.stream().anyMatch(each -> each.text() != null && Estimates.ofRow(each.text()))) {
        all.addAll(own);
      }
    }
    return all;
  }

  /** Reads nothing of a sheet or table that may be one of several. */
  private void disputed(Surface surface) {
    surface.blocks().stream()
        .flatMap(block -> own(block, surface).stream())
        .forEach(blank -> entries.missing(blank, FindingCode.FIELD_AMBIGUOUS));
  }

  private static List<Binding> own(Block block, Surface surface) {
    return block.bindings().stream().filter(each -> surface.holds(each.at())).toList();
  }

  private void block(Block block, Surface surface, Overlay overlay) {
    List<Binding> own = own(block, surface);
    if (block instanceof Block.Rows list) {
      new ListRows(list, own, surface, overlay, entries, answers, rewordings).read();
      return;
    }
    List<Binding> cells = own.stream().filter(each -> each.at().blank() == 0).toList();
    cells.forEach(each -> cell(each, surface, overlay));
    sentences.inCells(
        own.stream().filter(each -> each.at().blank() > 0).toList(), surface, overlay);
    var read = new HashMap<Position, Entry>();
    for (var each : cells) {
      entries.single(each).ifPresent(entry -> read.put(each.at().cell(), entry));
    }
    entries.doubt(Shifted.inBlock(read));
    if (block instanceof Block.Matrix) {
      entries.doubt(Shifted.inRows(read));
    }
  }

  private void cell(Binding binding, Surface surface, Overlay overlay) {
    Position printed = binding.at().cell();
    Optional<Position> at = overlay.place(printed);
    if (at.isEmpty()
        || !overlay.fitsLeft(printed, at.get().row())
        || !overlay.fitsSection(printed.row())) {
      boolean row = overlay.row(printed.row()).isPresent();
      entries.missing(
          binding, overlay, row ? FindingCode.FIELD_AMBIGUOUS : FindingCode.FIELD_MISSING);
      return;
    }
    HeadsOver over = HeadsOver.of(binding, surface.headsOver(binding), overlay);
    Entry read = answers.of(binding, 0, surface, overlay.grid(), at.get());
    // What stands under another head is no answer to the blank, and belongs to nothing else.
    Entry entry = over.fit() ? read : read.unread(FindingCode.FIELD_AMBIGUOUS);
    rewordings.name(overlay.reworded(printed.row()), entry, surface, overlay);
    rewordings.name(over.reworded(), entry, surface, overlay);
    entries.add(entry, overlay.grid(), at.get());
  }

  private Outcome<Submission> submission(boolean rollUp, RollUpContents carried) {
    Filled filled =
        ListTotals.without(
            new Filled(entries.certain(), entries.findings(), new Claims()),
            template.items(),
            !rollUp);
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

  private boolean saysNil() {
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream())
        .anyMatch(placed -> placed.cell().raw().contains(CountParser.NIL_STATEMENT));
  }
}
