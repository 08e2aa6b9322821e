package dev.rollup.match.blank;

import dev.rollup.finding.FindingCode;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Sight;
import dev.rollup.model.Cell;
import dev.rollup.model.Grid;
import dev.rollup.model.Mark;
import dev.rollup.model.Position;
import dev.rollup.model.Span;
import dev.rollup.submission.Entry;
import dev.rollup.template.Binding;
import dev.rollup.template.Field;
import dev.rollup.template.InlineBlanks;
import dev.rollup.text.Folding;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a unit answered to a blank, in a cell of its own or between the words of a sentence.
 */
final class CellAnswers {

  private final FormEntries entries;
  private final BlankReader values;
  private final FormFormula formulas;

  CellAnswers(FormEntries entries, BlankReader values, FormFormula formulas) {
    this.entries = entries;
    this.values = values;
    this.formulas = formulas;
  }

  /**
   * Reads a cell.
   *
   * @param row the row of a list, from 1; 0 of what does not repeat
   * @param surface where the blank is printed
   * @param at where the cell stands on the return
   */
  Entry of(Binding binding, int row, Surface surface, Grid grid, Position at) {
    Field field = entries.field(binding);
    Cell printed = surface.grid().at(binding.at().cell());
    Cell shown = formulas.believed(field, printed, grid, at);
    Cell typed = unfilled(printed, shown) ? Cell.EMPTY : shown;
    Optional<TickedChoice> choice = TickedChoice.of(field, printed, typed);
    if (choice.isPresent() && choice.get().ticked().size() == 1) {
      typed = new Cell.Text(choice.get().ticked().get(0));
    }
    Entry read = values.entry(field, row, typed, FormEntries.location(grid, at, field));
    if (choice.filter(each -> !each.certain() || each.ticked().size() > 1).isPresent()) {
      read = read.unread(FindingCode.FIELD_AMBIGUOUS);
    }
    return Sight.of(
        binding.formula() ? formulas.expected(read, printed, grid, at) : read, marks(grid, at));
  }

  /**
   * Reads a part of a cell.
   *
   * @param from where the sentence begins in the text of its cell
   */
  Entry of(Binding binding, InlineBlanks.Answer answer, int from, Grid grid, Position at) {
    Field field = entries.field(binding);
    return Sight.of(
        values.entry(field, 0, new Cell.Text(answer.text()), FormEntries.location(grid, at, field)),
        marks(grid.at(at), from + answer.from(), from + answer.to()));
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
}
