package dev.rollup.match.find;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Entry;

/** Says what was found about one entry. */
public final class EntryFinding {

  private EntryFinding() {}

  /** Returns a note of an entry as a finding. */
  public static Finding of(Entry entry, FindingCode note) {
    return Finding.ofCell(
        note,
        entry.at(),
        entry.raw(),
        entry.raw() == null ? "" : entry.raw(),
        entry.value() == null ? "" : entry.value(),
        entry.field().type().number() ? entry.field().measure().name() : "",
        String.valueOf(entry.field().max()));
  }
}
