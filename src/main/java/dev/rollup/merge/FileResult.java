package dev.rollup.merge;

import dev.rollup.finding.Finding;
import dev.rollup.finding.FindingCode;
import dev.rollup.match.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param source the file
 * @param status what became of it
 * @param findings all that was found, what comes of comparing it with others included
 */
public record FileResult(Return source, FileStatus status, List<Finding> findings) {

  /** Copies the findings. */
  public FileResult {
    findings = List.copyOf(findings);
  }

  /** Returns what says how an entry of the file was corrected, where it was. */
  public Optional<Finding> correction(Entry entry) {
    return findings.stream()
        .filter(finding -> finding.code() == FindingCode.CORRECTED)
        .filter(finding -> finding.at().equals(entry.at().inFile(source.path())))
        .findFirst();
  }
}
