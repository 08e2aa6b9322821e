package dev.rollup.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clerk wrote beside the problems in the list of the last run.
 *
 * @param notes what is written beside each problem
 * @param settled those of which it says that all is right, and which are no questions any more
 */
public record Handled(Map<IssueText, String> notes, List<IssueText> settled) {

  /** Nothing was written. */
  public static final Handled NOTHING = new Handled(Map.of(), List.of());

  /** Copies the collections; problems are told apart by their plain words. */
  public Handled {
    var plain = new LinkedHashMap<IssueText, String>();
    notes.forEach((text, note) -> plain.put(text.plain(), note));
    notes = plain;
    settled = List.copyOf(settled);
  }

  /** Returns what is written beside a problem. */
  public Optional<String> note(IssueText text) {
    return Optional.ofNullable(notes.get(text.plain()));
  }

  /** Returns the same notes, of which some settle their problems. */
  public Handled settling(List<IssueText> some) {
    return new Handled(notes, some);
  }
}
