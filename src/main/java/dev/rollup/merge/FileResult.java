package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.submission.Entry;
import dev.rollup.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file, or of one form where a file holds several.
 *
 * @param source the file
 * @param status what became of it
 * @param findings all that was found, what comes of comparing it with others included
 */
public record FileResult(Return source, FileStatus status, List<Finding> findings) {

  /** What a file with several forms came to: it is in the totals where one of them is. */
  private static final Comparator<FileResult> BEST =
      Comparator.comparing((FileResult file) -> !file.status().counts())
          .thenComparing(FileResult::status, Comparator.reverseOrder());

  /**
   * Returns what became of a file that holds several forms, of which each was settled on its own:
   * nobody's in particular, with all that was found.
   */
  static FileResult together(List<FileResult> forms) {
    if (forms.size() == 1) {
      return forms.get(0);
    }
    var findings = new ArrayList<Finding>();
    forms.forEach(form -> findings.addAll(form.findings()));
    FileResult best = forms.stream().min(BEST).orElseThrow();
    boolean leftOut = forms.stream().anyMatch(form -> form.status() == FileStatus.REJECTED);
    return new FileResult(
        best.source().ofNobody(),
        leftOut && best.status().counts() ? FileStatus.ACCEPTED_WITH_ERRORS : best.status(),
        findings);
  }

  /** Copies the findings. */
  public FileResult {
    findings = List.copyOf(findings);
  }

  /** Returns what a return that counts has in the totals. */
  Summary summary(Template template) {
    return Summary.of(
        source.submission().orElseThrow(), source.unit().orElseThrow(), source.path(), template);
  }

  /** Returns what says how an entry of the file was corrected, where it was. */
  public Optional<Finding> correction(Entry entry) {
    return findings.stream()
        .filter(finding -> finding.code() == FindingCode.CORRECTED)
        .filter(finding -> finding.at().equals(entry.at().inFile(source.path())))
        .findFirst();
  }
}
