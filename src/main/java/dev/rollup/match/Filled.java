package dev.rollup.match;

import dev.rollup.finding.Finding;
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
}
