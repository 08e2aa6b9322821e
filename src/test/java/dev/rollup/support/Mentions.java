package dev.rollup.support;

import dev.rollup.finding.Finding;
import java.util.stream.Collectors;

/** What findings mention, as tests write it down. */
public final class Mentions {

  private Mentions() {}

  /** Returns what a finding mentions in the order of its code: {@code left=3 right=5 row=2}. */
  public static String of(Finding finding) {
    return finding.code().arguments().stream()
        .filter(finding::mentions)
        .map(
            name ->
                finding
                    .mentioned(name)
                    .map(what -> name.word() + "=" + String.join("、", what.plain()))
                    .orElseThrow())
        .collect(Collectors.joining(" "));
  }
}
