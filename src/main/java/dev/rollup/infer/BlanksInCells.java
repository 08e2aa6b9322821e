package dev.rollup.infer;

import dev.rollup.model.Document;
import dev.rollup.model.Place;
import dev.rollup.model.Position;
import dev.rollup.template.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the blanks inside the words of a table's cells: sentences, and answers to tick. */
final class BlanksInCells {

  private final Region region;
  private final RowLabels rowLabels;
  private final ColumnWords columns;
  private final TableHeadings headings;

  /** The cells whose words were read for blanks, each once. */
  private final Set<Position> read = new HashSet<>();

  BlanksInCells(Region region, RowLabels rowLabels, ColumnWords columns, TableHeadings headings) {
    this.region = region;
    this.rowLabels = rowLabels;
    this.columns = columns;
    this.headings = headings;
  }

  /** Returns the blanks inside the words of a row, those read before left out. */
  List<FoundBlank> of(List<Position> cells, int row) {
    var found = new ArrayList<FoundBlank>();
    for (var cell : cells) {
      if (cell.row() != row
          || !region.isLabel(cell)
          || read.contains(cell)
          || region.isBanner(cell)) {
        continue;
      }
      Spot spot = region.spot(cell);
      if (Ticks.isAll(spot.text())) {
        read.add(cell);
        found.add(ticks(cell, row));
      } else {
        found.addAll(sentences(cell, row));
      }
    }
    return found;
  }

  private List<FoundBlank> sentences(Position cell, int row) {
    var found = new ArrayList<FoundBlank>();
    Spot spot = region.spot(cell);
    String[] paragraphs = spot.text().split(Document.PARAGRAPH, -1);
    for (int i = 0; i < paragraphs.length; i++) {
      List<InlineScan.Gap> gaps = InlineScan.ruled(paragraphs[i]);
      if (!gaps.isEmpty() && paragraphs[i].codePoints().anyMatch(Character::isLetter)) {
        read.add(cell);
        Place place = spot.place();
        if (place.kind() == Place.Kind.TABLE) {
          place = place.paragraph(i + 1);
        }
        var context = new ArrayList<>(headings.section());
        rowLabels.of(cell, row).forEach(label -> context.add(region.words(label)));
        found.addAll(SentenceGaps.of(paragraphs[i], gaps, place, context));
      }
    }
    return found;
  }

  private FoundBlank ticks(Position cell, int row) {
    List<String> words = rowLabels.of(cell, row).stream().map(region::words).toList();
    if (words.size() > 1 && Numbering.isOrdinal(words.get(0))) {
      words = words.subList(1, words.size());
    }
    return new FoundBlank(
        FoundBlank.Kind.CELLS,
        region.spot(cell).place(),
        cell,
        1,
        headings.section(),
        words,
        columns.of(cell, false),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(FieldType.CHOICE),
        Optional.empty(),
        Ticks.choices(region.words(cell)));
  }
}
