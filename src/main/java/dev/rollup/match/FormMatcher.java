package dev.rollup.match;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.match.cells.ListTotals;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.EntryFinding;
import dev.rollup.match.find.Filled;
import dev.rollup.match.find.Form;
import dev.rollup.match.find.FormWords;
import dev.rollup.match.find.Matcher;
import dev.rollup.model.Cell;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.HeaderEntry;
import dev.rollup.submission.SentSlip;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.FieldType;
import dev.rollup.template.HeaderField;
import dev.rollup.template.Item;
import dev.rollup.template.Layout;
import dev.rollup.template.Template;
import dev.rollup.text.DateParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the form in a document and reads every field of it. Built once for a template; safe for
 * several threads.
 */
public final class FormMatcher implements Matcher {

  private final Template template;
  private final FormWords words;
  private final FormFinder ofUnits;
  private final FormFinder ofRollUps;

  /**
   * What a document tells beside the form.
   *
   * @param rollUp whether it is the sum of other returns
   * @param carried of how many units its totals are made, and whose its rows are
   * @param rows the rows that a roll-up need not be asked for
   * @param sent what it said when it went out, where it is a slip
   */
  private record Metadata(
      boolean rollUp, RollUpContents carried, Optional<RollUpRows> rows, SentSlip sent) {}

  /** A matcher for the forms of one template. */
  public FormMatcher(Template template) {
    Layout layout = Layout.of(template);
    this.template = template;
    this.words = new FormWords(template, layout);
    this.ofUnits = new FormFinder(template, layout, words, true);
    this.ofRollUps = new FormFinder(template, layout, words, false);
  }

  @Override
  public List<Outcome<Submission>> match(Document document) {
    boolean rollUp = RollUp.is(document);
    FormFinder finder = rollUp ? ofRollUps : ofUnits;
    SentSlip sent = SentSlip.of(document);
    Metadata metadata = new Metadata(rollUp, RollUpContents.NONE, Optional.empty(), sent);
    List<Form> forms = List.of();
    if (rollUp) {
      RollUpContents carried = RollUpTable.of(document, template);
      var rows = new RollUpRows(carried, template, words);
      forms = finder.find(rows.takenFrom(document));
      metadata = new Metadata(true, carried, Optional.of(rows), sent);
    }
    if (forms.size() != 1) {
      // Of several forms nobody knows whose the rows are.
      metadata = new Metadata(rollUp, RollUpContents.NONE, Optional.empty(), sent);
      forms = finder.find(document);
    }
    if (forms.isEmpty()) {
      return List.of(
          Outcome.none(
              Finding.of(FindingCode.NOT_THIS_FORM, Location.NOWHERE)
                  .with(Argument.FORM, template.title())));
    }
    List<Sweep.Found> found =
        forms.stream()
            .map(form -> new Sweep.Found(form, form.read(), HeaderReader.read(form, words)))
            .toList();
    if (!rollUp) {
      found =
          finder
              .sweep()
              .over(
                  SlipAnswers.withoutItsNotes(sent, document, FormFinder.sheets(found)),
                  finder.answered(sent, document, found));
    }
    var read = new ArrayList<Outcome<Submission>>();
    for (var each : found) {
      read.add(read(each, document, metadata));
    }
    List<Outcome<Submission>> filled = read.stream().filter(FormMatcher::filledIn).toList();
    return filled.isEmpty() ? read.subList(0, 1) : filled;
  }

  /** {@inheritDoc} It has the form's title, or the line above its table. */
  @Override
  public boolean posesAsForm(Document document) {
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream().map(placed -> words.fold(placed.cell())))
        .anyMatch(
            folded ->
                words.isTitle(folded) || words.leadingLabel(HeaderField.UNIT, folded) != null);
  }

  private static boolean filledIn(Outcome<Submission> outcome) {
    return outcome.value().orElseThrow().entries().stream()
        .filter(entry -> entry.field().type() == FieldType.COUNT)
        .anyMatch(entry -> entry.state() != State.BLANK);
  }

  private Outcome<Submission> read(Sweep.Found found, Document document, Metadata metadata) {
    Form form = found.form();
    var findings = new ArrayList<Finding>();
    otherVersion(document).ifPresent(findings::add);
    if (form.grid().hidden()) {
      findings.add(Finding.of(FindingCode.HIDDEN_SHEET, Location.at(form.grid().sheet(), null)));
    }
    Filled filled = filled(found, metadata);
    findings.addAll(filled.findings());
    filled
        .entries()
        .forEach(
            entry -> entry.notes().forEach(note -> findings.add(EntryFinding.of(entry, note))));

    Map<HeaderField, HeaderEntry> header = found.header().entries();
    HeaderEntry day = Objects.requireNonNull(header.get(HeaderField.DATE));
    Optional<LocalDate> date = DateParser.parse(day.cell(), template.period());
    if (date.isEmpty() && !day.text().isEmpty()) {
      findings.add(
          Finding.ofCell(FindingCode.DATE_UNREADABLE, day.at(), day.text())
              .with(Argument.VALUE, day.text()));
    }
    findings.addAll(Provenance.of(metadata.carried(), filled.entries(), template).edits());
    if (metadata.rollUp() && metadata.carried().isNone()) {
      findings.add(Finding.of(FindingCode.ORIGINS_LOST, Location.NOWHERE));
    }
    return Outcome.of(
        new Submission(
            header,
            date,
            filled.entries(),
            saysNil(form.grid()),
            metadata.rollUp(),
            metadata.carried(),
            metadata.sent().corrects()),
        findings);
  }

  /** Returns what a form says, the rows that were known before it was read among it. */
  private Filled filled(Sweep.Found found, Metadata metadata) {
    List<Item> items = template.items();
    if (metadata.rows().isEmpty()) {
      return ListTotals.without(found.filled(), items, !metadata.rollUp());
    }
    RollUpRows rows = metadata.rows().get();
    Filled filled = ListTotals.without(rows.with(found.filled(), items), items, rows::isCarried);
    return rows.checked(filled, found.form().grid());
  }

  private Optional<Finding> otherVersion(Document document) {
    String id = document.properties().getOrDefault(Template.ID_PROPERTY, template.id());
    String version =
        document.properties().getOrDefault(Template.VERSION_PROPERTY, template.version());
    return id.equals(template.id()) && version.equals(template.version())
        ? Optional.empty()
        : Optional.of(
            Finding.of(FindingCode.OTHER_TEMPLATE_VERSION, Location.NOWHERE)
                .with(Argument.FORM, id)
                .with(Argument.VERSION, version)
                .with(Argument.EXPECTED, template.id())
                .with(Argument.EDITION, template.version()));
  }

  private boolean saysNil(Grid grid) {
    return grid.cells().stream()
        .map(Grid.Placed::cell)
        .filter(Cell.Text.class::isInstance)
        .filter(cell -> cell.raw().contains(CountParser.NIL_STATEMENT))
        .anyMatch(cell -> !words.contains(words.fold(cell)));
  }
}
