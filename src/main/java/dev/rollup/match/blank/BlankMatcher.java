package dev.rollup.match.blank;

import dev.rollup.finding.Argument;
import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Matcher;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Note;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.rollup.RollUp;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.rollup.RollUpTable;
import dev.rollup.submission.State;
import dev.rollup.submission.Submission;
import dev.rollup.template.Blank;
import dev.rollup.template.Template;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a form that is an office's own file by laying its blank over what was returned. Built once
 * for a template; safe for several threads.
 */
public final class BlankMatcher implements Matcher {

  private final Template template;
  private final List<Surface> surfaces;
  private final PrintedText paragraphs;
  private final StatedMeasures measures;
  private final BlankReader ofUnits;
  private final BlankReader ofRollUps;

  /**
   * A matcher for the returns of one blank.
   *
   * @param document the blank, as a reader of its format reads it
   */
  public BlankMatcher(Template template, Document document) {
    this.template = template;
    Blank blank = template.blank().orElseThrow();
    this.surfaces = surfaces(blank, document);
    this.paragraphs = new PrintedText(blank, document);
    this.measures = new StatedMeasures(blank, document);
    this.ofUnits = new BlankReader(new CountParser(template.measureWords(), true));
    this.ofRollUps = new BlankReader(new CountParser(template.measureWords(), false));
  }

  private static List<Surface> surfaces(Blank blank, Document document) {
    var places = new LinkedHashMap<String, Place>();
    blank.bindings().forEach(each -> places.putIfAbsent(key(each.at()), each.at()));
    blank.header().forEach(each -> places.putIfAbsent(key(each.at()), each.at()));
    var surfaces = new ArrayList<Surface>();
    for (var place : places.values()) {
      if (place.kind() != Place.Kind.PARAGRAPH) {
        Grid grid =
            Surfaces.of(document, place.kind()).stream()
                .filter(each -> place.on().equals(Surfaces.name(document, each)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(place.toString()));
        surfaces.add(Surface.of(blank, place.kind(), place.on(), grid, document));
      }
    }
    return surfaces;
  }

  private static String key(Place place) {
    return place.kind() + place.on();
  }

  @Override
  public List<Outcome<Submission>> match(Document file) {
    boolean summary = file.properties().containsKey(RollUp.PROPERTY);
    boolean rollUp = RollUp.is(file);
    Document document = rollUp ? formOf(file, summary) : file;
    var counterparts = new Counterparts(surfaces, document);
    boolean enough = surfaces.isEmpty() ? paragraphs.areIn(document) : !counterparts.isEmpty();
    if (!enough && isSummaryOfThis(file)) {
      String ending = template.blank().orElseThrow().file().replaceFirst(".*(?=\\.)", "");
      return List.of(
          Outcome.none(
              Finding.of(FindingCode.SUMMARY_WITHOUT_FORM, Location.NOWHERE)
                  .with(Argument.FORM, template.title())
                  .with(Argument.FILE, "return" + ending)));
    }
    if (!enough) {
      return List.of(
          Outcome.none(
              Finding.of(FindingCode.NOT_THIS_FORM, Location.NOWHERE)
                  .with(Argument.FORM, template.title())));
    }
    RollUpContents carried = rollUp ? RollUpTable.of(file, template) : RollUpContents.NONE;
    // Of several forms nobody knows whose the totals are.
    RollUpContents known = counterparts.forms().size() == 1 ? carried : RollUpContents.NONE;
    BlankReader values = rollUp ? ofRollUps : ofUnits;
    List<Outcome<Submission>> forms =
        counterparts.forms().stream()
            .map(
                laid ->
                    new BlankForm(
                        template, document, laid, counterparts, paragraphs, measures, values))
            .map(form -> form.read(rollUp, known))
            .toList();
    List<Outcome<Submission>> filled = forms.stream().filter(BlankMatcher::isFilled).toList();
    return filled.isEmpty() ? forms.subList(0, 1) : filled;
  }

  /** Returns a roll-up without what is no part of the form. */
  private static Document formOf(Document file, boolean summary) {
    List<Grid> own =
        file.grids().stream()
            .filter(grid -> !isBeside(grid.sheet(), summary))
            .map(BlankMatcher::withoutItsLine)
            .toList();
    List<Note> notes =
        file.notes().stream().filter(note -> !isBeside(note.sheet(), summary)).toList();
    return new Document(own, file.tables(), notes, file.properties());
  }

  /** Takes away by what a form says that it is made of others. */
  private static Grid withoutItsLine(Grid grid) {
    Set<Position> line =
        grid.cells().stream()
            .filter(placed -> RollUp.isSaid(placed.cell().raw()))
            .map(Grid.Placed::at)
            .collect(Collectors.toSet());
    return line.isEmpty() || grid.running() ? grid : grid.without(line);
  }

  /** Tells whether a summary is of this form, though the form is not in it. */
  private boolean isSummaryOfThis(Document file) {
    return file.properties().containsKey(RollUp.PROPERTY)
        && template.id().equals(file.properties().get(Template.ID_PROPERTY));
  }

  private static boolean isBeside(@Nullable String sheet, boolean summary) {
    return sheet != null && (sheet.equals(RollUp.ORIGINS) || summary && RollUp.isBesideCopy(sheet));
  }

  @Override
  public boolean posesAsForm(Document document) {
    String title = Folding.label(template.title());
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream())
        .anyMatch(placed -> Folding.label(placed.cell().raw()).contains(title));
  }

  /** A form in which something was filled in, be it illegible. */
  private static boolean isFilled(Outcome<Submission> form) {
    return form.value().orElseThrow().entries().stream()
        .anyMatch(
            entry ->
                entry.number() != null
                    || entry.text() != null
                    || entry.raw() != null && entry.state() == State.EXCLUDED);
  }
}
