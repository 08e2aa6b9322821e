package dev.rollup.merge;

import dev.rollup.finding.Finding;
import java.util.List;

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
}
