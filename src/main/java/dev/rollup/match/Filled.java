package dev.rollup.match;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.model.Folding;
import java.util.HashSet;
import java.util.List;

/**
 * What a form was filled in with.
 *
 * @param entries every entry, in the order of the template
 * @param findings what is to be said about the form's own words and their places
 */
record Filled(List<Entry> entries, List<Finding> findings) {

  Filled {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** Returns the same with nothing read from rows of a list that add up its other rows. */
  Filled withoutTotals() {
    var totals = new HashSet<String>();
    for (var entry : entries) {
      if (entry.text() != null && FormWords.isTotal(Folding.label(entry.text()))) {
        totals.add(rowOf(entry));
      }
    }
    return totals.isEmpty()
        ? this
        : new Filled(
            entries.stream()
                .map(e -> totals.contains(rowOf(e)) ? e.unread(FindingCode.FIELD_AMBIGUOUS) : e)
                .toList(),
            findings);
  }

  private static String rowOf(Entry entry) {
    String id = entry.field().id();
    return id.substring(0, id.lastIndexOf('.')) + "#" + entry.row();
  }
}
