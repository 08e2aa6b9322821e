package dev.rollup.infer;

import dev.rollup.model.Document;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.Blank;
import dev.rollup.template.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the bindings of a blank: the way from a page to blocks, fields and relations. */
public final class FormInference {

  /** A colon: a line that asks for something. */
  private static final Pattern COLON = Pattern.compile("[：:]");

  /** Letters enough for a line to say something. */
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{4,}");

  private final Pages pages;
  private final List<FoundBlank> found = new ArrayList<>();
  private final FormHead head = new FormHead();
  private final NumberedRows numbered = new NumberedRows();

  private FormInference(Pages pages) {
    this.pages = pages;
  }

  /** Returns what was found on a blank; empty where there is nothing to fill in. */
  public static Optional<Blank> of(Pages pages, String file, String sha256, Blank.Content content) {
    var inference = new FormInference(pages);
    inference.read();
    return inference.found.isEmpty()
        ? Optional.empty()
        : Optional.of(inference.result(file, sha256, content));
  }

  private void read() {
    paragraphs();
    for (var page : pages.pages()) {
      List<Region> regions = Region.of(page);
      var inTables = new HashSet<Position>();
      for (var region : regions) {
        page.spots().keySet().stream()
            .filter(region::holds)
            .filter(corner -> !region.isBanner(corner))
            .forEach(inTables::add);
      }
      TableMeasure measure =
          TableMeasure.on(page, inTables)
              .or(() -> TableMeasure.inText(pages, page))
              .orElse(new TableMeasure(List.of()));
      var own = new ArrayList<FoundBlank>();
      for (var region : regions) {
        own.addAll(new RegionReader(region).read());
      }
      outside(page, inTables, own);
      var notes = new ArrayList<>(pages.paragraphs().values());
      page.order().stream()
          .filter(at -> !inTables.contains(at))
          .forEach(at -> notes.add(page.spot(at).text()));
      var choices = new NotedChoices(notes);
      var beside = new NeighbourBlanks(own);
      List<FoundBlank> told =
          own.stream()
              .filter(each -> !head.takes(each))
              .map(choices::completed)
              .map(each -> measure.of(each, beside.isNumber(each)))
              .map(numbered::inherited)
              .map(beside::totalled)
              .toList();
      List<FoundBlank> wholes = told.stream().map(new NeighbourBlanks(told)::likeWhole).toList();
      wholes.stream().map(new NeighbourBlanks(wholes)::likeOthers).forEach(found::add);
    }
  }

  private void paragraphs() {
    boolean first = true;
    for (var each : pages.paragraphs().entrySet()) {
      String text = each.getValue();
      if (text.isBlank()) {
        continue;
      }
      if (first && isTitle(text)) {
        head.title(text, each.getKey());
        first = false;
        continue;
      }
      first = false;
      if (!head.takes(text, each.getKey(), Optional.empty())) {
        found.addAll(sentence(text, each.getKey()));
      }
    }
  }

  private void outside(PrintedSheet page, Set<Position> inTables, List<FoundBlank> own) {
    var origins = page.origins();
    boolean first = true;
    for (var at : page.order()) {
      Spot spot = page.spot(at);
      if (inTables.contains(at) || spot.isEmpty()) {
        continue;
      }
      String text = spot.text();
      if (first && isTitle(text)) {
        head.title(text, spot.place());
        first = false;
        continue;
      }
      first &= !LONG_WORD.matcher(text).find();
      if (spot.place().kind() == Place.Kind.TABLE && text.contains(Document.PARAGRAPH)) {
        String[] paragraphs = text.split(Document.PARAGRAPH, -1);
        for (int i = 0; i < paragraphs.length; i++) {
          Place paragraph = spot.place().paragraph(i + 1);
          if (!head.takes(paragraphs[i], paragraph, Optional.empty())) {
            own.addAll(sentence(paragraphs[i], paragraph));
          }
        }
        continue;
      }
      if (!head.takes(text, spot.place(), HeadFinder.right(page, at, inTables, origins))) {
        own.addAll(sentence(text, paragraph(spot.place())));
      }
    }
  }

  /** Returns the place of the only paragraph of a cell, where it stands in a table of a text. */
  private static Place paragraph(Place cell) {
    return cell.kind() == Place.Kind.TABLE ? cell.paragraph(1) : cell;
  }

  /** Tells whether the first text of a form or page is its title, not a question. */
  private static boolean isTitle(String text) {
    return text.contains("表") || !COLON.matcher(text).find();
  }

  /** Returns the blanks inside a text, where it has words enough to be a sentence. */
  private static List<FoundBlank> sentence(String text, Place at) {
    List<InlineScan.Gap> gaps = InlineScan.inSentence(text);
    return !gaps.isEmpty() && text.codePoints().filter(Character::isLetter).count() > 3
        ? SentenceGaps.of(text, gaps, at, List.of())
        : List.of();
  }

  private Blank result(String file, String sha256, Blank.Content content) {
    List<NotedRelations.Stated> stated = stated();
    var blocks = new Blocks(StatedNumbers.completed(found, stated));
    List<Relation> relations = new Relations(blocks.ids()).find(stated);
    Set<String> ratios =
        relations.stream()
            .filter(relation -> relation.kind() == Relation.Kind.RATIO)
            .map(Relation::whole)
            .collect(Collectors.toSet());
    return new Blank(
        file,
        sha256,
        head.title().isEmpty() ? file : head.title(),
        content,
        head.blanks(),
        blocks.decided(ratios),
        relations);
  }

  /** Returns every text that may state relations by numbers. */
  private List<NotedRelations.Stated> stated() {
    var all = new ArrayList<NotedRelations.Stated>();
    pages.paragraphs().values().forEach(text -> all.add(NotedRelations.Stated.anywhere(text)));
    for (var page : pages.pages()) {
      for (var spot : page.spots().values()) {
        if (NotedRelations.mayBeIn(spot.text())) {
          String words = Lexicon.LINE_BREAKS.matcher(spot.text()).replaceAll("").strip();
          if (found.stream().noneMatch(each -> each.at().on().equals(spot.place().on()))) {
            // A sheet without blanks explains the others.
            all.add(NotedRelations.Stated.anywhere(spot.text()));
            continue;
          }
          boolean row = found.stream().anyMatch(each -> each.row().contains(words));
          boolean column = found.stream().anyMatch(each -> each.column().contains(words));
          all.add(new NotedRelations.Stated(spot, row, column));
        }
      }
    }
    return all;
  }
}
