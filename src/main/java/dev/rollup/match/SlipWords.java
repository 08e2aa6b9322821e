package dev.rollup.match;

import dev.rollup.finding.FindingCode;
import dev.rollup.match.ReturnedList.Typed;
import dev.rollup.match.count.BlankReader;
import dev.rollup.match.find.Sight;
import dev.rollup.model.Cell;
import dev.rollup.model.Location;
import dev.rollup.submission.Entry;
import dev.rollup.submission.State;
import dev.rollup.text.Numerals;
import dev.rollup.text.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Makes of what was typed in one row of a slip's list what it says about a count. */
final class SlipWords {

  private final BlankReader blanks;

  SlipWords(BlankReader blanks) {
    this.blanks = blanks;
  }

  /**
   * What a row says.
   *
   * @param answer the number, where it is one
   * @param open what may say another
   * @param consents what says that the number stands
   */
  record Said(Optional<Entry> answer, List<Typed> open, List<Typed> consents) {}

  /** Returns what was typed beside the question about an entry. */
  Said of(Entry entry, List<Typed> typed) {
    var consents = new ArrayList<Typed>();
    var others = new ArrayList<Typed>();
    for (var each : typed) {
      boolean plain = Reply.of(each.raw()).plain() && !each.shared();
      (plain ? consents : others).add(each);
    }
    if (others.isEmpty()) {
      return new Said(Optional.empty(), List.of(), consents);
    }
    List<Entry> read = others.stream().map(each -> read(entry, each)).toList();
    boolean certain =
        others.stream().noneMatch(Typed::shared)
            && read.stream().allMatch(each -> each.state() == State.READ)
            && read.stream().map(Entry::number).distinct().count() == 1;
    Optional<Entry> answer = certain ? Optional.of(read.get(0)) : joined(entry, others);
    return new Said(answer, answer.isPresent() ? List.of() : others, consents);
  }

  /** Reads one answer as if it stood in the blank, and with the words before its number off. */
  Entry read(Entry entry, Typed typed) {
    Entry asTyped = Sight.of(blank(entry, typed.cell(), typed.at()), typed.marks());
    String rest = Reply.of(typed.raw()).rest();
    boolean plain = typed.cell() instanceof Cell.Text text && text.spans().isEmpty();
    if (asTyped.state() == State.READ || !plain || rest.isEmpty() || rest.equals(typed.raw())) {
      return asTyped;
    }
    return said(
        Sight.of(blank(entry, new Cell.Text(rest), typed.at()), typed.marks()), typed.raw());
  }

  /** A number and the word in the cell beside it are one answer. */
  private Optional<Entry> joined(Entry entry, List<Typed> typed) {
    var text = new StringBuilder();
    var marks = new HashSet<>(typed.get(0).marks());
    int numbers = 0;
    for (var each : typed) {
      boolean words = each.cell() instanceof Cell.Text;
      if (each.shared() || !words && read(entry, each).state() != State.READ) {
        return Optional.empty();
      }
      numbers += Numerals.in(each.raw()) ? 1 : 0;
      marks.addAll(each.marks());
      text.append(text.isEmpty() ? "" : " ").append(each.raw());
    }
    if (numbers != 1 || typed.size() < 2) {
      return Optional.empty();
    }
    Typed first = typed.get(0);
    Entry read = read(entry, new Typed(first.at(), new Cell.Text(text.toString()), marks, false));
    return read.state() == State.READ ? Optional.of(read) : Optional.empty();
  }

  private Entry blank(Entry entry, Cell cell, Location at) {
    return blanks.entry(entry.field(), entry.row(), cell, at.ofField(entry.field().id()));
  }

  /** What the unit wrote stays on record. */
  private static Entry said(Entry read, String raw) {
    List<FindingCode> notes =
        read.state() == State.READ && read.notes().isEmpty()
            ? List.of(FindingCode.COERCED_COUNT)
            : read.notes();
    return new Entry(read.field(), read.row(), read.content(), raw, read.at(), notes);
  }
}
