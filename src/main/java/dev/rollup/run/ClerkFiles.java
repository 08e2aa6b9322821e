package dev.rollup.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the clerk keeps beside the returns, each a file if there is one.
 *
 * @param received the ledger: when what came in
 * @param confirmations what units confirmed
 * @param corrections what units corrected by telephone
 * @param settings what is asked for in every run
 */
public record ClerkFiles(
    Optional<Path> received,
    Optional<Path> confirmations,
    Optional<Path> corrections,
    Optional<Path> settings) {

  /** No file. */
  public static final ClerkFiles NONE =
      new ClerkFiles(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
