package dev.rollup.read.odf;

import dev.rollup.model.Note;
import dev.rollup.model.TextPlace;
import dev.rollup.read.format.Limits;
import dev.rollup.read.format.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The notes that hang on a text. */
final class OdtNotes {

  /** What a note is, in the order in which they are told. */
  enum Sort {
    COMMENT(Note.Kind.COMMENT),
    FOOTNOTE(Note.Kind.FOOTNOTE),
    ENDNOTE(Note.Kind.FOOTNOTE);

    private final Note.Kind kind;

    Sort(Note.Kind kind) {
      this.kind = kind;
    }
  }

  private final Map<Sort, List<Note>> bySort = new EnumMap<>(Sort.class);

  OdtNotes() {
    for (var sort : Sort.values()) {
      bySort.put(sort, new ArrayList<>());
    }
  }

  void add(Sort sort, TextPlace place, String lines) throws Refusal {
    List<Note> notes = bySort.getOrDefault(sort, List.of());
    notes.add(new Note(sort.kind, null, place, lines));
    Limits.checkListed(notes.size());
  }

  /** Returns how many there are of each sort. */
  Map<Sort, Integer> counts() {
    Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
    bySort.forEach((sort, notes) -> counts.put(sort, notes.size()));
    return counts;
  }

  /** Takes back those that were added since there were so many. */
  void takeBack(Map<Sort, Integer> counts) {
    counts.forEach(
        (sort, count) -> {
          List<Note> notes = bySort.getOrDefault(sort, List.of());
          notes.subList(count, notes.size()).clear();
        });
  }

  /** Returns comments, then footnotes, then endnotes. */
  List<Note> all() {
    var all = new ArrayList<Note>();
    bySort.values().forEach(all::addAll);
    return all;
  }
}
