package dev.rollup.match;

import dev.rollup.finding.FindingCode;
import dev.rollup.match.find.FormWords;
import dev.rollup.model.Address;
import dev.rollup.model.Grid;
import dev.rollup.model.Location;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.rollup.ListLine;
import dev.rollup.rollup.RollUpContents;
import dev.rollup.submission.Entry;
import dev.rollup.submission.Value;
import dev.rollup.template.Field;
import dev.rollup.template.Item;
import dev.rollup.text.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A line beside the heading of a repeated item in which a roll-up tells what it lists elsewhere. It
 * must say what is listed, or what was when it was written: numbers that are neither are
 * somebody's, and nobody knows of what.
 *
 * @param at where it stands
 * @param position the same as a place of the grid
 */
record ReturnedListLine(Item item, String text, Location at, Position position) {

  /** Finds what a person sees with numbers in it in the row of an item's heading. */
  static List<ReturnedListLine> find(Grid form, Item item, FormWords words) {
    var rows = new HashSet<Object>();
    for (var placed : form.cells()) {
      if (words.isHeadingOf(item, words.fold(placed.cell()))) {
        rows.add(row(form, placed.at()));
      }
    }
    var lines = new ArrayList<ReturnedListLine>();
    for (var placed : form.cells()) {
      String text = placed.cell().raw();
      String folded = words.fold(placed.cell());
      if (rows.contains(row(form, placed.at()))
          && Numerals.in(text)
          && !words.isOwn(folded)
          && !words.tellSentence(folded)
          && !form.marks(placed.at()).contains(Mark.HIDDEN)) {
        Address at = form.place(placed.at());
        lines.add(new ReturnedListLine(item, text, Location.at(form.sheet(), at), placed.at()));
      }
    }
    return lines;
  }

  /** Returns what is the same for all that stands in one row. */
  private static Object row(Grid form, Position at) {
    return form.running() ? form.textPlace(at).orElseThrow().row() : at.row();
  }

  /** Tells whether it is the line of the rows that are listed, or of those that were. */
  boolean says(List<List<Entry>> rows, RollUpContents carried) {
    return !rows.isEmpty() && ListLine.is(text, item, carried)
        || ListLine.is(text, item, rows.size(), field -> total(field, rows));
  }

  private static String total(Field field, List<List<Entry>> rows) {
    return rows.stream()
        .flatMap(List::stream)
        .filter(entry -> entry.field().equals(field))
        .map(Entry::number)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .map(BigDecimal::toPlainString)
        .orElse("");
  }

  /** Returns the line as a row of the list that cannot be read. */
  List<Entry> inDoubt(int row) {
    return item.fields().stream()
        .map(
            field ->
                new Entry(
                    field,
                    row,
                    Value.Absent.EXCLUDED,
                    text,
                    at.ofField(field.id()),
                    List.of(FindingCode.FIELD_AMBIGUOUS)))
        .toList();
  }
}
