package dev.rollup.match.blank;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Outcome;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.count.CountParser;
import dev.rollup.match.find.Matcher;
import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Place;
import dev.rollup.submission.Submission;
import dev.rollup.template.Blank;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a form that is an office's own file by laying its blank over what was returned. Built once
 * for a template; safe for several threads.
 */
public final class BlankMatcher implements Matcher {

  /** A sheet with fewer of the blank's words is no copy of it. */
  private static final double LEAST = 0.5;

  private final Template template;
  private final List<Surface> surfaces;
  private final Paragraphs paragraphs;
  private final BlankReader values;

  /**
   * A matcher for the returns of one blank.
   *
   * @param document the blank, as a reader of its format reads it
   */
  public BlankMatcher(Template template, Document document) {
    this.template = template;
    Blank blank = template.blank().orElseThrow();
    this.surfaces = surfaces(blank, document);
    this.paragraphs = new Paragraphs(blank, document);
    this.values = new BlankReader(new CountParser(template.measureWords(), true));
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
        surfaces.add(Surface.of(blank, place.kind(), place.on(), grid));
      }
    }
    return surfaces;
  }

  private static String key(Place place) {
    return place.kind() + place.on();
  }

  @Override
  public List<Outcome<Submission>> match(Document document) {
    Map<Surface, Overlay> laid = lay(document);
    boolean enough = surfaces.isEmpty() ? paragraphs.areIn(document) : !laid.isEmpty();
    if (!enough) {
      return List.of(
          Outcome.none(Finding.of(FindingCode.NOT_THIS_FORM, Location.NOWHERE, template.title())));
    }
    return List.of(new BlankForm(template, document, laid, paragraphs, values).read());
  }

  @Override
  public boolean posesAsForm(Document document) {
    String title = dev.rollup.text.Folding.label(template.title());
    return document.grids().stream()
        .flatMap(grid -> grid.cells().stream())
        .anyMatch(placed -> dev.rollup.text.Folding.label(placed.cell().raw()).contains(title));
  }

  /** Finds each sheet or table of the blank on the one of the return that has most of its words. */
  private Map<Surface, Overlay> lay(Document document) {
    var laid = new LinkedHashMap<Surface, Overlay>();
    Set<Grid> taken = new HashSet<>();
    for (var surface : surfaces) {
      Optional<Overlay> best =
          Surfaces.of(document, surface.kind()).stream()
              .filter(grid -> !taken.contains(grid))
              .map(grid -> new Overlay(surface.printed(), grid))
              .filter(overlay -> overlay.found() >= LEAST)
              // Of two that are alike the one that is seen, and comes first.
              .max(
                  Comparator.comparingDouble(Overlay::found)
                      .thenComparing(overlay -> !overlay.grid().hidden())
                      .thenComparing(
                          overlay ->
                              -Surfaces.of(document, surface.kind()).indexOf(overlay.grid())));
      best.ifPresent(
          overlay -> {
            laid.put(surface, overlay);
            taken.add(overlay.grid());
          });
    }
    return laid;
  }
}
