package dev.rollup.run;

import dev.rollup.merge.Return;
import java.util.List;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress extends AutoCloseable {

  /** Tells nobody. */
  Progress NONE = (returns, done, all) -> {};

  /**
   * Says that one more file was taken in.
   *
   * @param returns what it held: itself, or the members of an archive
   * @param done how many files were taken in so far
   * @param all how many there are
   */
  void takenIn(List<Return> returns, int done, int all);

  /** Says that nothing more is to be told. */
  @Override
  default void close() {}
}
