package dev.rollup.serve;

import dev.rollup.finding.Mistake;
import dev.rollup.run.Merge;
import java.time.LocalDate;

/** What the page asks for, told anew each time by the settings in the folder. */
public interface Work {

  /**
   * Returns what {@code rollup merge} would be asked for in the folder.
   *
   * @param allowFewer whether the earlier results are replaced even by far fewer returns
   * @throws Mistake if the settings are wrong
   */
  Merge.Request request(boolean allowFewer) throws Mistake;

  /** Returns the day of what is noted. */
  LocalDate today();
}
