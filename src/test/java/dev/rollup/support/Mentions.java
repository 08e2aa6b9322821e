package dev.rollup.support;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.finding.Mentioned;
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
                finding.mentioned(name).map(what -> name.word() + "=" + shown(what)).orElseThrow())
        .collect(Collectors.joining(" "));
  }

  private static String shown(Mentioned what) {
    if (what instanceof Mentioned.Codes several) {
      return several.codes().stream().map(FindingCode::id).collect(Collectors.joining("、"));
    }
    return what instanceof Mentioned.Choice one ? one.word() : String.join("、", what.plain());
  }
}
