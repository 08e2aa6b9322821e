package dev.rollup.match.blank;

import dev.rollup.model.Document;
import dev.rollup.model.Grid;
import dev.rollup.model.Note;
import dev.rollup.model.Place;
import dev.rollup.template.Binding;
import dev.rollup.template.Blank;
import dev.rollup.template.HeaderBlank;
import dev.rollup.template.InlineBlanks;
import dev.rollup.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paragraphs of the blank that stand outside tables: their words, and the blanks in them. */
final class PrintedText {

  private final Map<Place, List<HeaderBlank>> header = new LinkedHashMap<>();
  private final Map<Place, List<Binding>> sentences = new LinkedHashMap<>();
  private final Set<String> printed;

  PrintedText(Blank blank, Document document) {
    for (var each : blank.header()) {
      if (each.at().kind() == Place.Kind.PARAGRAPH) {
        header.computeIfAbsent(each.at().blank(0), at -> new ArrayList<>()).add(each);
      }
    }
    for (var each : blank.bindings()) {
      if (each.at().kind() == Place.Kind.PARAGRAPH) {
        sentences.computeIfAbsent(each.at().blank(0), at -> new ArrayList<>()).add(each);
      }
    }
    this.printed =
        Stream.concat(
                text(document).stream()
                    .flatMap(grid -> grid.cells().stream())
                    .map(placed -> placed.cell().raw()),
                document.notes().stream().map(Note::text))
            .map(Folding::label)
            .collect(Collectors.toSet());
  }

  /** Returns the running text of a document, if it is one. */
  static List<Grid> text(Document document) {
    return document.grids().stream().filter(grid -> grid.running() && !grid.hidden()).toList();
  }

  /** Returns the header's blanks by the paragraph that they stand in. */
  Map<Place, List<HeaderBlank>> header() {
    return header;
  }

  /** Returns the blanks of sentences by the paragraph that they stand in. */
  Map<Place, List<Binding>> sentences() {
    return sentences;
  }

  /** Tells whether a text is printed on the blank as it is. */
  boolean prints(String folded) {
    return printed.contains(folded);
  }

  /** Tells whether at least half of the sentences are in a document. */
  boolean areIn(Document document) {
    long found =
        sentences.values().stream()
            .filter(each -> find(document, sentence(each)).isPresent())
            .count();
    return !sentences.isEmpty() && 2 * found >= sentences.size();
  }

  /** Returns the words around the blanks of a sentence. */
  static InlineBlanks sentence(List<Binding> blanks) {
    List<String> row = blanks.get(0).row();
    return InlineBlanks.ofSentence(row.get(row.size() - 1));
  }

  /** Returns the only paragraph outside tables that has these words. */
  static Optional<Grid.Placed> find(Document document, InlineBlanks words) {
    List<Grid.Placed> found =
        text(document).stream()
            .flatMap(grid -> grid.cells().stream())
            .filter(placed -> placed.at().column() == 0 && words.fits(placed.cell().raw()))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Returns the running text in which a paragraph stands. */
  static Grid textOf(Document document, Grid.Placed placed) {
    return text(document).stream()
        .filter(grid -> grid.at(placed.at()) == placed.cell())
        .findFirst()
        .orElseThrow();
  }
}
